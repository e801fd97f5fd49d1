import { elapsedMs, isRunning, type Session } from '../../core/prompter/session.ts';
import { runAt, type RehearsalRun } from '../../core/rehearsal/run.ts';
import { isWorthLogging } from '../../core/rehearsal/run-times.ts';
import type { Heard, Recorded, ToldRow } from '../../core/voice/heard.ts';
import { heardAt, silence, withSpeech, withSyllable, type HeardSoFar } from '../../core/voice/hearing.ts';

/** Collects what is heard of one run, on the run’s own clock. Times that come in are on the services’ clock. */
export interface HeardRun {
  /** The run as it is now: its clock may have started, stopped or gone on. */
  follow: (run: RehearsalRun, nowMs: number) => void;
  /** The microphone gave this sound. After a gap it knows no more: in there anything may have been said. */
  sound: (fromMs: number, toMs: number) => void;
  speech: (isSpeaking: boolean, atMs: number) => void;
  syllable: (atMs: number) => void;
  /** The rows told so far; null where they can’t be known any more. */
  told: (rows: readonly ToldRow[] | null) => void;
  /** Whether the answer is long enough for a line in the log. */
  isWorthKeeping: (nowMs: number) => boolean;
  /** All of it; null before the answer, without a microphone, and in a page that came too late to have heard its beginning. */
  heard: (nowMs: number, recording: Recorded | null) => Heard | null;
}

/** Nobody says much in so little time. */
export const lateAfterMs = 2000;

/** For a run that was just asked, or that a page finds under way. */
export function createHeardRun(first: RehearsalRun, atMs: number): HeardRun {
  const isLate = first.phase !== 'thinking' && elapsedMs(first.clock, atMs) > lateAfterMs;
  let run = first;
  let hearing: HeardSoFar = silence;
  /** When the present speech began, on the services’ clock; null while nobody speaks. */
  let speakingSinceMs: number | null = null;
  /** How far there was sound, on the run’s clock; and whether a gap came after it. */
  let soundToMs = 0;
  let hasGap = false;
  /** The clock of each stretch in which it ran, by its start. */
  const stretches = new Map<number, Session>();

  /** The end can be undone, and then the words in between are part of the answer. */
  const answer = (): RehearsalRun => (run.phase === 'ended' ? run.beforeEnd : run);
  const isHeard = (): boolean => answer().phase === 'speaking' && isRunning(answer().clock) && !hasGap;
  /** The moment on the run’s clock. A paused clock takes no time. */
  const runMs = (atMs: number): number => elapsedMs(answer().clock, atMs);
  /** The same for what becomes clear late: it may have been said before a pause. */
  const saidMs = (atMs: number): number =>
    [...stretches.values()].reduce((least, clock) => Math.min(least, elapsedMs(clock, atMs)), runMs(atMs));
  function remember(): void {
    const { phase, clock } = answer();
    if (phase === 'speaking' && clock.status.kind === 'running') stretches.set(clock.status.sinceMs, clock);
  }
  remember();

  return {
    follow: (next, nowMs) => {
      const wasHeard = isHeard();
      const wasMs = runMs(nowMs);
      run = next;
      remember();
      if (wasHeard && !isHeard()) hearing = withSpeech(hearing, false, Math.min(wasMs, runMs(nowMs)));
      if (!wasHeard && isHeard() && speakingSinceMs !== null)
        hearing = withSpeech(hearing, true, runMs(speakingSinceMs));
    },
    sound: (fromMs, toMs) => {
      if (!isHeard()) return;
      if (runMs(fromMs) - soundToMs > lateAfterMs) {
        hearing = withSpeech(hearing, false, soundToMs);
        hasGap = true;
      } else soundToMs = Math.max(soundToMs, runMs(toMs));
    },
    speech: (isSpeaking, atMs) => {
      speakingSinceMs = isSpeaking ? atMs : null;
      if (isHeard()) hearing = withSpeech(hearing, isSpeaking, runMs(atMs));
    },
    syllable: (atMs) => {
      if (isHeard()) hearing = withSyllable(hearing, runMs(atMs));
    },
    told: (rows) => {
      if (rows === null) {
        hearing = { ...hearing, told: null };
        return;
      }
      // A recogniser that had to start again, after undo, has forgotten them.
      const known = hearing.told ?? [];
      const news = rows.filter(({ id }) => known.every((row) => row.id !== id));
      hearing = { ...hearing, told: [...known, ...news.map((row) => ({ ...row, atMs: saidMs(row.atMs) }))] };
    },
    isWorthKeeping: (nowMs) => isWorthLogging(runAt(run, nowMs), nowMs),
    heard: (nowMs, recording) => {
      if (isLate || run.phase === 'thinking' || soundToMs === 0) return null;
      const presentMs = elapsedMs(run.clock, nowMs);
      // The latest sound is still on its way.
      const isThere = !hasGap && presentMs - soundToMs <= lateAfterMs;
      if (isThere) return heardAt(hearing, presentMs, recording);
      return { ...heardAt(hearing, Math.min(presentMs, soundToMs), recording), told: null };
    },
  };
}
