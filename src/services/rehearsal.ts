import type { Plan } from '../core/plan.ts';
import type { SessionState } from '../core/prompt.ts';
import type { Ask } from '../core/rehearsal/questions.ts';
import type { RunAction } from '../core/rehearsal/reduce-run.ts';
import { nextTurnInMs, type RehearsalRun } from '../core/rehearsal/run.ts';
import type { RehearsalState } from '../core/rehearsal/state.ts';
import type { Story } from '../core/stories/model.ts';
import type { Clock } from './app-types.ts';
import { askNow, prompterState, type Now } from './asked-run.ts';
import type { Practice } from './practice.ts';
import {
  actOnFlow,
  isLeftUnsaid,
  nextAskable,
  type Askable,
  type Flow,
  type FlowOptions,
  type Round,
} from './rehearsal-flow.ts';
import { rehearsalState } from './rehearsal-state.ts';
import type { RunKeeper } from './run-keeper.ts';
import { keepRun, saveRun } from './run-saving.ts';
import { dateForLog } from './wall-moment.ts';

/** The rehearsal that is under way; there is one at most. */
export interface Rehearsal {
  state: () => RehearsalState | null;
  /** What the prompter shows while a run thinks or speaks; null while it has its own story. */
  prompter: () => SessionState | null;
  /** The present question's run and plan; null where no rehearsal is under way, or its questions are over. */
  present: () => { run: RehearsalRun; plan: Plan; step: RehearsalState['step'] } | null;
  /** Begins with the first of the questions whose story is there. Throws a sentence where none is. */
  start: (kind: RehearsalState['kind'], asks: readonly Ask[], options: FlowOptions) => Promise<void>;
  /** Whether it changed anything. Throws a sentence where no rehearsal is under way; so do `next` and `repeat`. */
  act: (action: RunAction) => boolean;
  /** From the follow-up to the result, from there to the next question, after the last one to the sheet or the end. */
  next: () => Promise<void>;
  repeat: () => Promise<void>;
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
  /** A view shows something else now. */
  changed: () => void;
  info: (text: string) => void;
}

/** No rehearsal yet. */
export function setUpRehearsal(parts: RehearsalParts): Rehearsal {
  const { clock, keeper, practice, stories, planOf, changed, info } = parts;
  let flow: Flow | null = null;
  let stopTimer = (): void => undefined;

  const now = (): Now => ({ nowMs: clock.nowMs(), date: dateForLog(clock.wallTime()) });

  function set(next: Flow | null): void {
    flow = next;
    stopTimer();
    const turnInMs = next?.step === 'answer' ? nextTurnInMs(next.asked.run, clock.nowMs()) : null;
    if (turnInMs !== null) stopTimer = clock.after(turnInMs, turn);
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
    sayMissing(missing);
    if (found !== null) ask(of, found);
    else endAll(of);
  }

  function endAll(of: Flow): void {
    const isAnswered = of.runs.some((run) => run !== null);
    set(of.kind === 'mock' && isAnswered ? { ...of, step: 'sheet', followUpAtMs: null } : null);
  }

  function sayMissing(missing: readonly Ask[]): void {
    const [first] = missing;
    if (first === undefined) return;
    const others = missing.length > 1 ? ` and ${missing.length - 1} more` : '';
    info(`The story for “${first.question}”${others} is no longer in your files, so it was left out.`);
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
      if (flow?.step !== 'answer') return null;
      return prompterState(flow.asked, flow.at, flow.asks.length, clock.nowMs());
    },
    present: () => {
      if (flow === null) return null;
      const { asked, step } = flow.step === 'answer' ? actOnFlow(flow, null, now()) : flow;
      return { run: asked.run, plan: asked.plan, step };
    },
    start: async (kind, asks, options) => {
      const knownStories = stories();
      const { found, missing } = nextAskable({ asks, knownStories }, 0, knownStories);
      if (found === null) throw new Error('There is no story to rehearse. Open a folder with your stories first.');
      const closing = close();
      sayMissing(missing);
      ask({ kind, asks, runs: asks.map(() => null), options, knownStories }, found);
      await closing;
    },
    act: (action) => {
      const before = present();
      const moment = now();
      const after = actOnFlow(before, action, moment);
      if (after === before) return false;
      if (isLeftUnsaid(after, moment)) {
        endAll(after);
        return true;
      }
      set(after);
      saveRun(keeper, after, action, moment);
      return true;
    },
    next: async () => {
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
      const story = stories().find(({ id }) => id === left.asked.story.id) ?? left.asked.story;
      ask(left, { at: left.at, ask: left.asked.ask, story });
      await kept;
    },
    close,
    stop: () => stopTimer(),
  };
}
