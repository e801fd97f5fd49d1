import { keyLabel, type CommandId } from '../../core/contract/commands.ts';
import { isRunning } from '../../core/prompter/session.ts';
import { undoEndWithinMs } from '../../core/rehearsal/reduce-run.ts';
import { rowAction } from '../../core/rehearsal/run-times.ts';
import type { RehearsalState } from '../../core/rehearsal/state.ts';
import type { Program, Runner } from './program.ts';
import type { Present } from './program.ts';
import { pauseOrResume, proceed, rehearsalRunners, within } from './rehearsal-commands.ts';

type Runners = Partial<Record<CommandId, Runner>>;

/** While the person answers a question, or its follow-up. */
const whileAsked: Runners = {
  reset: rehearsalRunners['repeat-run'],
  'add-time': notNow,
  'take-time': notNow,
  'toggle-mode': notNow,
  faster: notNow,
  slower: notNow,
};

/** A rehearsal keeps the prompter’s keys as they are in a call, at every step but the interview’s sheet. */
const onPrompter: Readonly<Record<RehearsalState['step'], Runners>> = {
  answer: {
    'play-pause': (program) =>
      within(program, (present) => {
        if (present.step === 'answer' && present.run.phase === 'thinking') program.rehearsal.act({ type: 'begin' });
        else pauseOrResume(program, present);
      }),
    'next-row': (program) => within(program, (present) => stepRow(program, present, 1)),
    'previous-row': (program) => within(program, (present) => stepRow(program, present, -1)),
    'next-section': rehearsalRunners['mark-section'],
    'previous-section': rehearsalRunners['undo-mark'],
    'next-follow-up': ({ info }) => info('In a rehearsal, a follow-up comes after the answer.', 'rehearsing'),
    ...whileAsked,
  },
  followUp: {
    'play-pause': (program) =>
      within(program, (present) => {
        const isPaused = present.step === 'followUp' && !isRunning(present.followUp.clock);
        if (isPaused) pauseOrResume(program, present);
        else answered(program);
      }),
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
export function runnerOnPrompter(id: CommandId, { rehearsal }: Program): Runner | null {
  const present = rehearsal.present();
  return present === null ? null : (onPrompter[present.step][id] ?? null);
}

/** Moves the cursor of the run on the prompter, within its section. Returns whether there is such a run. */
export function moveCursorOfRun({ rehearsal, info }: Program, cursorMs: number): boolean {
  if (rehearsal.prompter() === null) return false;
  if (!rehearsal.act({ type: 'moveCursor', cursorMs })) {
    info(`In a rehearsal you mark each section: press ${keyLabel('next-section')} for the next one.`, 'rehearsing');
  }
  return true;
}

function stepRow({ rehearsal }: Program, present: Present, step: 1 | -1): void {
  if (present.step !== 'answer') return;
  const { run, plan } = present;
  rehearsal.act(run.phase === 'thinking' ? { type: step === 1 ? 'begin' : 'undo' } : rowAction(run, plan, step));
}

function notNow({ info }: Program): void {
  info('A rehearsal keeps its target, and your marks move the outline.', 'rehearsing');
}

function answered(program: Program): void {
  proceed(program, program.rehearsal.next());
}

function takeBack(program: Program): void {
  if (program.rehearsal.act({ type: 'undo' })) return;
  program.info(`You can undo the end only for ${undoEndWithinMs / 1000} seconds. ${onward()}`, 'rehearsing');
}

function alreadyEnded({ info }: Program): void {
  info(`This answer is over. ${onward()}`, 'rehearsing');
}

function onward(): string {
  return `Continue in the rehearsal view with ${keyLabel('finish-run')}, or open a story.`;
}
