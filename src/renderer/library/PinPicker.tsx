import { useRef, useState, type FocusEvent } from 'react';
import { pinSlots, type PinSlot } from '../../core/settings/table.ts';
import { showFailure } from '../client/store.ts';
import { useProgram, useView } from '../client/program-context.ts';

/** Puts a story on one of the keys 1 to 9, or takes it off; a key that is taken says by what. */
export function PinPicker({ storyId }: { storyId: string }) {
  const { bridge, store } = useProgram();
  const pins = useView(({ app }) => app?.settings.pins);
  const stories = useView(({ app }) => app?.library.stories);
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const own = pinSlots.find((slot) => pins?.[slot]?.id === storyId) ?? null;

  const close = (): void => {
    setOpen(false);
    button.current?.focus();
  };
  const pin = (slot: PinSlot): void => {
    const wanted = slot === own ? null : Number(slot);
    void bridge.pinStory({ id: storyId, slot: wanted }).then((result) => showFailure(store, result));
    close();
  };
  const holderOf = (slot: PinSlot): string | null => {
    const id = pins?.[slot]?.id;
    if (id === undefined) return null;
    return stories?.find((story) => story.id === id)?.title ?? 'a story that is gone';
  };
  const titleOf = (slot: PinSlot): string => {
    if (slot === own) return `Take it off key ${slot}`;
    const holder = holderOf(slot);
    return holder === null ? `Key ${slot}` : `Key ${slot}, now ${holder}`;
  };

  return (
    // Only listens to what comes up from its buttons.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className="pin"
      onBlur={(event: FocusEvent<HTMLDivElement>) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false);
      }}
      onKeyDown={(event) => {
        if (!isOpen) return;
        if (event.key === 'Escape') close();
        const slot = pinSlots.find((name) => name === event.key);
        if (slot !== undefined) pin(slot);
        if (event.key !== 'Escape' && slot === undefined) return;
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      <button
        type="button"
        className="button"
        ref={button}
        aria-expanded={isOpen}
        title="Put it on a key from 1 to 9"
        onClick={() => setOpen(!isOpen)}
      >
        {own === null ? 'Pin' : 'Pinned'}
        {own !== null && <kbd>{own}</kbd>}
      </button>
      {isOpen && (
        <div className="pin-slots" role="toolbar" aria-label="Keys">
          {pinSlots.map((slot) => (
            <button
              key={slot}
              type="button"
              className="pin-slot num"
              aria-label={titleOf(slot)}
              title={titleOf(slot)}
              aria-pressed={slot === own}
              data-taken={holderOf(slot) !== null}
              onClick={() => pin(slot)}
            >
              {slot}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
