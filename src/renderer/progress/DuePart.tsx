import { useMemo } from 'react';
import type { StoryBrief } from '../../core/contract/contract.ts';
import type { Progress } from '../../core/rehearsal/state.ts';
import { useRehearse } from '../client/program-context.ts';
import { type DueRow, dueRows } from './due-rows.ts';
import { MoreButton, useShowMore } from '../ui/MoreButton.tsx';

/** With no more than this due, what comes next is open too. */
const fewDue = 3;

interface DuePartProps {
  progress: Progress;
  briefs: readonly StoryBrief[];
}

/** The stories due today, those never rehearsed, and what comes next. */
export function DuePart({ progress: { due, stories, today, log }, briefs }: DuePartProps) {
  const rehearse = useRehearse();
  const rows = useMemo(() => dueRows(due, stories, briefs, today), [due, stories, briefs, today]);
  const { now, fresh, later } = rows;
  const dueCount = now.length + fresh.length;
  return (
    <section className="progress-part" aria-labelledby="progress-due">
      <div className="part-head">
        <h2 id="progress-due">
          Due today <span className="part-count num">{dueCount}</span>
        </h2>
        {dueCount > 0 && (
          <button type="button" className="button" data-main={log.runs > 0} onClick={() => rehearse({ which: 'due' })}>
            Rehearse all due
          </button>
        )}
      </div>
      {dueCount === 0 && <NothingDue next={later[0]} />}
      <DueList name="Due today" rows={now} first={6} />
      {fresh.length > 0 && now.length > 0 && <h3 id="progress-fresh">Never rehearsed</h3>}
      <DueList name="Never rehearsed" rows={fresh} first={now.length === 0 ? 6 : 3} />
      {later.length > 0 && (
        <details className="due-later" open={dueCount <= fewDue}>
          <summary>
            Coming up <span className="part-count num">{later.length}</span>
          </summary>
          <DueList name="Coming up" rows={later} first={10} />
        </details>
      )}
    </section>
  );
}

function NothingDue({ next }: { next: DueRow | undefined }) {
  if (next === undefined) return <p className="part-note">Nothing is due today.</p>;
  return (
    <p className="part-note">
      Nothing is due today; next is “<bdi title={next.title}>{next.name}</bdi>”, {next.words.split(' · ')[0]}.
    </p>
  );
}

interface DueListProps {
  name: string;
  rows: readonly DueRow[];
  /** How many are shown before “Show more”. */
  first: number;
}

function DueList({ name, rows, first }: DueListProps) {
  const rehearse = useRehearse();
  const shown = useShowMore(rows.length, first);
  if (rows.length === 0) return null;
  return (
    <>
      <ul className="due-list" aria-label={name}>
        {rows.slice(0, shown.count).map(({ storyId, title, name, group, words }) => (
          <li key={storyId}>
            <div className="due-words">
              <span className="due-title" dir="auto" title={title}>
                {name}
              </span>
              <small className="num">
                {group !== null && (
                  <>
                    <span dir="auto">{group}</span>
                    {' · '}
                  </>
                )}
                {words}
              </small>
            </div>
            <button
              type="button"
              className="button"
              aria-label={`Rehearse ${name}`}
              onClick={() => rehearse({ which: 'one', id: storyId })}
            >
              Rehearse
            </button>
          </li>
        ))}
      </ul>
      <MoreButton shown={shown} noun="stories" />
    </>
  );
}
