import { isRunning, elapsedMs } from '../prompter/session.ts';
import type { RehearsalState } from '../rehearsal/state.ts';
import type { Settings } from '../settings/schema.ts';

/**
 * A rehearsal without keys: the first word starts the clock, and a long silence asks whether the person has finished. A
 * value that follows what is heard; all times are on the services’ clock, in milliseconds.
 */
export interface HandsFree {
  /** When the present speech began, as far as it is the person’s own; null while they are silent. */
  speakingSinceMs: number | null;
  /** When the person was silent again, or acted by hand; null before their first word. */
  silentSinceMs: number | null;
  /** Until then, what is heard is Offbook’s own voice. */
  aloudUntilMs: number;
  /** Since when “Finished?” is on screen; null while it isn’t. */
  askedAtMs: number | null;
}

/** What a page notices. `isSpeaking` says whether somebody is heard at `atMs`. */
export type HandsFreeInput =
  | { type: 'sound'; isSpeaking: boolean; atMs: number }
  /** Offbook is saying a question aloud. */
  | { type: 'aloud'; atMs: number }
  /** The person pressed a key, or clicked. */
  | { type: 'hand'; atMs: number };

/** What follows: the answer begins at the first word, or it is over after `silentMs` without one. */
export type HandsFreeStep = { type: 'begin'; atMs: number } | { type: 'finish'; silentMs: number };

/** Whether the person wants to rehearse without keys. */
export function isHandsFree({ listening, handsFree }: Pick<Settings, 'listening' | 'handsFree'>): boolean {
  return listening && handsFree;
}

/** Less is a cough, or a chair. */
const shortestWordMs = 300;
/** The room and the loudspeakers go on a little. */
const afterAloudMs = 300;
/** Nobody who looks for a word is silent as long as this. */
const silenceMs = 6000;

export const nothingHeard: HandsFree = {
  speakingSinceMs: null,
  silentSinceMs: null,
  aloudUntilMs: -Infinity,
  askedAtMs: null,
};

/** The next value, and what follows from it; null for nothing. `rehearsal` is the step that the person is at. */
export function handsFreeAfter(
  before: HandsFree,
  input: HandsFreeInput,
  rehearsal: RehearsalState | null,
): { after: HandsFree; step: HandsFreeStep | null } {
  const { atMs } = input;
  switch (input.type) {
    case 'aloud':
      return { after: { ...before, aloudUntilMs: atMs + afterAloudMs, speakingSinceMs: null }, step: null };
    case 'hand':
      return {
        after: { ...before, silentSinceMs: before.silentSinceMs === null ? null : atMs, askedAtMs: null },
        step: null,
      };
    case 'sound': {
      const isOwn = input.isSpeaking && atMs >= before.aloudUntilMs;
      return isOwn ? speaking(before, atMs, rehearsal) : silent(before, atMs, rehearsal);
    }
  }
}

function speaking(
  before: HandsFree,
  atMs: number,
  rehearsal: RehearsalState | null,
): ReturnType<typeof handsFreeAfter> {
  const sinceMs = before.speakingSinceMs ?? atMs;
  const isWord = atMs - sinceMs >= shortestWordMs;
  const after: HandsFree = isWord
    ? { ...before, speakingSinceMs: sinceMs, silentSinceMs: atMs, askedAtMs: null }
    : { ...before, speakingSinceMs: sinceMs };
  const isThinking = rehearsal?.step === 'answer' && rehearsal.run.phase === 'thinking';
  return { after, step: isWord && isThinking ? { type: 'begin', atMs: sinceMs } : null };
}

function silent(before: HandsFree, atMs: number, rehearsal: RehearsalState | null): ReturnType<typeof handsFreeAfter> {
  const after: HandsFree = { ...before, speakingSinceMs: null };
  const { silentSinceMs, askedAtMs } = after;
  if (silentSinceMs === null || rehearsal === null || !mayBeFinished(rehearsal, atMs)) {
    return { after: { ...after, askedAtMs: null }, step: null };
  }
  if (atMs - silentSinceMs < silenceMs) return { after, step: null };
  if (askedAtMs === null) return { after: { ...after, askedAtMs: atMs }, step: null };
  if (atMs - askedAtMs < silenceMs) return { after, step: null };
  return { after: nothingHeard, step: { type: 'finish', silentMs: atMs - silentSinceMs } };
}

/** A silence early in an answer is somebody who looks for the words. */
function mayBeFinished(rehearsal: RehearsalState, atMs: number): boolean {
  if (rehearsal.step === 'followUp') return isRunning(rehearsal.followUp.clock);
  if (rehearsal.step !== 'answer' || rehearsal.run.phase !== 'speaking') return false;
  const { clock, targetMs, sections, marksMs } = rehearsal.run;
  const isInLast = sections.length > 1 && marksMs.length === sections.length - 1;
  return isRunning(clock) && (isInLast || elapsedMs(clock, atMs) >= targetMs / 2);
}
