import type { Ask } from '../../core/rehearsal/questions.ts';
import type { RehearsalRun } from '../../core/rehearsal/run.ts';
import type { RehearsalState } from '../../core/rehearsal/state.ts';
import { roundDuration } from '../../core/prompter/shown-times.ts';

/** Where a question comes from; empty for a story’s main one. */
const origins: Readonly<Record<Ask['kind'], string>> = {
  question: '',
  alternate: 'question from “also works for”',
  title: 'asked by title',
};

/** The small line over the question: `2 of 5 · question from “also works for”`. */
export function placeWords({ kind, asks, at }: Pick<RehearsalState, 'kind' | 'asks' | 'at'>): string {
  const place = `${at + 1} of ${asks.length}`;
  const which = kind === 'mock' ? `Mock interview ${place}` : asks.length > 1 ? place : 'Rehearsal';
  const origin = origins[asks[at]?.kind ?? 'question'];
  return origin === '' ? which : `${which} · ${origin}`;
}

/** Why the clock is paused, and the key that resumes; null while it runs. */
export function standingWords({ clock, away, phase }: Pick<RehearsalRun, 'clock' | 'away' | 'phase'>): string | null {
  if (phase === 'ended' || clock.status === 'running') return null;
  if (away) return 'Paused: no key pressed for a long time. P resumes, Esc ends the run.';
  if (clock.pausedBy === 'sleep') return 'The computer slept. That time doesn’t count. P resumes.';
  return 'Paused. P resumes.';
}

/** What the clock’s figure means: `left of 2:00`, `over 2:00`, `spoken of 2:00`. */
export function clockWords(targetMs: number, isOver: boolean, countUp: boolean): string {
  const target = roundDuration(targetMs);
  if (countUp) return isOver ? `spoken, over ${target}` : `spoken of ${target}`;
  return isOver ? `over ${target}` : `left of ${target}`;
}
