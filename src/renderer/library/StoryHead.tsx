import { type FocusEvent, useRef, useState } from 'react';
import type { Story } from '../../core/stories/model.ts';
import { FollowUps } from './FollowUps.tsx';
import { type TabId, variantOf } from './tabs.ts';
import { useOpenInEditor, usePrompt } from './story-actions.ts';
import { type PinSlot, pinSlots } from '../../core/settings/table.ts';
import { showFailure } from '../client/store.ts';
import { useProgram, useView } from '../client/program-context.ts';
import { RehearseButtons } from '../ui/RehearseButtons.tsx';

interface StoryHeadProps {
  story: Story;
  tab: TabId;
  practice: string | null;
}

/** The question, what is known of the story, how it was rehearsed, and what to do with it. */
export function StoryHead({ story, tab, practice }: StoryHeadProps) {
  const { id, file, line, group, title, question, followUps, tags, facts, planned } = story;
  const prompt = usePrompt();
  const openInEditor = useOpenInEditor();
  const variant = variantOf(tab);
  const breadcrumb = [group, question === null || question === title ? null : title].filter((part) => part !== null);
  return (
    <header>
      <p className="crumb" dir="auto">
        {breadcrumb.join(' · ')}
        {tags.map((tag) => (
          <span className="tag" key={tag}>
            {tag}
          </span>
        ))}
      </p>
      <h1 dir="auto">{question ?? title}</h1>
      <div className="story-bar">
        {!planned && (
          <>
            <button
              type="button"
              className="button"
              data-main="true"
              title={
                variant === null ? 'Show it on the prompter (Enter in the list)' : 'Show this variant on the prompter'
              }
              onClick={() => prompt({ id, variant })}
            >
              Prompt
            </button>
            <RehearseButtons stories={{ which: 'one', id }} />
            <PinPicker storyId={id} />
          </>
        )}
        <button
          type="button"
          className="button"
          data-main={planned}
          title={`${file}, line ${line} (O in the list)`}
          onClick={() => openInEditor(file, story.variants[variant ?? -1]?.line ?? line)}
        >
          Open in editor
        </button>
      </div>
      <FollowUps followUps={followUps} />
      {facts.length > 0 && (
        <dl className="facts">
          {facts.map((fact, index) => (
            <div key={index}>
              <dt dir="auto">{fact.label}</dt>
              <dd dir="auto">{fact.text}</dd>
            </div>
          ))}
        </dl>
      )}
      {/* Takes its space before anything is known, so that the page doesn’t jump when the log has been read. */}
      <p className="story-practice num">{planned ? 'Not written yet' : practice}</p>
    </header>
  );
}

/** Pins a story to one of the keys 1 to 9, or unpins it. A key that is taken names its story. */
function PinPicker({ storyId }: { storyId: string }) {
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
    if (slot === own) return `Unpin it from key ${slot}`;
    const holder = holderOf(slot);
    return holder === null ? `Key ${slot}` : `Key ${slot}, now ${holder}`;
  };

  return (
    // Only listens to events that bubble up from its buttons.
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
        title="Pin it to a key from 1 to 9"
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
