import type { Plan } from '../../core/prompter/plan.ts';
import type { SessionState } from '../../core/prompter/prompt.ts';
import type { Ask } from '../../core/rehearsal/questions.ts';
import type { RunAction } from '../../core/rehearsal/reduce-run.ts';
import type { AskPlace } from '../../core/rehearsal/run-calls.ts';
import { nextTurnInMs, type RehearsalRun } from '../../core/rehearsal/run.ts';
import type { RehearsalState } from '../../core/rehearsal/state.ts';
import type { Session } from '../../core/prompter/session.ts';
import type { Story } from '../../core/stories/model.ts';
import type { Clock } from '../base/program.ts';
import { askNow, prompterState, type Now } from './question-run.ts';
import { storyNow } from '../base/story-successor.ts';
import { followUpState } from './follow-up-prompt.ts';
import type { Practice } from '../practice/statistics.ts';
import {
  actOnFlow,
  isAt,
  isLeftUnsaid,
  nextAskable,
  type Askable,
  type Flow,
  type FlowOptions,
  type Round,
} from './rehearsal-flow.ts';
import { rehearsalState } from './rehearsal-state.ts';
import { endedEarlySentence, missingSentence } from './rehearsal-words.ts';
import type { RunKeeper } from '../practice/run-store.ts';
import { keepRun, saveRun } from './run-saving.ts';
import { dateForLog } from '../base/local-date.ts';

/** The rehearsal that is under way; there is one at most. */
export interface Rehearsal {
  state: () => RehearsalState | null;
  /** What the prompter shows from the question to the end of its follow-up; null while it has its own story. */
  prompter: () => SessionState | null;
  /** The present question's run and plan; null where no rehearsal is under way, or its questions are over. */
  present: () => { run: RehearsalRun; plan: Plan; step: RehearsalState['step'] } | null;
  /** The clock of the run that is being thought about or spoken, as it was last set: time alone doesn't change it. */
  runClock: () => Session | null;
  /** Begins with the first of the questions whose story is there. Throws a sentence where none is. */
  start: (kind: RehearsalState['kind'], asks: readonly Ask[], options: FlowOptions) => Promise<void>;
  /** Whether it changed anything. Throws a sentence where no rehearsal is under way; so do `next`, `repeat` and `end`. */
  act: (action: RunAction) => boolean;
  /**
   * From the follow-up to the result, from there to the next question, after the last one to the sheet or the end.
   * With the place that is to be left: nothing, where it was left already.
   */
  next: (from?: AskPlace) => Promise<void>;
  repeat: () => Promise<void>;
  /** Ends it with the present question: with the sheet of an interview of which something was answered. */
  end: () => Promise<void>;
  /** Leaves it. Resolves, when its run is kept, with whether there was one to keep. */
  close: () => Promise<boolean>;
  /** Stops what goes by itself. */
  stop: () => void;
}

export interface RehearsalParts {
  clock: Clock;
  keeper: RunKeeper;
  practice: Practice;
  stories: () => readonly Story[];
  planOf: (story: Story, targetMs: number | null) => Plan;
  /** Stops the prompter's own countdown: one clock runs at most. */
  pauseStage: () => void;
  /** A view shows something else now. */
  changed: () => void;
  info: (text: string) => void;
}

/** No rehearsal yet. */
export function setUpRehearsal(parts: RehearsalParts): Rehearsal {
  const { clock, keeper, practice, stories, planOf, pauseStage, changed, info } = parts;
  let flow: Flow | null = null;
  let stopTimer = (): void => undefined;

  const now = (): Now => ({ nowMs: clock.nowMs(), date: dateForLog(clock.wallTime()) });

  function set(next: Flow | null): void {
    flow = next;
    stopTimer();
    const turnInMs = next?.step === 'answer' ? nextTurnInMs(next.asked.run, clock.nowMs()) : null;
    if (turnInMs !== null) stopTimer = clock.after(turnInMs, turn);
    if (next !== null && next.step !== 'sheet') pauseStage();
    changed();
  }

  /** The think time is over, or nobody has been there for long. */
  function turn(): void {
    if (flow === null) return;
    const turned = actOnFlow(flow, null, now());
    set(turned);
    if (turned.asked.run.away) saveRun(keeper, turned, null, now());
  }

  function present(): Flow {
    if (flow === null) throw new Error('No rehearsal is under way. Begin one first.');
    return flow;
  }

  function ask(round: Round, { at, ask: asked, story }: Askable): void {
    const { thinkMs, level, targetMs } = round.options;
    const options = { plan: planOf(story, targetMs), thinkMs, level };
    const asks = round.asks.with(at, asked);
    set({
      ...round,
      asks,
      at,
      step: 'answer',
      followUpAtMs: null,
      asked: askNow(asked, story, options, clock.nowMs()),
    });
  }

  function goOn(of: Flow): void {
    const { found, missing } = nextAskable(of, of.at + 1, stories());
    say(missingSentence(missing));
    if (found !== null) ask(of, found);
    else endAll(of);
  }

  function endAll(of: Flow): void {
    const isAnswered = of.runs.some((run) => run !== null);
    set(of.kind === 'mock' && isAnswered ? { ...of, step: 'sheet', followUpAtMs: null } : null);
  }

  function say(sentence: string | null): void {
    if (sentence !== null) info(sentence);
  }

  async function close(): Promise<boolean> {
    if (flow === null) return false;
    const { kept } = keepRun(keeper, flow, now());
    set(null);
    return kept;
  }

  return {
    state: () => flow && rehearsalState(flow, { practice, stories: stories() }, now()),
    prompter: () => {
      if (flow?.step !== 'answer') return flow && followUpState(flow, clock.nowMs());
      return prompterState(flow.asked, flow.at, flow.asks.length, clock.nowMs());
    },
    present: () => {
      if (flow === null) return null;
      const { asked, step } = flow.step === 'answer' ? actOnFlow(flow, null, now()) : flow;
      return { run: asked.run, plan: asked.plan, step };
    },
    runClock: () => (flow?.step === 'answer' ? flow.asked.run.clock : null),
    start: async (kind, asks, options) => {
      const knownStories = stories();
      const { found, missing } = nextAskable({ asks, knownStories }, 0, knownStories);
      if (found === null) throw new Error('There is no story to rehearse. Open a folder with your stories first.');
      // Shown until the new one is there, so that no view goes back to its setup in between.
      const kept = flow === null ? null : keepRun(keeper, flow, now()).kept;
      say(missingSentence(missing));
      ask({ kind, asks, runs: asks.map(() => null), options, knownStories }, found);
      await kept;
    },
    act: (action) => {
      const before = present();
      const moment = now();
      const after = actOnFlow(before, action, moment);
      if (after === before) return false;
      saveRun(keeper, after, action, moment);
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
      if (of.step === 'sheet') return set(null);
      if (of.step === 'followUp') return set({ ...of, step: 'result', followUpAtMs: null });
      if (of.step === 'answer' && actOnFlow(of, null, now()).asked.run.phase === 'speaking') {
        throw new Error('Finish this answer before the next question.');
      }
      const { left, kept } = keepRun(keeper, of, now());
      goOn(left);
      await kept;
    },
    repeat: async () => {
      const of = present();
      if (of.step === 'sheet') throw new Error('The interview is over. Begin another one.');
      const { left, kept } = keepRun(keeper, of, now());
      const { ask: asked, story: known } = left.asked;
      const story = storyNow(known.id, known, left.knownStories, stories()) ?? known;
      ask(left, { at: left.at, ask: { ...asked, storyId: story.id }, story });
      await kept;
    },
    end: async () => {
      const of = present();
      const { left, kept } = keepRun(keeper, of, now());
      if (of.step === 'sheet') set(null);
      else endAll(left);
      await kept;
    },
    close,
    stop: () => stopTimer(),
  };
}
