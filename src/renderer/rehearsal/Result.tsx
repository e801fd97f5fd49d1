import { undoEndWithinMs } from '../../core/rehearsal/reduce-run.ts';
import type { ResultState } from '../../core/rehearsal/state.ts';
import { roundDuration } from '../../core/prompter/shown-times.ts';
import { useTimed } from '../client/use-frame.ts';
import { KeyLine, type KeyHint } from './KeyLine.tsx';
import { Ratings } from './Ratings.tsx';
import { nextWords, totalWords } from './result-words.ts';
import { RunCurve } from './RunCurve.tsx';
import { placeWords } from '../ui/format/rating.ts';
import { keepScrollKeys, useSheetFocus } from './scroll-keys.ts';
import { SpokenBars } from './SpokenBars.tsx';
import { TickList } from './TickList.tsx';

/** The sheet of a run: its times against the plan, what was left out, how it went, and what comes next. */
export function Result({ state }: { state: ResultState }) {
  const { result, run } = state;
  const { record, earlier } = result;
  const { canUndo } = useTimed((nowMs) => undoAt(run.endedAtMs, nowMs));
  const sheet = useSheetFocus();
  const isLast = state.at === state.of - 1;
  const isMock = state.kind === 'mock';
  const next = !isLast ? 'next question' : isMock ? 'the interview’s sheet' : 'done';
  const hints: KeyHint[] = [
    { command: 'finish-run', words: nextWords(next, record), keys: '↵' },
    { command: 'repeat-run', words: 'once more' },
    ...(canUndo ? [{ command: 'undo-mark', words: 'it wasn’t the end', keys: '⌫' } as const] : []),
    { command: 'end-run', words: isMock ? 'end the interview' : 'close', keys: 'Esc' },
  ];
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section className="result" aria-label="Result" tabIndex={-1} ref={sheet} onKeyDown={keepScrollKeys}>
      <header className="result-head">
        <div>
          <p className="asked-place num">{placeWords(state)}</p>
          <h1 dir="auto">{record.title}</h1>
          <p className="result-question" dir="auto">
            {record.question === record.title ? '' : record.question}
          </p>
        </div>
        <p className="total num">
          {roundDuration(record.totalMs)} <small>{totalWords(record)}</small>
        </p>
      </header>
      <div className="result-times">
        <SpokenBars sections={record.sections} />
        <RunCurve earlier={earlier} record={record} />
      </div>
      <TickList sections={state.outline} missed={run.missed} />
      <div className="result-foot">
        <Ratings {...result} />
        <KeyLine hints={hints} />
      </div>
    </section>
  );
}

/** Whether the end can still be taken back, which goes by without a key. */
function undoAt(endedAtMs: number, nowMs: number): { canUndo: boolean; nextChangeInMs: number | null } {
  const leftMs = endedAtMs + undoEndWithinMs - nowMs;
  return { canUndo: leftMs > 0, nextChangeInMs: leftMs > 0 ? Math.ceil(leftMs) + 1 : null };
}
