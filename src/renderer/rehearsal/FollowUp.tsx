import type { FollowUpState } from '../../core/rehearsal/state.ts';
import { useTimed } from '../client/use-frame.ts';
import { KeyLine, type KeyHint } from './KeyLine.tsx';
import { Question } from './Question.tsx';
import { followUpMoment } from './stage-moment.ts';

const hints: readonly KeyHint[] = [
  { command: 'mark-section', words: 'answered' },
  { command: 'end-run', words: 'skip', keys: 'Esc' },
];

/** The follow-up, answered without a plan: its clock only counts. */
export function FollowUp({ state }: { state: FollowUpState }) {
  const { figure } = useTimed((nowMs) => followUpMoment(state.run.endedAtMs, nowMs));
  return (
    <div className="stage" data-thinking="true">
      <Question state={state} />
      <div className="stage-mid">
        <div className="stage-clock" data-thinking="true">
          <div className="figure num" role="timer" aria-label="Time run" data-status="running">
            {figure}
          </div>
          <p className="figure-of">Answer it freely; this isn’t part of the plan.</p>
        </div>
      </div>
      <footer className="stage-foot">
        <KeyLine hints={hints} />
      </footer>
    </div>
  );
}
