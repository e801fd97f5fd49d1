import { useMemo } from 'react';
import type { StoryBrief } from '../../core/contract/contract.ts';
import type { Progress } from '../../core/rehearsal/state.ts';
import { useRehearse } from '../client/program-context.ts';
import { RehearseButtons } from '../ui/RehearseButtons.tsx';
import { daysBetween, inDaysWords, shortDay } from '../ui/format/day.ts';
import { type DueRow, dueRows, type ReadyLine, type Scope } from './due-rows.ts';
import { MoreButton, useShowMore } from '../ui/MoreButton.tsx';

/** With no more than this due, what comes next is open too. */
const fewDue = 3;

interface DuePartProps {
  progress: Progress;
  briefs: readonly StoryBrief[];
  scope: Scope;
}

/** What to rehearse before the interview and what is ready for it; then what is due today, and what comes next. */
export function DuePart({ progress, briefs, scope }: DuePartProps) {
  const { again, ready, now, fresh, later } = useMemo(
    () => dueRows(progress, scope, briefs),
    [progress, scope, briefs],
  );
  const dueCount = now.length + fresh.length;
  const openCount = dueCount + again.length;
  const before = again.some(({ isNew }) => isNew) ? 'Rehearse before it' : 'Once more before it';
  const hasInterview = again.length + ready.length > 0;
  const day = progress.interviews.find(({ id }) => id === scope.interview)?.day ?? progress.today;
  return (
    <section className="progress-part" aria-labelledby="progress-due">
      <div className="part-head">
        <h2 id="progress-due">
          {hasInterview ? before : 'Due today'}{' '}
          <span className="part-count num">{hasInterview ? again.length : dueCount}</span>
        </h2>
        {progress.log.runs > 0 && (
          <RehearseButtons stories={{ which: 'due' }} isMain label={openCount === 0 ? 'One more round' : 'Rehearse'} />
        )}
      </div>
      {hasInterview && again.length === 0 && <p className="part-note">All of them are ready.</p>}
      <DueList name={before} rows={again} first={6} />
      {ready.length > 0 && (
        <>
          <h3>
            Ready for {readyDay(day, progress.today)} <span className="part-count num">{ready.length}</span>
          </h3>
          <DueList name="Ready" rows={ready} first={6} />
        </>
      )}
      {hasInterview && dueCount > 0 && (
        <h3>
          Other stories due today <span className="part-count num">{dueCount}</span>
        </h3>
      )}
      {!hasInterview && dueCount === 0 && <NothingDue next={later[0]} />}
      <DueList name="Due today" rows={now} first={6} />
      {fresh.length > 0 && now.length > 0 && <h3 id="progress-fresh">Never rehearsed</h3>}
      <DueList name="Never rehearsed" rows={fresh} first={now.length === 0 ? 6 : 3} />
      {later.length > 0 && (
        <details className="due-later" open={!hasInterview && dueCount <= fewDue}>
          <summary>
            Coming up <span className="part-count num">{later.length}</span>
          </summary>
          <DueList name="Coming up" rows={later} first={10} />
        </details>
      )}
    </section>
  );
}

/** `tomorrow`, `Fri 27 Nov`. */
function readyDay(day: string, today: string): string {
  const inDays = daysBetween(today, day);
  return inDays <= 1 ? inDaysWords(inDays) : shortDay(day);
}

/** `3 of 4 ready for tomorrow · weakest: The oven (14 days ago, 1 run)`. */
export function ReadyWords({ line: { words, weakest } }: { line: ReadyLine }) {
  return (
    <p className="ready-line num">
      <strong>{words}</strong>
      {weakest !== null && (
        <span>
          {' '}
          · weakest: <bdi title={weakest.title}>{weakest.name}</bdi> ({weakest.words})
        </span>
      )}
    </p>
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
        {rows.slice(0, shown.count).map(({ storyId, title, name: short, group, words }) => (
          <li key={storyId}>
            <div className="due-words">
              <span className="due-title" dir="auto" title={title}>
                {short}
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
              aria-label={`Rehearse ${short}`}
              onClick={() => rehearse.start({ which: 'one', id: storyId })}
            >
              Rehearse
            </button>
          </li>
        ))}
      </ul>
      <MoreButton shown={shown} noun="story" nouns="stories" />
    </>
  );
}
