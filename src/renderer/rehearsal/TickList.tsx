import { startTransition, useOptimistic, useState } from 'react';
import type { OutlineSection } from '../../core/stories/model.ts';
import type { ToldRow } from '../../core/voice/heard.ts';
import { useRun } from './use-run.ts';

interface TickListProps {
  sections: readonly OutlineSection[];
  /** Ids of the items that were left out. */
  missed: readonly string[];
  /** What was heard of the rows; null where nobody listened for them. */
  told: readonly ToldRow[] | null;
}

interface Tick {
  id: string;
  isMissed: boolean;
}

/**
 * The outline, all ticked: the person unticks what was left out. Where rows were heard, it begins with those ticked, as a
 * suggestion.
 */
export function TickList({ sections, missed, told }: TickListProps) {
  const act = useRun();
  // A tick shows at once; what the program says afterwards counts.
  const [shown, show] = useOptimistic(missed, (ids: readonly string[], { id, isMissed }: Tick) =>
    isMissed ? [...ids, id] : ids.filter((other) => other !== id),
  );
  const tick = (id: string, isMissed: boolean): void =>
    startTransition(async () => {
      show({ id, isMissed });
      await act({ type: 'setMissed', itemId: id, missed: isMissed });
    });
  return (
    <fieldset className="ticks">
      <legend>
        {told === null ? 'Untick what you left out' : 'Ticked: what Offbook thinks it heard. Correct it.'}
      </legend>
      {sections
        .flatMap((section) => section.items)
        .map(({ id, text, depth }) => {
          const heard = told?.find((row) => row.id === id);
          return (
            <div key={id} className="ticked-row" data-depth={Math.min(depth, 3)} data-missed={shown.includes(id)}>
              <label>
                <input
                  type="checkbox"
                  checked={!shown.includes(id)}
                  onChange={(event) => tick(id, !event.target.checked)}
                />
                <span dir="auto">{text}</span>
              </label>
              {heard !== undefined && <HeardWords row={text} words={heard.words} />}
            </div>
          );
        })}
    </fieldset>
  );
}

/** The words that a row was recognised by, for somebody who wonders. */
function HeardWords({ row, words }: Pick<ToldRow, 'words'> & { row: string }) {
  const [isOpen, setOpen] = useState(false);
  const said = words.join(' · ');
  return (
    <>
      <button
        type="button"
        className="heard"
        aria-label={`heard: ${row}`}
        aria-expanded={isOpen}
        title={`Heard: ${said}`}
        onClick={() => setOpen(!isOpen)}
      >
        heard
      </button>
      {isOpen && (
        <p className="heard-words" dir="auto">
          {said}
        </p>
      )}
    </>
  );
}
