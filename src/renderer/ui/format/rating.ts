import type { Ask } from '../../../core/rehearsal/questions.ts';
import type { OpenRun } from '../../../core/rehearsal/run.ts';
import type { AnswerState } from '../../../core/rehearsal/state.ts';
import { roundDuration } from '../../../core/prompter/shown-times.ts';

/** Where a question comes from; empty for a story's own. */
const origins: Readonly<Record<Ask['kind'], string>> = {
  question: '',
  alternate: 'question drawn from “also works for”',
  title: 'asked for by its title',
};

/** The small line over the question: `2 of 5 · question drawn from “also works for”`. */
export function placeWords({ kind, ask, at, of }: Pick<AnswerState, 'kind' | 'ask' | 'at' | 'of'>): string {
  const place = `${at + 1} of ${of}`;
  const which = kind === 'mock' ? `Mock interview ${place}` : of > 1 ? place : 'Rehearsal';
  const origin = origins[ask.kind];
  return origin === '' ? which : `${which} · ${origin}`;
}

/** Why the clock stands, and the key that goes on; null while it runs. */
export function standingWords({ clock: { status } }: Pick<OpenRun, 'clock'>): string | null {
  if (status.kind !== 'paused') return null;
  switch (status.by) {
    case 'away':
      return 'Paused: no key pressed for a long time. P resumes, Esc ends the run.';
    case 'sleep':
      return 'The computer slept. That time doesn’t count. P resumes.';
    case 'person':
      return 'Paused. P resumes.';
  }
}

/** What the clock's figure is of: `left of 2:00`, `over 2:00`, `spoken of 2:00`. */
export function clockWords(targetMs: number, isOver: boolean, countUp: boolean): string {
  const target = roundDuration(targetMs);
  if (countUp) return isOver ? `spoken, over ${target}` : `spoken of ${target}`;
  return isOver ? `over ${target}` : `left of ${target}`;
}
