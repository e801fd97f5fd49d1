import { keyLabel } from '../../core/contract/commands.ts';
import { isWaiting, type OpenRun } from '../../core/rehearsal/run.ts';
import type { AnswerState, RehearsalState } from '../../core/rehearsal/state.ts';
import { roundDuration } from '../../core/prompter/shown-times.ts';

/** The small line over the question: `Question 2 of 5`, or that it is the only one. */
export function placeWords({ at, of }: Pick<AnswerState, 'at' | 'of'>): string {
  return of > 1 ? `Question ${at + 1} of ${of}` : 'Rehearsal';
}

/** What Escape does before and after an answer: it stops the whole series, and says how much of it is left. */
export function stopWords({ step, at, of }: Pick<RehearsalState, 'step'> & Pick<AnswerState, 'at' | 'of'>): string {
  if (step === 'answer') return of === 1 ? 'stop' : `stop (${of - at} left)`;
  return at === of - 1 ? 'close' : `stop (${of - at - 1} left)`;
}

/** Why the clock is paused, and the key that resumes; null while it runs. `escape` is what Escape does. */
export function pauseWords({ clock: { status } }: Pick<OpenRun, 'clock'>, escape = 'stops here'): string | null {
  const resumes = `${keyLabel('pause-run')} resumes`;
  if (status.kind !== 'paused') return null;
  switch (status.by) {
    case 'away':
      return `Paused: no key pressed for a long time. ${resumes}, Esc ${escape}.`;
    case 'sleep':
      return `The computer slept. That time doesn’t count. ${resumes}.`;
    case 'person':
      return `Paused. ${resumes}.`;
  }
}

/** After a long silence. Speaking, or any other key, takes the question away. */
export const askingWords = 'Finished? ↵ ends the answer, and so does more silence. Speak to go on.';

/** What the clock does before the answer. */
export function thinkingWords(run: OpenRun): string {
  return isWaiting(run) ? 'starts with your first word' : 'to think';
}

/** What the clock’s figure means: `left of 2:00`, `over 2:00`, `spoken of 2:00`. */
export function clockWords(targetMs: number, isOver: boolean, countUp: boolean): string {
  const target = roundDuration(targetMs);
  if (countUp) return isOver ? `spoken, over ${target}` : `spoken of ${target}`;
  return isOver ? `over ${target}` : `left of ${target}`;
}
