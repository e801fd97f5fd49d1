import type { AnswerState, RehearsalState } from '../../core/rehearsal/state.ts';

/** What the voice does: says something new, stops, or continues what it is saying. */
type VoiceStep = { type: 'say'; text: string } | { type: 'hush' } | { type: 'go-on' };

/** A page that opens later, as after a reload, doesn’t repeat a question older than this. */
const lateAfterMs = 1500;

/**
 * What the voice does when the rehearsal goes from `before` to `now`: it says each question and follow-up once, when it
 * is asked, and stops as soon as the answer begins or another page appears. `nowMs` is the services’ clock.
 */
export function voiceStep(before: RehearsalState | null, now: RehearsalState | null, nowMs: number): VoiceStep {
  if (now === null || now.step === 'result' || now.step === 'sheet') return { type: 'hush' };
  const { ask } = now;
  if (now.step === 'followUp') {
    if (before?.step === 'followUp' && before.at === now.at) return { type: 'go-on' };
    return sayIfFresh(ask.followUp ?? '', now.run.endedAtMs, nowMs);
  }
  if (!isNewRun(before, now)) {
    // Nobody who begins to speak wants to be spoken over.
    const hasBegun = before?.step === 'answer' && before.run.phase === 'thinking' && now.run.phase === 'speaking';
    return hasBegun ? { type: 'hush' } : { type: 'go-on' };
  }
  return sayIfFresh(ask.question, now.run.askedAtMs, nowMs);
}

/** Whether a question has just been asked: the next one, or the same one again. */
function isNewRun(before: RehearsalState | null, now: AnswerState): boolean {
  if (before === null || before.step !== 'answer' || before.at !== now.at) return hasJustBegun(now);
  return before.run.askedAtMs !== now.run.askedAtMs && hasJustBegun(now);
}

function hasJustBegun({ run }: AnswerState): boolean {
  return run.clock.elapsedBeforeMs === 0 && run.marksMs.length === 0;
}

function sayIfFresh(text: string, askedAtMs: number, nowMs: number): VoiceStep {
  const isFresh = nowMs - askedAtMs < lateAfterMs;
  return isFresh && text !== '' ? { type: 'say', text } : { type: 'hush' };
}
