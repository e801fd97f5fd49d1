import type { Plan } from '../../../src/core/prompter/plan.ts';
import { reduceRun, type RunAction } from '../../../src/core/rehearsal/reduce-run.ts';
import { startRun, type OpenRun, type RehearsalRun } from '../../../src/core/rehearsal/run.ts';

/** Two minutes: situation 30 s, action 70 s, result 20 s; a section without rows in between. */
export const plan: Plan = {
  targetMs: 120_000,
  estimateMs: null,
  sections: [
    { kind: 'situation', label: 'S', startMs: 0, endMs: 30_000 },
    { kind: 'task', label: 'T', startMs: 30_000, endMs: 30_000 },
    { kind: 'action', label: 'A', startMs: 30_000, endMs: 100_000 },
    { kind: 'result', label: 'R', startMs: 100_000, endMs: 120_000 },
  ],
  rows: [],
};

/** Where the tests' monotonic clock stands when a run starts: no round figure, as in life. */
export const startMs = 7654.321;

export type Step = [afterMs: number, action: RunAction | RunAction['type']];

/** A pitch of a minute in one piece. */
export const onePiece: Plan = {
  targetMs: 60_000,
  estimateMs: null,
  sections: [{ kind: 'other', label: '', startMs: 0, endMs: 60_000 }],
  rows: [],
};

/** A run of a plan after some steps, each so long after the one before; and what the clock shows then. */
export function runOf(steps: Step[], thinkMs = 0, of: Plan = plan): { run: RehearsalRun; nowMs: number } {
  let nowMs = startMs;
  let run: RehearsalRun = startRun({ plan: of, thinkMs, level: 'initials' }, nowMs);
  for (const [afterMs, action] of steps) {
    nowMs += afterMs;
    run = reduceRun(run, typeof action === 'string' ? ({ type: action } as RunAction) : action, nowMs);
  }
  return { run, nowMs };
}

/** The run, which must be in that phase. */
export function inPhase<Phase extends RehearsalRun['phase']>(
  run: RehearsalRun,
  phase: Phase,
): Extract<RehearsalRun, { phase: Phase }> {
  if (run.phase !== phase) throw new Error(`The run is ${run.phase}, not ${phase}.`);
  return run as Extract<RehearsalRun, { phase: Phase }>;
}

/** The run, which must not have ended. */
export function stillOpen(run: RehearsalRun): OpenRun {
  return run.phase === 'thinking' ? run : inPhase(run, 'speaking');
}

/** Whether the clock paused because nobody was there. */
export function isAway({ clock: { status } }: RehearsalRun): boolean {
  return status.kind === 'paused' && status.by === 'away';
}
