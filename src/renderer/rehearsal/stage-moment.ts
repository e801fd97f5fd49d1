import { clockFigure, nextFigureInMs, phaseOf, type Phase } from '../../core/prompter/countdown.ts';
import { describeDrift } from '../../core/prompter/cursor.ts';
import { runAt, type OpenRun } from '../../core/rehearsal/run.ts';
import { runDriftMs, sectionTimes, spokenSoFarMs, type SectionTime } from '../../core/rehearsal/run-times.ts';
import type { AnswerState } from '../../core/rehearsal/state.ts';
import { newSession, reduceSession, timeLeftMs, type Session } from '../../core/prompter/session.ts';
import type { Settings } from '../../core/settings/schema.ts';

/** All of the stage that changes with time, at one moment. */
export interface StageMoment {
  /** The run as it stands: its think time may be over, and somebody may have left. */
  run: OpenRun;
  figure: string;
  phase: Phase;
  times: SectionTime[];
  /** Off the plan, in milliseconds; above zero when ahead. */
  driftMs: number;
  /** The drift in words; empty while thinking. */
  pace: string;
  spokenMs: number;
  /** Until any of this looks different; null while nothing changes by itself. */
  nextChangeInMs: number | null;
}

type ClockSettings = Pick<Settings, 'countUp' | 'soonMs' | 'lastMs'>;

/**
 * The stage at `nowMs` of the services' clock. Everything on it changes together with the figure, so that one
 * thing moves at a time.
 */
export function stageMoment(state: Pick<AnswerState, 'run'>, settings: ClockSettings, nowMs: number): StageMoment {
  const run = runAt(state.run, nowMs);
  const { clock } = run;
  const isThinking = run.phase === 'thinking';
  // What is left of the think time is what counts, whatever the person likes their answers' clock to show.
  const countUp = settings.countUp && !isThinking;
  const leftMs = timeLeftMs(clock, nowMs);
  const driftMs = runDriftMs(run, nowMs);
  return {
    run,
    figure: clockFigure(clock, nowMs, countUp),
    phase: isThinking ? 'calm' : phaseOf(leftMs, settings),
    times: sectionTimes(run, nowMs),
    driftMs,
    pace: isThinking ? '' : describeDrift(driftMs),
    spokenMs: spokenSoFarMs(run, nowMs),
    nextChangeInMs: nextFigureInMs(clock, nowMs, countUp),
  };
}

/** A follow-up's clock: it counts up from when it was asked, since nothing is planned for it. */
export function followUpMoment(followUpAtMs: number, nowMs: number) {
  const clock: Session = reduceSession(newSession(1, 'step', 1), { type: 'play' }, followUpAtMs);
  return { figure: clockFigure(clock, nowMs, true), nextChangeInMs: nextFigureInMs(clock, nowMs, true) };
}
