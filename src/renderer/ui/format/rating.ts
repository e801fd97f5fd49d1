import type { Ask } from '../../../core/rehearsal/questions.ts';
import type { RehearsalRun } from '../../../core/rehearsal/run.ts';
import type { RehearsalState } from '../../../core/rehearsal/state.ts';
import { roundDuration } from '../../../core/prompter/shown-times.ts';

/** Where a question comes from; empty for a story's own. */
const origins: Readonly<Record<Ask['kind'], string>> = {
  question: '',
  alternate: 'question drawn from “also works for”',
  title: 'asked for by its title',
};

/** The small line over the question: `2 of 5 · question drawn from “also works for”`. */
export function placeWords({ kind, asks, at }: Pick<RehearsalState, 'kind' | 'asks' | 'at'>): string {
  const place = `${at + 1} of ${asks.length}`;
  const which = kind === 'mock' ? `Mock interview ${place}` : asks.length > 1 ? place : 'Rehearsal';
  const origin = origins[asks[at]?.kind ?? 'question'];
  return origin === '' ? which : `${which} · ${origin}`;
}

/** Why the clock stands, and the key that goes on; null while it runs. */
export function standingWords({ clock, away, phase }: Pick<RehearsalRun, 'clock' | 'away' | 'phase'>): string | null {
  if (phase === 'ended' || clock.status === 'running') return null;
  if (away) return 'Nothing was pressed for so long that the clock was stopped. P goes on, Esc ends the run.';
  if (clock.pausedBy === 'sleep') return 'The computer slept. That time doesn’t count. P goes on.';
  return 'Paused. P goes on.';
}

/** What the clock's figure is of: `left of 2:00`, `over 2:00`, `spoken of 2:00`. */
export function clockWords(targetMs: number, isOver: boolean, countUp: boolean): string {
  const target = roundDuration(targetMs);
  if (countUp) return isOver ? `spoken, over ${target}` : `spoken of ${target}`;
  return isOver ? `over ${target}` : `left of ${target}`;
}
