import type { AppState, Bridge } from '../../core/contract/contract.ts';
import { rowIndexAt } from '../../core/prompter/cursor.ts';
import { elapsedMs } from '../../core/prompter/session.ts';
import { type PersonAction } from '../../core/rehearsal/reduce-run.ts';
import { type RehearsalRun } from '../../core/rehearsal/run.ts';
import { undoEndWithinMs } from '../../core/rehearsal/undo-end.ts';
import { runOf, spokenSoFarMs } from '../../core/rehearsal/run-times.ts';
import type { RehearsalState } from '../../core/rehearsal/state.ts';
import {
  handsFreeAfter,
  isHandsFree,
  nothingHeard,
  type HandsFree,
  type HandsFreeInput,
} from '../../core/voice/hands-free.ts';
import type { PageTimer } from '../client/timer.ts';
import type { Follower } from './follower.ts';
import { createHeardRun, lateAfterMs, type HeardRun } from './heard-run.ts';
import { samplesPerMs, sentPlaces, type Listener, type SentPlaces } from './listener.ts';
import type { Recording } from './recorder.ts';

export interface RehearsalListenerParts {
  bridge: Pick<Bridge, 'actOnRun'>;
  /** The services’ clock. */
  nowMs: () => number;
  after: PageTimer;
  follower: Follower;
  /** Null while the microphone gives nothing to record. */
  startRecording: (storyId: string) => Recording | null;
  /** Whether Offbook itself is saying something aloud. */
  isAloud: () => boolean;
  /** “Finished?” appeared or went away. */
  asks: (isAsking: boolean) => void;
  /** A silence ended the answer, which the views show by now. */
  finished: () => void;
}

/** What is lost if the program and this page go at once. */
const savedEveryMs = 5000;
/** In pieces of sound, some two seconds: as long as it can take until a first word has started the clock. */
const mostEarly = 40;
/** A word begins a little before it is loud. */
const onsetMs = 200;
/** The recogniser takes the last word in with what comes after it, and understands it a little later. */
const lastWordMs = 700;
const understoodAfterMs = 1500;

interface Present {
  run: HeardRun;
  askedAtMs: number;
  recording: Recording | null;
  isFinished: boolean;
  sent: SentPlaces;
  /** The latest sound from before the answer: the clock starts at a word that was heard before anybody knew. */
  early: [samples: Float32Array, atMs: number][];
}

/** Listens to a rehearsal: what is heard of a run becomes facts of the run, and does what keys do. */
export function createRehearsalListener(parts: RehearsalListenerParts): Listener {
  const { bridge, nowMs, after, follower } = parts;
  let app: AppState | null = null;
  let present: Present | null = null;
  let handsFree: HandsFree = nothingHeard;
  let isSpeaking = false;
  let hasEnded = false;
  let cancelSave = (): void => undefined;
  let cancelStop = (): void => undefined;
  let cancelLateWords = (): void => undefined;
  /** The run that was discarded, while `undo` can still bring it back. */
  let discarded: Present | null = null;

  const act = (action: PersonAction, atMs?: number): void =>
    // In a series, the answer may be over by the time that this arrives: then there’s nobody left to inform.
    void bridge.actOnRun(atMs === undefined ? { action } : { action, atMs });

  function send(of: Present): void {
    const heard = of.run.heard(nowMs(), of.recording?.recorded() ?? null);
    if (heard !== null) act({ type: 'heard', askedAtMs: of.askedAtMs, heard });
  }

  function saveLater(): void {
    cancelSave();
    cancelSave = after(savedEveryMs, () => {
      if (present !== null) send(present);
      saveLater();
    });
  }

  /** The recording is whole only once it has stopped. */
  async function finish(of: Present): Promise<void> {
    if (of.isFinished) return;
    of.isFinished = true;
    if (of.recording !== null) await of.recording.stop();
    send(of);
  }

  /** Until then the end can be undone, and then the recording goes on. */
  function finishLater(of: Present): void {
    cancelStop = after(undoEndWithinMs, () => void finish(of));
  }

  function dropDiscarded(): void {
    discarded?.recording?.discard();
    discarded = null;
  }

  /** Nobody has use for a recording without a run; that of a discarded run waits for undo. */
  function leave(becomes: 'kept' | 'discarded' | 'undone' = 'kept'): void {
    cancelSave();
    cancelStop();
    cancelLateWords();
    follower.follow(null);
    const left = present;
    present = null;
    if (left === null) return;
    if (becomes === 'undone' || !left.run.isWorthKeeping(nowMs())) left.recording?.discard();
    else if (becomes === 'kept') void finish(left);
    else {
      dropDiscarded();
      left.recording?.pause();
      discarded = left;
    }
  }

  /** Not from the middle of an answer: the recording’s times would be wrong. */
  function record(of: Present, run: RehearsalRun): void {
    const isLate = run.phase !== 'thinking' && spokenSoFarMs(run, nowMs()) > lateAfterMs;
    if (app?.settings.recordRuns !== true || of.recording !== null || run.phase === 'ended' || isLate) return;
    of.recording = parts.startRecording(storyIdOf(app.rehearsal));
    if (run.phase === 'speaking') markNow(of, run);
    if (!isOn(run)) of.recording?.pause();
  }

  /** The clock began a little earlier than this page hears of it. */
  function markNow({ recording }: Present, run: RehearsalRun): void {
    recording?.mark(elapsedMs(run.clock, nowMs()));
  }

  /** The words of the answer that were heard before this page heard that it had begun. */
  function feedEarly({ early }: Present, run: RehearsalRun): void {
    const fromMs = nowMs() - elapsedMs(run.clock, nowMs()) - onsetMs;
    for (const [samples, atMs] of early.splice(0)) if (atMs >= fromMs) follower.feed(samples, atMs);
  }

  function begin(run: RehearsalRun, canRestore: boolean): void {
    const { askedAtMs } = run;
    if (discarded?.askedAtMs === askedAtMs) {
      const restored = discarded;
      discarded = null;
      leave('undone');
      present = restored;
      // The words since then went to the run in between.
      restored.run.follow(run, nowMs());
      restored.run.speech(isSpeaking, nowMs());
      if (run.phase === 'ended') finishLater(restored);
      return;
    }
    leave(canRestore ? 'discarded' : 'kept');
    present = {
      run: createHeardRun(run, nowMs()),
      askedAtMs,
      recording: null,
      isFinished: false,
      sent: sentPlaces(),
      early: [],
    };
    record(present, run);
    if (isSpeaking) present.run.speech(true, nowMs());
  }

  /** From one state of the same run to the next. */
  function follow(of: Present, before: RehearsalRun | null, run: RehearsalRun): void {
    of.run.follow(run, nowMs());
    const wasOn = before !== null && isOn(before);
    if (before?.phase !== 'speaking' && run.phase === 'speaking') {
      cancelStop();
      if (before?.phase === 'thinking') markNow(of, run);
      feedEarly(of, run);
      saveLater();
    }
    if (before !== null && wasOn !== isOn(run)) {
      if (isOn(run)) of.recording?.resume();
      else of.recording?.pause();
      send(of);
    }
    if (before !== null && before.phase !== 'ended' && run.phase === 'ended') {
      cancelSave();
      send(of);
      finishLater(of);
      cancelLateWords = after(understoodAfterMs, () => {
        follower.follow(null);
        send(of);
      });
    }
  }

  function hear(input: HandsFreeInput): void {
    if (app === null || !isHandsFree(app.settings)) return;
    const { after: next, step } = handsFreeAfter(handsFree, input, app.rehearsal);
    const wasAsking = handsFree.askedAtMs !== null;
    handsFree = next;
    if (wasAsking !== (next.askedAtMs !== null)) parts.asks(!wasAsking);
    if (step?.type === 'begin') act({ type: 'begin' }, step.atMs);
    if (step?.type === 'finish') {
      hasEnded = true;
      act({ type: 'finishInSilence', silentMs: step.silentMs });
    }
  }

  return {
    follow: (next) => {
      const [before, rehearsal] = [app?.rehearsal ?? null, next.rehearsal];
      app = next;
      const run = runOf(rehearsal);
      if (before?.step !== rehearsal?.step || runOf(before)?.askedAtMs !== run?.askedAtMs) {
        if (handsFree.askedAtMs !== null) parts.asks(false);
        handsFree = { ...nothingHeard, aloudUntilMs: handsFree.aloudUntilMs };
        if (hasEnded) parts.finished();
        hasEnded = false;
      }
      if (run === null) return leave();
      const isSame = present?.askedAtMs === run.askedAtMs;
      const canRestore = rehearsal?.step === 'answer' && rehearsal.canRestore;
      if (!isSame) begin(run, canRestore);
      if (present === null) return;
      if (!canRestore) dropDiscarded();
      follow(present, isSame ? runOf(before) : null, run);
      if (rehearsal?.step !== 'answer') return;
      cancelLateWords();
      const { outline, answer } = rehearsal;
      const { mode, tickRows } = next.settings;
      const isFollowed = tickRows || mode === 'voice' || isHandsFree(next.settings);
      follower.follow(isFollowed ? { id: storyIdOf(rehearsal), outline, answer } : null);
      const { cursorMs } = run.clock;
      // A page that comes in mid-answer begins where the run is.
      const fromMs = isSame ? runOf(before)?.clock.cursorMs : 0;
      if (run.phase === 'speaking' && cursorMs !== fromMs && !present.sent.take(cursorMs)) {
        follower.movedByHand(rowIndexAt(rehearsal.plan, cursorMs));
      }
    },
    on: () => {
      const run = runOf(app?.rehearsal ?? null);
      if (run !== null && present !== null) record(present, run);
    },
    speech: (speaking, atMs) => {
      isSpeaking = speaking;
      present?.run.speech(speaking, atMs);
    },
    syllable: (atMs) => present?.run.syllable(atMs),
    samples: (samples, atMs) => {
      const endMs = atMs + samples.length / samplesPerMs;
      present?.run.sound(atMs, endMs);
      if (parts.isAloud()) hear({ type: 'aloud', atMs: endMs });
      hear({ type: 'sound', isSpeaking, atMs: endMs });
      const run = runOf(app?.rehearsal ?? null);
      const isLastWord = run?.phase === 'ended' && atMs < run.endedAtMs + lastWordMs;
      if (isLastWord || (run?.phase === 'speaking' && isOn(run))) follower.feed(samples, atMs);
      if (run?.phase === 'thinking') present?.early.push([samples, atMs]);
      if (present !== null && present.early.length > mostEarly) present.early.shift();
    },
    hand: () => hear({ type: 'hand', atMs: nowMs() }),
    reached: (row) => {
      const rehearsal = app?.rehearsal ?? null;
      if (app === null || present === null || rehearsal?.step !== 'answer') return;
      const { sections, marksMs } = rehearsal.run;
      const rowMs = rehearsal.plan.rows[row]?.startMs;
      if (rowMs === undefined) return;
      const section = sections.findLastIndex(({ startMs }) => startMs <= rowMs);
      // In the other modes the outline stays the person’s, but nobody has a hand free to mark the sections.
      const isMarked = isHandsFree(app.settings) && section > marksMs.length;
      if (app.settings.mode !== 'voice' && !isMarked) return;
      const toMs = app.settings.mode === 'voice' ? rowMs : (sections[section]?.startMs ?? 0);
      present.sent.add(toMs);
      act({ type: 'reach', cursorMs: toMs }, nowMs());
    },
    told: (rows) => present?.run.told(app?.settings.tickRows === true ? rows : null),
    close: () => {
      if (handsFree.askedAtMs !== null) parts.asks(false);
      // A page that goes has no time to wait for the end of the recording.
      if (present !== null) send(present);
      leave();
      dropDiscarded();
    },
  };
}

/** The story of the question; in an interview, the person may have chosen it. */
function storyIdOf(rehearsal: RehearsalState | null): string {
  if (rehearsal === null || rehearsal.step === 'sheet') return '';
  return (rehearsal.step === 'answer' ? rehearsal.chosenId : null) ?? rehearsal.ask.storyId;
}

/** Whether there is something to hear: thinking aloud is recorded, a pause isn’t. */
function isOn(run: RehearsalRun): boolean {
  return run.phase !== 'ended' && run.clock.status.kind !== 'paused';
}
