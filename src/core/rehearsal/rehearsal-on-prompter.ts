import { keyLabel, type CommandId } from '../contract/commands.ts';
import { undoEndWithinMs } from './undo-end.ts';
import { rowAction } from './run-times.ts';
import type { RehearsalState } from './state.ts';
import { prompterRunners } from '../prompter/prompter-commands.ts';
import type { PrompterService } from '../prompter/prompter.ts';
import type { Present, Rehearsal } from './current-rehearsal.ts';
import { proceed, rehearsalRunners, within, type RehearsalHost, type RehearsalRunner } from './rehearsal-commands.ts';

type Runners = Partial<Record<CommandId, RehearsalRunner>>;

const hostRunners = { ...prompterRunners, ...rehearsalRunners };

/** The commands that the program and a page without it run alike. */
export type HostCommand = keyof typeof hostRunners;

/**
 * What a command does, in a rehearsal or on the prompter’s own story; null for one that only shows something or that
 * only the program has.
 */
export function hostRunner(id: CommandId, host: RehearsalHost): RehearsalRunner | null {
  const runners: Runners = hostRunners;
  return runnerOnPrompter(id, host) ?? runners[id] ?? null;
}

/** While the person answers a question, or its follow-up. */
const whileAsked: Runners = {
  reset: rehearsalRunners['repeat-run'],
  'add-time': notNow,
  'take-time': notNow,
  'own-time': notNow,
  'toggle-mode': notNow,
  faster: notNow,
  slower: notNow,
};

/** A rehearsal keeps the prompter’s keys as they are in a call, at every step but the interview’s sheet. */
const onPrompter: Readonly<Record<RehearsalState['step'], Runners>> = {
  answer: {
    'play-pause': rehearsalRunners['pause-run'],
    'next-row': (host) => within(host, (present) => stepRow(host, present, 1)),
    'previous-row': (host) => within(host, (present) => stepRow(host, present, -1)),
    'next-section': rehearsalRunners['mark-section'],
    'previous-section': rehearsalRunners['undo-mark'],
    'next-follow-up': ({ info }) => info('In a rehearsal, a follow-up comes after the answer.', 'rehearsing'),
    ...whileAsked,
  },
  followUp: {
    'play-pause': rehearsalRunners['pause-run'],
    'next-row': answered,
    'next-section': answered,
    'previous-row': takeBack,
    'previous-section': takeBack,
    'next-follow-up': rehearsalRunners.peek,
    ...whileAsked,
  },
  result: {
    'play-pause': alreadyEnded,
    'next-row': alreadyEnded,
    'next-section': alreadyEnded,
    'previous-row': takeBack,
    'previous-section': takeBack,
    reset: rehearsalRunners['repeat-run'],
    'add-time': alreadyEnded,
    'take-time': alreadyEnded,
  },
  sheet: {},
};

/** What a command on the prompter does in the current rehearsal; null if it is about the prompter’s own story. */
function runnerOnPrompter(id: CommandId, { rehearsal }: RehearsalHost): RehearsalRunner | null {
  const present = rehearsal.present();
  return present === null ? null : (onPrompter[present.step][id] ?? null);
}

/** Moves the cursor of the run on the prompter, within its section. Returns whether there is such a run. */
export function moveCursorOfRun({ rehearsal, info }: RehearsalHost, cursorMs: number): boolean {
  if (rehearsal.prompter() === null) return false;
  if (!rehearsal.act({ type: 'moveCursor', cursorMs })) {
    info(`In a rehearsal you mark each section: press ${keyLabel('next-section')} for the next one.`, 'rehearsing');
  }
  return true;
}

function stepRow({ rehearsal }: RehearsalHost, present: Present, step: 1 | -1): void {
  if (present.step !== 'answer') return;
  const { run, plan } = present;
  rehearsal.act(run.phase === 'thinking' ? { type: step === 1 ? 'begin' : 'undo' } : rowAction(run, plan, step));
}

function notNow({ info }: RehearsalHost): void {
  info('A rehearsal keeps its target, and your marks move the outline.', 'rehearsing');
}

function answered(host: RehearsalHost): void {
  proceed(host, host.rehearsal.next());
}

function takeBack(host: RehearsalHost): void {
  if (host.rehearsal.act({ type: 'undo' })) return;
  host.info(`You can undo the end only for ${undoEndWithinMs / 1000} seconds. ${onward()}`, 'rehearsing');
}

function alreadyEnded({ info }: RehearsalHost): void {
  info(`This answer is over. ${onward()}`, 'rehearsing');
}

function onward(): string {
  return `Continue in the rehearsal view with ${keyLabel('finish-run')}, or open a story.`;
}

/** The prompter, where opening a story ends a rehearsal: a real call has begun. */
export function endingRehearsal(
  prompter: PrompterService,
  rehearsal: Rehearsal,
  info: (text: string) => void,
): PrompterService {
  async function leave(): Promise<void> {
    const isKept = await rehearsal.close();
    info(`Rehearsal stopped.${isKept ? ' Your times so far are saved.' : ''}`);
  }
  return {
    ...prompter,
    open: (story, variant, alternate) => {
      prompter.open(story, variant, alternate);
      if (rehearsal.present() !== null) void leave();
    },
  };
}
