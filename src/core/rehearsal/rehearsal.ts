import type { Plan } from '../prompter/plan.ts';
import type { SessionSnapshot } from '../prompter/prompt.ts';
import { askedAlternate, type Ask } from './questions.ts';
import type { RunRecord } from './record.ts';
import type { RunAction } from './reduce-run.ts';
import type { AskPlace, FlowOptions, RehearsalRound, RehearsalState } from './state.ts';
import { preparedAnswer, type FollowUpRun } from './follow-up.ts';
import { runAt, startRun, type OpenRun } from './run.ts';
import { hasSpoken, isWorthLogging } from './run-times.ts';
import type { Session } from '../prompter/session.ts';
import type { Story } from '../stories/model.ts';
import type { Clock } from '../clock.ts';
import { storyNow } from '../stories/story-successor.ts';
import type { Now } from './question-run.ts';
import {
  actOnFlow,
  clockOf,
  turnInMs,
  isAt,
  isLeftUnsaid,
  nextAskable,
  type Askable,
  type DiscardedRun,
  type Flow,
  type Round,
  endedEarlySentence,
  flowOnPrompter,
  missingSentence,
  type PastRuns,
  recordNow,
  rehearsalState,
  withDiscardedRun,
  withRecord,
} from './rehearsal-flow.ts';
import { dateForLog } from '../local-date.ts';

/** The current step, with the run while the person thinks or speaks. */
export type Present =
  | { step: 'answer'; run: OpenRun; plan: Plan }
  | { step: 'followUp'; followUp: FollowUpRun; isPrepared: boolean }
  | { step: Exclude<RehearsalState['step'], 'answer' | 'followUp'> };

/** The rehearsal in progress; there is at most one. */
export interface Rehearsal {
  state: () => RehearsalState | null;
  /** What the prompter shows from the question to the end of its follow-up; null while it shows its own story. */
  prompter: () => SessionSnapshot | null;
  /** Where the rehearsal is; null without one. */
  present: () => Present | null;
  /** What stays the same from question to question; null without a rehearsal. */
  round: () => RehearsalRound | null;
  /** The story of the current question; null without a rehearsal, and once its run has its result. */
  storyId: () => string | null;
  /** Goes on with a rehearsal that another program had. */
  adopt: (flow: Flow) => void;
  /** Drops the rehearsal without a word: another program goes on with it. */
  drop: () => void;
  /** The clock of the open run or its follow-up, as it was last set: time alone doesn’t change it. */
  runClock: () => Session | null;
  /** Starts with the first question whose story still exists. Throws a sentence if there isn’t one. */
  start: (kind: RehearsalState['kind'], asks: readonly Ask[], options: FlowOptions) => Promise<void>;
  /** Returns whether it changed anything. Like `next`, `repeat` and `end`, throws a sentence without a rehearsal. */
  act: (action: RunAction) => boolean;
  /**
   * From the follow-up to the result, then to the next question, after the last one to the sheet or the end. Given the
   * place that the caller wants to leave, does nothing if the rehearsal already left it.
   */
  next: (from?: AskPlace) => Promise<void>;
  repeat: () => Promise<void>;
  /** Asks again without keeping the run, which `undo` brings back until a mark is set. False before the first word. */
  discard: () => boolean;
  /** Ends with the current question; an interview in which something was answered ends with its sheet. */
  end: () => Promise<void>;
  /** Quits the rehearsal. Resolves once its run is saved, with whether there was one to save. */
  close: () => Promise<boolean>;
  /** Stops the timer. */
  stop: () => void;
}

/** Keeps the runs of a rehearsal. */
export interface RunKeeper {
  /** Saves what the log would get if the current run stopped now; null deletes that. */
  draft: (record: RunRecord | null) => void;
  /** Keeps the current run for good. Resolves when it is saved, or can’t be saved yet. */
  keep: (record: RunRecord) => Promise<void>;
}

export interface RehearsalParts {
  clock: Clock;
  /** When the person acted, on the same monotonic clock: the time of the key press if that is known. */
  actedMs: () => number;
  store: RunKeeper;
  /** Null where the log can’t be read: results then lack what it would say. */
  practice: PastRuns | null;
  stories: () => readonly Story[];
  /** The plan of a story, for an alternate’s question if there is one; without a target its own, else the person’s. */
  planOf: (story: Story, alternate: number | null, targetMs: number | null) => Plan;
  /** Pauses the prompter’s own countdown: at most one clock runs. */
  pauseStage: () => void;
  /** The views have something new to show. */
  changed: () => void;
  info: (text: string) => void;
}

/** Sets up without a rehearsal; `start` starts one. */
export function setUpRehearsal(parts: RehearsalParts): Rehearsal {
  const { clock, actedMs, store, practice, stories, planOf, pauseStage, changed, info } = parts;
  let flow: Flow | null = null;
  let stopTimer = (): void => undefined;

  const now = (): Now => ({ nowMs: actedMs(), date: dateForLog(clock.wallTime()) });

  function set(next: Flow | null): void {
    flow = next;
    waitForTurn();
    if (next !== null && next.step.kind !== 'sheet') pauseStage();
    changed();
  }

  function waitForTurn(): void {
    stopTimer();
    const inMs = flow === null ? null : turnInMs(flow, clock.nowMs());
    if (inMs !== null) stopTimer = clock.after(inMs, turn);
  }

  /** Runs when the think time is up, after a long time without a key press, and now and then during a follow-up. */
  function turn(): void {
    if (flow === null) return;
    const turned = actOnFlow(flow, null, now());
    if (turned === flow) waitForTurn();
    else set(turned);
    // A follow-up has no marks after which it could be saved.
    if (turned.step.kind === 'followUp') return saveRun(store, turned, null, now());
    const status = clockOf(turned)?.status;
    if (status?.kind === 'paused' && status.by === 'away') saveRun(store, turned, null, now());
  }

  function present(): Flow {
    if (flow === null) throw new Error('No rehearsal is running. Start one first.');
    return flow;
  }

  function ask(round: Round, { at, ask: asked, story }: Askable, discarded: DiscardedRun | null = null): void {
    const { thinkMs, level, targetMs } = round.options;
    const plan = planOf(story, askedAlternate(story, asked), targetMs);
    set({
      ...round,
      asks: round.asks.with(at, asked),
      at,
      asked: { ask: asked, story, plan },
      step: { kind: 'answer', run: startRun({ plan, thinkMs, level }, actedMs()) },
      discarded,
    });
  }

  function askAgain(of: Flow, discarded: DiscardedRun | null = null): void {
    const { ask: asked, story: known } = of.asked;
    const story = storyNow(known.id, known, of.knownStories, stories()) ?? known;
    ask(of, { at: of.at, ask: { ...asked, storyId: story.id }, story }, discarded);
  }

  function goOn(of: Flow): void {
    const { found, missing } = nextAskable(of, of.at + 1, stories());
    say(missingSentence(missing));
    if (found !== null) ask(of, found);
    else endAll(of);
  }

  function endAll(of: Flow): void {
    const isAnswered = of.runs.some((run) => run !== null);
    set(of.kind === 'mock' && isAnswered ? { ...of, step: { kind: 'sheet' } } : null);
  }

  function say(sentence: string | null): void {
    if (sentence !== null) info(sentence);
  }

  async function close(): Promise<boolean> {
    if (flow === null) return false;
    const { kept } = keepRun(store, flow, now());
    set(null);
    return kept;
  }

  return {
    state: () => flow && rehearsalState(flow, { practice, stories: stories() }, now()),
    prompter: () => flow && flowOnPrompter(flow, clock.nowMs()),
    present: () => {
      if (flow === null) return null;
      const { step, asked } = actOnFlow(flow, null, now());
      if (step.kind === 'answer') return { step: 'answer', run: step.run, plan: asked.plan };
      if (step.kind !== 'followUp') return { step: step.kind };
      const isPrepared = preparedAnswer(asked.story, asked.ask) !== '';
      return { step: 'followUp', followUp: step.followUp, isPrepared };
    },
    round: () => flow && { asks: flow.asks, runs: flow.runs, options: flow.options },
    storyId: () => (flow === null || clockOf(flow) === null ? null : flow.asked.story.id),
    adopt: set,
    drop: () => set(null),
    runClock: () => flow && clockOf(flow),
    start: async (kind, asks, options) => {
      const knownStories = stories();
      const { found, missing } = nextAskable({ asks, knownStories }, 0, knownStories);
      if (found === null) throw new Error('No stories to rehearse yet. Open a folder with your stories first.');
      // The old one stays on screen until the new one replaces it, so that no view flashes its setup in between.
      const kept = flow === null ? null : keepRun(store, flow, now()).kept;
      say(missingSentence(missing));
      ask({ kind, asks, runs: asks.map(() => null), options, knownStories }, found);
      await kept;
    },
    act: (action) => {
      const before = present();
      const moment = now();
      const restored = action.type === 'undo' ? withDiscardedRun(before, moment) : null;
      const after = restored ?? actOnFlow(before, action, moment);
      if (after === before) return false;
      saveRun(store, after, action, moment);
      if (!isLeftUnsaid(after, moment)) {
        set(after);
        return true;
      }
      endAll(after);
      if (flow === null) say(endedEarlySentence(after));
      return true;
    },
    next: async (from) => {
      if (from !== undefined && (flow === null || !isAt(flow, from))) return;
      const of = present();
      if (of.step.kind === 'sheet') return set(null);
      if (of.step.kind === 'followUp') {
        const moment = now();
        const answered = actOnFlow(of, { type: 'finish' }, moment);
        saveRun(store, answered, { type: 'finish' }, moment);
        return set(answered);
      }
      if (of.step.kind === 'answer' && runAt(of.step.run, actedMs()).phase === 'speaking') {
        throw new Error('Finish this answer before the next question.');
      }
      const { left, kept } = keepRun(store, of, now());
      goOn(left);
      await kept;
    },
    repeat: async () => {
      const of = present();
      if (of.step.kind === 'sheet') throw new Error('The interview is over. Start another one.');
      const { left, kept } = keepRun(store, of, now());
      askAgain(left);
      await kept;
    },
    discard: () => {
      const of = present();
      const { asked, step } = actOnFlow(of, { type: 'pause' }, now());
      if (step.kind === 'sheet' || !hasSpoken(step.run)) return false;
      store.draft(null);
      askAgain(of, isWorthLogging(step.run, actedMs()) ? { asked, step } : null);
      return true;
    },
    end: async () => {
      const of = present();
      const { left, kept } = keepRun(store, of, now());
      if (of.step.kind === 'sheet') set(null);
      else endAll(left);
      await kept;
    },
    close,
    stop: () => stopTimer(),
  };
}

/** Actions after which the draft is saved. Losing what happens in between is acceptable. */
const savedAfter: ReadonlySet<RunAction['type']> = new Set<RunAction['type']>([
  'nextSection',
  'undo',
  'pause',
  'sleep',
  'setLevel',
  'end',
  'finish',
  'setMissed',
  'rate',
]);

/** Saves a draft of the current run, or deletes it if the log wouldn’t get a line. Skips actions that aren’t worth it. */
function saveRun(store: RunKeeper, of: Flow, action: RunAction | null, now: Now): void {
  if (action !== null && !savedAfter.has(action.type)) return;
  store.draft(recordNow(of, now));
}

/**
 * Ends the current run for good and logs it, even if it was left early. `kept` resolves when it is on disk, with whether
 * there was anything to log.
 */
function keepRun(store: RunKeeper, of: Flow, now: Now): { left: Flow; kept: Promise<boolean> } {
  if (of.step.kind === 'sheet') return { left: of, kept: Promise.resolve(false) };
  const left = of.step.kind === 'answer' ? actOnFlow(of, { type: 'end' }, now) : of;
  const record = recordNow(left, now);
  if (record !== null) return { left: withRecord(left, record), kept: store.keep(record).then(() => true) };
  store.draft(null);
  return { left, kept: Promise.resolve(false) };
}
