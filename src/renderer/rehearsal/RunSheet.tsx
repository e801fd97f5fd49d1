import { shortName } from '../../core/stories/short-names.ts';
import { useMemo, useState } from 'react';
import { roundDuration, shownSections } from '../../core/prompter/shown-times.ts';
import type { SeriesRun } from '../../core/rehearsal/statistics.ts';
import { ratings } from '../../core/rehearsal/rating.ts';
import type { RecordSection, RunRecord } from '../../core/rehearsal/record.ts';
import { undoEndWithinMs } from '../../core/rehearsal/undo-end.ts';
import { toldRows } from '../../core/rehearsal/run-times.ts';
import { isFalseStart } from '../../core/rehearsal/rehearsed.ts';
import type { ResultState, RunResult } from '../../core/rehearsal/state.ts';
import { useKeys } from '../client/keys.ts';
import { useRunCommand, useView } from '../client/program-context.ts';
import { useProgramNow, useTimed } from '../client/use-frame.ts';
import { RunChart } from '../ui/charts/RunChart.tsx';
import { RunTable } from '../ui/charts/RunTable.tsx';
import { SectionBars, type SectionBar } from '../ui/charts/SectionBars.tsx';
import { keepFocus, keepScrollKeys, useSheetFocus } from '../ui/focus.ts';
import { nextRunWords } from '../ui/format/practice.ts';
import { ratingNames, runWords, sectionWords } from '../ui/format/run.ts';
import { counted, nameOfStory } from '../ui/format/story.ts';
import { ListenDot } from '../voice/ListenDot.tsx';
import { RecordingPart } from '../voice/RecordingPart.tsx';
import { HeardPart } from './HeardPart.tsx';
import { KeyLine, type KeyHint } from './KeyLine.tsx';
import { placeWords, stopWords } from './stage-words.ts';
import { followUpWords, isFarOver, nextWords, suggestionWords, totalWords } from './sheet-words.ts';
import { TickList } from './TickList.tsx';

/** A run’s times against its plan, what was left out, how it went, and what comes next. */
export function RunSheet({ state }: { state: ResultState }) {
  const { result, run } = state;
  const { record, earlier } = result;
  const recording = record.heard?.recording ?? null;
  const stories = useView(({ app }) => app?.library.stories);
  const { name } = nameOfStory(stories, record.story, record.title, shortName(record.title));
  const { canUndo } = useTimed((nowMs) => undoAt(run.endedAtMs, nowMs));
  const sheet = useSheetFocus();
  const next = state.at === state.of - 1 ? 'summary' : 'next question';
  const hints: KeyHint[] = [
    { command: 'finish-run', words: nextWords(next, record), keys: '↵' },
    { command: 'repeat-run', words: 'repeat' },
    ...(canUndo ? [{ command: 'undo-mark', words: 'keep going', keys: '⌫' } as const] : []),
    { command: 'discard-run', words: 'discard', keys: 'Del' },
    ...(state.at < state.of - 1 ? [{ command: 'end-run', words: stopWords(state), keys: 'Esc' } as const] : []),
  ];
  useStartKeyGoesOn(run.endedAtMs);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section className="result" aria-label="Result" tabIndex={-1} ref={sheet} onKeyDown={keepScrollKeys}>
      <header className="result-head">
        <div>
          <p className="asked-place num">
            {placeWords(state)} <ListenDot />
          </p>
          <h1 dir="auto" title={record.title}>
            {name}
          </h1>
          <p className="result-question" dir="auto">
            {record.question === name ? '' : record.question}
          </p>
          <p className="result-question num" dir="auto">
            {followUpWords(record)}
          </p>
        </div>
        <p className="total num">
          {roundDuration(record.totalMs)} <small>{totalWords(record)}</small>
        </p>
      </header>
      {recording !== null && <RecordingPart record={record} recording={recording} />}
      <section
        className="result-times"
        aria-label="Times"
        // It scrolls, which the keyboard must be able to do; short as it is without what was heard, it needs no tab stop.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={run.heard === null ? undefined : 0}
      >
        <SectionBars
          caption="Spoken · tick: planned"
          figures="Spoken / planned"
          bars={shownSections(record.sections).map(sectionBar)}
        />
        {run.heard !== null && (
          <HeardPart run={run} heard={run.heard} record={record} outline={state.outline} earlier={earlier} />
        )}
        {result.nextByRating !== null && <EarlierRuns earlier={earlier} record={record} />}
      </section>
      <TickList sections={state.outline} missed={run.missed} told={toldRows(run, run.endedAtMs)} />
      <div className="result-foot">
        {isFalseStart(record) && (
          <p className="result-false-start">
            Stopped within seconds, so it doesn’t count unless you rate it. Delete discards it.
          </p>
        )}
        <Ratings {...result} />
        <KeyLine hints={hints} />
      </div>
    </section>
  );
}

/** So soon after the end, the key that starts was meant to pause. */
const pausesForMs = 1000;

/** The key that starts everything else starts the next question, too: a clicker has no Enter. */
function useStartKeyGoesOn(endedAtMs: number): void {
  const runCommand = useRunCommand();
  const now = useProgramNow();
  useKeys(({ command }) => {
    if (command !== 'pause-run') return false;
    if (now() - endedAtMs > pausesForMs) runCommand('finish-run');
    return true;
  });
}

/** A section’s bar, from its times as shown. */
function sectionBar(section: RecordSection): SectionBar {
  const { kind, label, spokenMs, plannedMs } = section;
  return {
    kind,
    label,
    barMs: spokenMs,
    tickMs: plannedMs,
    isOver: isFarOver(section),
    title: spokenMs === null ? 'Its end was not marked' : undefined,
    figure: (
      <>
        {sectionWords(section)}
        {spokenMs === null && <span className="unseen"> (its end wasn’t marked)</span>}
      </>
    ),
  };
}

interface EarlierRunsProps {
  earlier: readonly SeriesRun[];
  record: RunRecord;
}

/** The runs of the story up to this one, as a chart and as a table. */
function EarlierRuns({ earlier, record }: EarlierRunsProps) {
  const [at, setAt] = useState<number | null>(null);
  const runs = useMemo(() => {
    const now: SeriesRun = { ...record, day: record.at.slice(0, 10), heard: record.heard?.sections ?? null };
    return [...earlier, now];
  }, [earlier, record]);
  const chosen = at === null ? undefined : runs[at];
  const summary = `${counted(runs.length, 'run')}, from ${roundDuration(runs[0]?.totalMs ?? 0)} to ${roundDuration(record.totalMs)}`;
  return (
    <section className="run-curve" aria-label="Earlier runs">
      <h2>Earlier runs</h2>
      {earlier.length === 0 ? (
        <p className="curve-none">This is the first run of this story. The next one will appear next to it.</p>
      ) : (
        <>
          <p className="chart-figure num">{chosen === undefined ? summary : runWords(chosen)}</p>
          <RunChart runs={runs} summary={summary} height={110} at={at} setAt={setAt} />
          <RunTable runs={runs} />
        </>
      )}
    </section>
  );
}

/** Whether the end can still be undone, which passes without a key. */
function undoAt(endedAtMs: number, nowMs: number): { canUndo: boolean; nextChangeInMs: number | null } {
  const leftMs = endedAtMs + undoEndWithinMs - nowMs;
  return { canUndo: leftMs > 0, nextChangeInMs: leftMs > 0 ? Math.ceil(leftMs) + 1 : null };
}

/** How it went, and when each rating brings the story back. A rating goes on to the next question; undo leads back. */
function Ratings({ record: { rating, suggested }, reasons, nextByRating }: RunResult) {
  const runCommand = useRunCommand();
  return (
    // A <fieldset> suggests that an answer is required.
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
    <div className="ratings" role="group" aria-label="How did it go?">
      <p className="ratings-why num">{suggestionWords(suggested, reasons)}</p>
      {ratings.map((each, index) => (
        <button
          key={each}
          type="button"
          aria-pressed={each === rating}
          data-suggested={rating === null && each === suggested}
          onMouseDown={keepFocus}
          onClick={() => runCommand(`rate-${each}`)}
        >
          <b>
            <span>
              {each === rating && <span aria-hidden="true">✓ </span>}
              {ratingNames[each]}
            </span>{' '}
            <kbd aria-hidden="true">{index + 1}</kbd>
          </b>
          <small>{nextByRating === null ? '' : nextRunWords(nextByRating[each])}</small>
        </button>
      ))}
    </div>
  );
}
