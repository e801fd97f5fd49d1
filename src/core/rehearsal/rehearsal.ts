import type { Ask } from './questions.ts';
import { preparedAnswer } from './follow-up.ts';
import { replacementOf } from './record.ts';
import { onOtherPlan, runAt, startRun } from './run.ts';
import { hasSpoken, isWorthLogging } from './run-times.ts';
import { notGiven, seriesSummary } from './summary.ts';
import type { Story } from '../stories/model.ts';
import type { Clock } from '../clock.ts';
import { storyNow } from '../stories/story-successor.ts';
import type { Rehearsal, RunKeeper } from './current-rehearsal.ts';
import { askOf, type AskBasis, type Now } from './question-run.ts';
import { keepHeard, keepRun, saveRun } from './keep-run.ts';
import {
  actOnFlow,
  clockOf,
  turnInMs,
  isAt,
  isInterviewResult,
  isLeftUnsaid,
  nextAskable,
  type Askable,
  type Flow,
  type Round,
  endedEarlySentence,
  flowBefore,
  missingSentence,
  withAnswer,
  withDiscardedRun,
} from './rehearsal-flow.ts';
import { flowOnPrompter, rehearsalState, type PastRuns } from './rehearsal-state.ts';
import type { FlowOptions } from './state.ts';
import { dateForLog } from '../local-date.ts';
import { isHandsFree } from '../voice/hands-free.ts';

/** What a question keeps of what came before it. */
type Before = Pick<Flow, 'back' | 'logged' | 'discarded'>;

export interface RehearsalParts extends AskBasis {
  clock: Clock;
  /** When the person acted, on the same monotonic clock: the time of the key press if that is known. */
  actedMs: () => number;
  store: RunKeeper;
  /** Null where the log can’t be read: results then lack what it would say. */
  practice: PastRuns | null;
  stories: () => readonly Story[];
  /** Pauses the prompter’s own countdown: at most one clock runs. */
  pauseStage: () => void;
  /** The views have something new to show. */
  changed: () => void;
  info: (text: string) => void;
}

/** Sets up without a rehearsal; `start` starts one. */
export function setUpRehearsal(parts: RehearsalParts): Rehearsal {
  const { clock, actedMs, store, practice, stories, settings, pauseStage, changed, info } = parts;
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

  function ask(round: Round, { at, ask: asked, story }: Askable, before: Partial<Before> = {}): void {
    const { options } = round;
    const told = askOf(story, asked, options.targetMs, parts);
    set({
      ...round,
      asks: round.asks.with(at, asked),
      at,
      asked: told,
      step: {
        kind: 'answer',
        run: startRun({ ...options, plan: told.plan, waits: isHandsFree(settings()) }, actedMs()),
      },
      back: null,
      logged: null,
      discarded: null,
      ...before,
    });
  }

  /** Asks the present question again, with its story as it is now. */
  function askAgain(of: Flow, before: Partial<Before> = {}): void {
    const { ask: asked, story: known } = of.asked;
    const story = storyNow(known.id, known, of.knownStories, stories()) ?? known;
    // A story that the person chose doesn’t become the one that the question is about.
    const isChosen = of.answers[of.at]?.chosenId !== null;
    ask(of, { at: of.at, ask: isChosen ? asked : { ...asked, storyId: story.id }, story }, before);
  }

  /** Leaves the current answer, which is logged, for the next question. */
  function goOn(of: Flow): void {
    const { found, missing } = nextAskable(of, of.at + 1, stories());
    say(missingSentence(missing));
    if (found !== null) ask(of, found, { back: backTo(of) });
    else endAll(of);
  }

  function endAll(of: Flow): void {
    const isAnswered = of.answers.some(({ run }) => run !== null);
    set(isAnswered ? { ...of, step: { kind: 'sheet' }, back: backTo(of), logged: null } : null);
  }

  /** The way back to an answer; one step, so that what is kept doesn’t grow. */
  function backTo(of: Flow): Flow | null {
    // After a repeated question, the log’s line can be about the run before.
    if (isLeftUnsaid(of, now())) return null;
    return of.answers[of.at]?.run === null ? null : { ...of, back: null };
  }

  function keep(of: Flow): ReturnType<typeof keepRun> {
    return keepRun(store, of, { practice, stories: stories() }, now());
  }

  /** From an answer of an interview to the next question, or to the sheet if the person stops there. */
  async function goStraightOn(of: Flow, isStopped: boolean): Promise<void> {
    const { left, kept } = keep(of);
    if (isStopped) endAll(left);
    else goOn(left);
    await kept;
  }

  function goBack(of: Flow): boolean {
    const before = flowBefore(of, now());
    if (before === null) return false;
    store.draft(null);
    set(before);
    return true;
  }

  async function start(kind: Flow['kind'], asks: readonly Ask[], options: FlowOptions): Promise<void> {
    const knownStories = stories();
    const { found, missing } = nextAskable({ asks, knownStories }, 0, knownStories);
    if (found === null) throw new Error('No stories to rehearse yet. Open a folder with your stories first.');
    // The old one stays on screen until the new one replaces it, so that no view flashes its setup in between.
    const kept = flow === null ? null : keep(flow).kept;
    say(missingSentence(missing));
    ask({ kind, asks, answers: asks.map(() => notGiven), options, knownStories }, found);
    await kept;
  }

  /** From the sheet to the answers that went badly, with text on screen as in any rehearsal; without one, to the end. */
  async function leadOn(of: Flow): Promise<void> {
    const { weak } = seriesSummary(of.kind, of.asks, of.answers, stories());
    const asks = weak.flatMap((at) => of.asks[at] ?? []);
    if (asks.length === 0) return set(null);
    await start('rehearsal', asks, of.kind === 'mock' ? { ...of.options, level: settings().fadeLevel } : of.options);
  }

  function hear(action: Parameters<Rehearsal['act']>[0]): boolean {
    const before = present();
    const after = keepHeard(store, before, action, now());
    if (after === null) return false;
    // While somebody speaks, no view shows what was heard.
    if (after.step.kind === 'answer' && clockOf(after) === clockOf(before)) flow = after;
    else set(after);
    return true;
  }

  function say(sentence: string | null): void {
    if (sentence !== null) info(sentence);
  }

  async function close(): Promise<boolean> {
    if (flow === null) return false;
    const { kept } = keep(flow);
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
    round: () => flow && { asks: flow.asks, answers: flow.answers, options: flow.options },
    storyId: () => (flow === null || clockOf(flow) === null ? null : flow.asked.story.id),
    adopt: set,
    drop: () => set(null),
    runClock: () => flow && clockOf(flow),
    start,
    act: (action) => {
      if (action.type === 'heard') return hear(action);
      const before = present();
      const moment = now();
      const restored = action.type === 'undo' ? withDiscardedRun(before, moment) : null;
      const after = restored ?? actOnFlow(before, action, moment);
      if (after === before) return action.type === 'undo' && goBack(before);
      saveRun(store, after, action, moment);
      if (isLeftUnsaid(after, moment)) {
        endAll(after);
        if (flow === null) say(endedEarlySentence(after));
      } else if (isInterviewResult(after)) {
        void goStraightOn(after, before.step.kind === 'answer' && action.type === 'end');
      } else set(after);
      return true;
    },
    choose: (story) => {
      const of = present();
      const { step } = actOnFlow(of, null, now());
      if (of.kind !== 'mock' || step.kind !== 'answer' || step.run.marksMs.length > 0) {
        throw new Error('The story of an interview’s question can be chosen only until its first section is marked.');
      }
      const asked = askOf(story, of.asked.ask, of.options.targetMs, parts);
      const onStory: Flow = { ...of, asked, step: { kind: 'answer', run: onOtherPlan(step.run, asked.plan) } };
      set(withAnswer(onStory, of.at, { chosenId: story.id }));
    },
    rate: async (at, rating) => {
      const of = present();
      const logged = of.answers[at]?.run ?? null;
      if (of.step.kind !== 'sheet' || logged === null) throw new Error('That question has no answer to rate.');
      const line = replacementOf(logged, { ...logged, rating });
      if (line === null) return;
      set(withAnswer(of, at, { run: line }));
      await store.keep(line);
    },
    next: async (from) => {
      if (from !== undefined && (flow === null || !isAt(flow, from))) return;
      const of = present();
      if (of.step.kind === 'sheet') return leadOn(of);
      if (of.step.kind === 'followUp') {
        const moment = now();
        const answered = actOnFlow(of, { type: 'finish' }, moment);
        saveRun(store, answered, { type: 'finish' }, moment);
        return isInterviewResult(answered) ? goStraightOn(answered, false) : set(answered);
      }
      if (of.step.kind === 'answer' && runAt(of.step.run, actedMs()).phase === 'speaking') {
        throw new Error('Finish this answer before the next question.');
      }
      const { left, kept } = keep(of);
      goOn(left);
      await kept;
    },
    repeat: async () => {
      const of = present();
      if (of.step.kind === 'sheet') throw new Error('All questions were asked. Start another rehearsal.');
      const { left, kept } = keep(of);
      // What was discarded stays discarded where nobody spoke since.
      const { logged, discarded } = of;
      askAgain(left, isLeftUnsaid(left, now()) ? { logged, discarded } : {});
      await kept;
    },
    discard: () => {
      const of = present();
      const moment = now();
      const { asked, step } = actOnFlow(of, { type: 'pause' }, moment);
      if (step.kind === 'sheet' || !hasSpoken(step.run)) return false;
      store.draft(null);
      // A line that the log has already is replaced by the next run.
      const discarded = isWorthLogging(step.run, moment.nowMs) ? { asked, step } : null;
      askAgain(of, { discarded, logged: of.logged });
      return true;
    },
    end: async () => {
      const of = present();
      const { left, kept } = keep(of);
      if (of.step.kind === 'sheet') set(null);
      else endAll(left);
      await kept;
    },
    close,
    stop: () => stopTimer(),
  };
}
