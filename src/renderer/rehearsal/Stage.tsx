import { hidesText } from '../../core/rehearsal/fade.ts';
import type { AnswerState } from '../../core/rehearsal/state.ts';
import type { Settings } from '../../core/settings/schema.ts';
import { isRunning } from '../../core/prompter/session.ts';
import { useTimed } from '../client/use-frame.ts';
import { KeyLine, type KeyHint } from './KeyLine.tsx';
import { LevelButtons } from './LevelButtons.tsx';
import { PeekButton } from './PeekButton.tsx';
import { Question } from './Question.tsx';
import { SectionBar } from './SectionBar.tsx';
import { StageClock } from './StageClock.tsx';
import { stageMoment } from './stage-moment.ts';
import { StageText } from './StageText.tsx';
import { useStageKeys } from './use-stage-keys.ts';

/** A run under way: the question alone while thinking, then the clock, the text and the sections. */
export function Stage({ state, settings }: { state: AnswerState; settings: Settings }) {
  const moment = useTimed((nowMs) => stageMoment(state, settings, nowMs));
  const { run, times } = moment;
  const keys = useStageKeys(run.level);
  const isThinking = run.phase === 'thinking';
  const isPeeking = run.phase === 'speaking' && run.peeking;
  const isClockRunning = isRunning(run.clock);
  return (
    <div className="stage" data-thinking={isThinking}>
      <Question state={state} />
      <div className="stage-mid">
        <StageClock moment={moment} countUp={settings.countUp} />
        {!isThinking && <StageText state={state} times={times} level={run.level} peeking={isPeeking} />}
      </div>
      <footer className="stage-foot">
        {!isThinking && <SectionBar times={times} />}
        <KeyLine
          hints={
            isThinking ? thinkingHints(isClockRunning) : speakingHints(times.length, run.marksMs.length, isClockRunning)
          }
        >
          {!isThinking && hidesText(run.level) && <PeekButton peeks={run.peeks} peeking={isPeeking} keys={keys} />}
          <LevelButtons level={run.level} keys={keys} />
        </KeyLine>
      </footer>
    </div>
  );
}

function thinkingHints(isClockRunning: boolean): KeyHint[] {
  return [
    { command: 'mark-section', words: 'begin' },
    { command: 'pause-run', words: isClockRunning ? 'pause' : 'go on' },
    { command: 'end-run', words: 'end', keys: 'Esc' },
  ];
}

/** `marks` of the sections were left. */
function speakingHints(sections: number, marks: number, isClockRunning: boolean): KeyHint[] {
  const undo: KeyHint[] = marks > 0 ? [{ command: 'undo-mark', words: 'take back', keys: '⌫' }] : [];
  return [
    { command: 'mark-section', words: marks < sections - 1 ? 'next section' : 'the end' },
    ...undo,
    { command: 'pause-run', words: isClockRunning ? 'pause' : 'go on' },
    { command: 'finish-run', words: 'all is said', keys: '↵' },
    { command: 'end-run', words: 'end', keys: 'Esc' },
  ];
}
