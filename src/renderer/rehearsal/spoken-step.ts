import type { AnswerState, RehearsalState } from '../../core/rehearsal/state.ts';

/** What is to be done with the voice: say something new, be silent, or go on with what it says. */
export type VoiceStep = { type: 'say'; text: string } | { type: 'hush' } | { type: 'go-on' };

/** A page that comes later, as after a reload, doesn't ask again what was asked longer ago than this. */
const lateAfterMs = 1500;

/**
 * What the voice does when the rehearsal comes from `before` to `now`: it asks each question once, when it is put,
 * and its follow-up, and is silent as soon as there is an answer or another thing to see. `nowMs` is the
 * services' clock.
 */
export function voiceStep(before: RehearsalState | null, now: RehearsalState | null, nowMs: number): VoiceStep {
  if (now === null || now.step === 'result' || now.step === 'sheet') return { type: 'hush' };
  const { ask } = now;
  if (now.step === 'followUp') {
    if (before?.step === 'followUp' && before.at === now.at) return { type: 'go-on' };
    return sayIfFresh(ask.followUp ?? '', now.run.endedAtMs, nowMs);
  }
  if (!isNewRun(before, now)) {
    // Who begins to speak doesn't want to be spoken over.
    const hasBegun = before?.step === 'answer' && before.run.phase === 'thinking' && now.run.phase === 'speaking';
    return hasBegun ? { type: 'hush' } : { type: 'go-on' };
  }
  return sayIfFresh(ask.question, runningSinceMs(now), nowMs);
}

/** Whether the question is put anew: the next one, or the same once more. */
function isNewRun(before: RehearsalState | null, now: AnswerState): boolean {
  if (before === null || before.step !== 'answer' || before.at !== now.at) return hasJustBegun(now);
  const [old, run] = [before.run, now.run];
  if (run.phase === 'thinking' && old.phase !== 'thinking') return true;
  const isAnother = run.phase === old.phase && runningSinceMs(now) !== runningSinceMs(before);
  return isAnother && hasJustBegun(now);
}

function hasJustBegun({ run }: AnswerState): boolean {
  return run.clock.elapsedBeforeMs === 0 && run.marksMs.length === 0;
}

function runningSinceMs({ run }: AnswerState): number | null {
  const { status } = run.clock;
  return status.kind === 'running' ? status.sinceMs : null;
}

function sayIfFresh(text: string, askedAtMs: number | null, nowMs: number): VoiceStep {
  const isFresh = askedAtMs !== null && nowMs - askedAtMs < lateAfterMs;
  return isFresh && text !== '' ? { type: 'say', text } : { type: 'hush' };
}
