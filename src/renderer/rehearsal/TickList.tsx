import { startTransition, useOptimistic } from 'react';
import type { OutlineSection } from '../../core/stories/model.ts';
import { useRun } from './use-run.ts';

interface TickListProps {
  sections: readonly OutlineSection[];
  /** Ids of the items that were left out. */
  missed: readonly string[];
}

interface Tick {
  id: string;
  isMissed: boolean;
}

/** The outline, ticked: what was left out is unticked by the person. */
export function TickList({ sections, missed }: TickListProps) {
  const act = useRun();
  // A tick is there at once; what the program says afterwards holds.
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
      <legend>Was everything said?</legend>
      {sections
        .flatMap((section) => section.items)
        .map(({ id, text, depth }) => (
          <label key={id} data-depth={Math.min(depth, 3)} data-missed={shown.includes(id)}>
            <input
              type="checkbox"
              checked={!shown.includes(id)}
              onChange={(event) => tick(id, !event.target.checked)}
            />
            <span dir="auto">{text}</span>
          </label>
        ))}
    </fieldset>
  );
}
