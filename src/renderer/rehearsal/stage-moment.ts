import { clockFigure, nextFigureInMs, phaseOf, type Phase } from '../../core/prompter/countdown.ts';
import { driftWords } from '../../core/prompter/cursor.ts';
import { followUpAt, type FollowUpRun } from '../../core/rehearsal/follow-up.ts';
import { runAt, type OpenRun } from '../../core/rehearsal/run.ts';
import { runDriftMs, sectionTimes, spokenSoFarMs, type SectionTime } from '../../core/rehearsal/run-times.ts';
import type { AnswerState } from '../../core/rehearsal/state.ts';
import { timeLeftMs } from '../../core/prompter/session.ts';
import type { Settings } from '../../core/settings/schema.ts';

/** Everything on the stage that changes with time, at one moment. */
export interface StageMoment {
  /** The run at this moment: its think time may be over, and the person may have left. */
  run: OpenRun;
  figure: string;
  phase: Phase;
  times: SectionTime[];
  /** Off the plan, in milliseconds; above zero when ahead. */
  driftMs: number;
  /** The drift in words; empty during think time, and over zero, where the overrun alone counts. */
  pace: string;
  spokenMs: number;
  /** Until any of this looks different; null while time changes nothing. */
  nextChangeInMs: number | null;
}

type ClockSettings = Pick<Settings, 'countUp' | 'soonMs' | 'lastMs'>;

/**
 * The stage at `nowMs` of the services' clock. All of it changes together with the figure, so that there is
 * only one movement at a time.
 */
export function stageMoment(state: Pick<AnswerState, 'run'>, settings: ClockSettings, nowMs: number): StageMoment {
  const run = runAt(state.run, nowMs);
  const { clock } = run;
  const isThinking = run.phase === 'thinking';
  // Think time always counts down, however the answer’s clock is set.
  const countUp = settings.countUp && !isThinking;
  const leftMs = timeLeftMs(clock, nowMs);
  const driftMs = runDriftMs(run, nowMs);
  const phase = isThinking ? 'calm' : phaseOf(leftMs, settings);
  return {
    run,
    figure: clockFigure(clock, nowMs, countUp),
    phase,
    times: sectionTimes(run, nowMs),
    driftMs,
    pace: isThinking || phase === 'over' ? '' : driftWords(driftMs),
    spokenMs: spokenSoFarMs(run, nowMs),
    nextChangeInMs: nextFigureInMs(clock, nowMs, countUp),
  };
}

/** A follow-up at `nowMs` of the services’ clock. It has no plan, so its clock counts up. */
export function followUpMoment(before: FollowUpRun, nowMs: number) {
  const followUp = followUpAt(before, nowMs);
  const { clock } = followUp;
  return { followUp, figure: clockFigure(clock, nowMs, true), nextChangeInMs: nextFigureInMs(clock, nowMs, true) };
}
