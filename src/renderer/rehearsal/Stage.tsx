import { hidesText } from '../../core/rehearsal/fade.ts';
import type { AnswerState, FollowUpState } from '../../core/rehearsal/state.ts';
import type { Settings } from '../../core/settings/schema.ts';
import { isRunning } from '../../core/prompter/session.ts';
import { useTimed } from '../client/use-frame.ts';
import { type KeyHint, KeyLine } from './KeyLine.tsx';
import { followUpMoment, stageMoment, type StageMoment } from './stage-moment.ts';
import { StageText } from './StageText.tsx';
import { LevelButtons, PeekButton, usePeek, useStageKeys } from './StageKeys.tsx';
import { askingWords, clockWords, placeWords, pauseWords, stopWords, thinkingWords } from './stage-words.ts';
import { formatDuration } from '../../core/prompter/countdown.ts';
import type { Plan } from '../../core/prompter/plan.ts';
import type { SpeakingRun } from '../../core/rehearsal/run.ts';
import { stageAction, type SectionTime } from '../../core/rehearsal/run-times.ts';
import { sectionLook } from '../ui/format/section.ts';
import { StatusLine } from '../ui/StatusLine.tsx';
import { offPlan, shownTimes } from './stage-sections.ts';
import { ListenDot } from '../voice/ListenDot.tsx';
import { useListen } from '../voice/listen-state.ts';
import { WhichStory } from './WhichStory.tsx';

/** A running answer: the question alone during think time, then the clock, the text and the sections. */
export function Stage({ state, settings }: { state: AnswerState; settings: Settings }) {
  const moment = useTimed((nowMs) => stageMoment(state, settings, nowMs));
  const { run, times } = moment;
  const keys = useStageKeys(run.level);
  const isThinking = run.phase === 'thinking';
  const isPeeking = run.phase === 'speaking' && run.peeking;
  const canChoose = state.kind === 'mock' && run.marksMs.length === 0;
  return (
    <div className="stage" data-thinking={isThinking} data-sided={!isThinking || canChoose}>
      <QuestionHead state={state} />
      <div className="stage-mid">
        <StageClock moment={moment} countUp={settings.countUp} />
        {(!isThinking || canChoose) && (
          <div className="stage-side">
            {canChoose && <WhichStory chosenId={state.chosenId} />}
            {!isThinking && <StageText state={state} times={times} level={run.level} peeking={isPeeking} />}
          </div>
        )}
      </div>
      <footer className="stage-foot">
        <StatusLine />
        {!isThinking && <SectionBar times={times} direction={state.direction} />}
        <KeyLine hints={run.phase === 'thinking' ? thinkingHints(state) : speakingHints(state, run)}>
          {!isThinking && hidesText(run.level) && (
            <PeekButton at="the outline" peeks={run.peeks} peeking={isPeeking} keys={keys} />
          )}
          <LevelButtons level={run.level} keys={keys} />
        </KeyLine>
      </footer>
    </div>
  );
}

function thinkingHints(state: AnswerState): KeyHint[] {
  return [
    { command: 'pause-run', words: 'begin' },
    ...backHint(state),
    { command: 'end-run', words: stopWords(state), keys: 'Esc' },
  ];
}

/** Where a run was just discarded, or the answer before rated: the way back. */
function backHint({ canRestore, canGoBack }: AnswerState): KeyHint[] {
  if (canRestore) return [{ command: 'undo-mark', words: 'bring back the discarded run', keys: '⌫' }];
  return canGoBack ? [{ command: 'undo-mark', words: 'back to the rating', keys: '⌫' }] : [];
}

/** At the end, the key that goes on finishes the answer; before, finishing has a key of its own. */
function speakingHints(state: AnswerState, run: SpeakingRun): KeyHint[] {
  const next = nextWords(run, state.plan);
  const undo: KeyHint[] = run.marksMs.length > 0 ? [{ command: 'undo-mark', words: 'undo' }] : backHint(state);
  const finish: KeyHint[] = next === 'finish' ? [] : [{ command: 'finish-run', words: 'finish', keys: '↵' }];
  return [
    { command: 'mark-section', words: next },
    ...undo,
    { command: 'pause-run', words: isRunning(run.clock) ? 'pause' : 'resume' },
    ...finish,
    { command: 'end-run', words: 'stop here', keys: 'Esc' },
    { command: 'discard-run', words: 'discard', keys: 'Del' },
  ];
}

function nextWords(run: SpeakingRun, plan: Plan): string {
  if (stageAction(run, plan, 1).type === 'moveCursor') return 'next row';
  return run.marksMs.length < run.sections.length - 1 ? 'next section' : 'finish';
}

interface StageClockProps {
  moment: StageMoment;
  countUp: Settings['countUp'];
}

/** The clock, large, with its target, and why it is paused when it is. */
function StageClock({ moment: { run, figure, phase, pace, driftMs, spokenMs }, countUp }: StageClockProps) {
  const isAsking = useListen((listen) => listen.isAsking);
  const isThinking = run.phase === 'thinking';
  const isUp = countUp && !isThinking;
  return (
    <div className="stage-clock" data-thinking={isThinking}>
      <div
        className="figure num"
        role="timer"
        aria-label={isUp ? 'Time run' : 'Time left'}
        data-phase={phase}
        data-status={run.clock.status.kind}
        data-long={figure.length > 5}
      >
        {figure}
      </div>
      <p className="figure-of num">
        <ListenDot /> {isThinking ? thinkingWords(run) : clockWords(run.targetMs, phase === 'over', isUp)}
        {pace !== '' && (
          <>
            {' · '}
            <span
              // The <meter> element would be drawn as a bar.
              // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
              role="meter"
              aria-label="Pace"
              aria-valuemin={0}
              aria-valuemax={Math.round(run.targetMs / 1000)}
              aria-valuenow={Math.min(Math.round(run.targetMs / 1000), Math.round(spokenMs / 1000))}
              aria-valuetext={pace}
              data-drift={pace === 'on pace' ? 'none' : driftMs < 0 ? 'behind' : 'ahead'}
            >
              {pace}
            </span>
          </>
        )}
      </p>
      <output className="standing">{pauseWords(run) ?? (isAsking ? askingWords : null)}</output>
    </div>
  );
}

/** Each section, as wide as its planned time, with the time spoken in it; in the direction that the story is read. */
function SectionBar({ times, direction }: { times: readonly SectionTime[] } & Pick<AnswerState, 'direction'>) {
  return (
    <ol className="section-bar num" aria-label="Sections" dir={direction}>
      {shownTimes(times).map((time, index) => (
        <SectionPart key={index} time={time} />
      ))}
    </ol>
  );
}

function SectionPart({ time }: { time: SectionTime }) {
  const { kind, label, plannedMs, spokenMs, state } = time;
  const { name, letter } = sectionLook(kind, label);
  const off = state === 'done' ? offPlan(time) : null;
  return (
    <li data-kind={kind} data-state={state} style={{ flexGrow: plannedMs }} title={label === '' ? name : label}>
      <span className="part-name" dir="auto">
        {name}
      </span>
      {/* Where names don’t fit; assistive software still reads the name. */}
      <span className="part-letter" aria-hidden="true">
        {letter || '–'}
      </span>{' '}
      <span className="part-time" dir="ltr">
        {spokenMs !== null && formatDuration(spokenMs)}
        {state === 'now' && <span className="part-of"> of {formatDuration(plannedMs)}</span>}
        {off !== null && (
          <span className="part-off" data-off={off.tone}>
            {' '}
            {off.words}
          </span>
        )}
      </span>
    </li>
  );
}

function followUpHints(isClockRunning: boolean): KeyHint[] {
  return [
    { command: 'mark-section', words: 'answered' },
    { command: 'pause-run', words: isClockRunning ? 'pause' : 'resume' },
    { command: 'end-run', words: 'skip', keys: 'Esc' },
  ];
}

/** A follow-up question. It has no plan, so its clock only counts up; its prepared answer is hidden until one peeks. */
export function FollowUpStage({ state }: { state: FollowUpState }) {
  const { followUp, figure } = useTimed((nowMs) => followUpMoment(state.followUp, nowMs));
  const isAsking = useListen((listen) => listen.isAsking);
  const { prepared } = state;
  const isPrepared = prepared !== '';
  const keys = usePeek(isPrepared);
  return (
    <div className="stage" data-thinking="true" data-sided={isPrepared}>
      <QuestionHead state={state} />
      <div className="stage-mid">
        <div className="stage-clock" data-thinking="true">
          <div className="figure num" role="timer" aria-label="Time run" data-status={followUp.clock.status.kind}>
            {figure}
          </div>
          <p className="figure-of">
            <ListenDot /> Answer it freely; this isn’t part of the plan.
          </p>
          <output className="standing">
            {pauseWords(followUp, 'skips the follow-up') ?? (isAsking ? askingWords : null)}
          </output>
        </div>
        {isPrepared && <PreparedText text={prepared} isShown={followUp.peeking} />}
      </div>
      <footer className="stage-foot">
        <StatusLine />
        <KeyLine hints={followUpHints(isRunning(followUp.clock))}>
          {isPrepared && <PeekButton at="your answer" peeking={followUp.peeking} keys={keys} />}
        </KeyLine>
      </footer>
    </div>
  );
}

/** The answer that the person prepared, while they peek. */
function PreparedText({ text, isShown }: { text: string; isShown: boolean }) {
  return (
    <section
      className="stage-text"
      data-level="full"
      // It scrolls, which the keyboard must be able to do; without text it needs no tab stop.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={isShown ? 0 : undefined}
      aria-label="Prepared answer"
    >
      {isShown ? (
        <div className="stage-prepared">
          {text.split(/\n+/u).map((line, index) => (
            <p key={index} dir="auto">
              {line}
            </p>
          ))}
        </div>
      ) : (
        <p className="stage-hidden">You have prepared an answer. Hold H to see it.</p>
      )}
    </section>
  );
}

/** The question and its number in the series. */
function QuestionHead({ state }: { state: AnswerState | FollowUpState }) {
  const { ask } = state;
  const isFollowUp = state.step === 'followUp';
  return (
    <header className="asked">
      <p className="asked-place num">{isFollowUp ? `${placeWords(state)} · follow-up` : placeWords(state)}</p>
      <h1 dir="auto">{isFollowUp ? ask.followUp : ask.question}</h1>
      {isFollowUp && (
        <p className="asked-before" dir="auto">
          After: {ask.question}
        </p>
      )}
    </header>
  );
}
