import { keyLabel, type CommandId } from '../../core/contract/commands.ts';
import { undoEndWithinMs } from '../../core/rehearsal/reduce-run.ts';
import { rowAction } from '../../core/rehearsal/run-rows.ts';
import type { RehearsalState } from '../../core/rehearsal/state.ts';
import type { Program, Runner } from './program.ts';
import { goOn, pauseOrGoOn, rehearsalRunners, within, type Present } from './rehearsal-commands.ts';

type Runners = Partial<Record<CommandId, Runner>>;

/** As long as a question is being answered. */
const whileAsked: Runners = {
  reset: rehearsalRunners['repeat-run'],
  'add-time': notNow,
  'take-time': notNow,
  'toggle-mode': notNow,
  faster: notNow,
  slower: notNow,
};

/** In a rehearsal the hands keep the keys that they have in a call, at every step but the interview's sheet. */
const onPrompter: Readonly<Record<RehearsalState['step'], Runners>> = {
  answer: {
    'play-pause': (program) =>
      within(program, (present) => {
        if (present.run.phase === 'thinking') program.rehearsal.act({ type: 'begin' });
        else pauseOrGoOn(program, present);
      }),
    'next-row': (program) => within(program, (present) => stepRow(program, present, 1)),
    'previous-row': (program) => within(program, (present) => stepRow(program, present, -1)),
    'next-section': rehearsalRunners['mark-section'],
    'previous-section': rehearsalRunners['undo-mark'],
    ...whileAsked,
  },
  followUp: {
    'play-pause': answered,
    'next-row': answered,
    'next-section': answered,
    'previous-row': takeBack,
    'previous-section': takeBack,
    ...whileAsked,
  },
  result: {
    'play-pause': whereToGoOn,
    'next-row': whereToGoOn,
    'next-section': whereToGoOn,
    'previous-row': takeBack,
    'previous-section': takeBack,
    reset: rehearsalRunners['repeat-run'],
    'add-time': whereToGoOn,
    'take-time': whereToGoOn,
  },
  sheet: {},
};

/** What a command on the prompter means in the rehearsal that is under way; null where it means the prompter's own story. */
export function runnerOnPrompter(id: CommandId, { rehearsal }: Program): Runner | null {
  const present = rehearsal.present();
  return present === null ? null : (onPrompter[present.step][id] ?? null);
}

/** Moves the cursor of the run on the prompter, within its section; whether there is such a run. */
export function moveCursorOfRun({ rehearsal, info }: Program, cursorMs: number): boolean {
  if (rehearsal.prompter() === null) return false;
  if (!rehearsal.act({ type: 'moveCursor', cursorMs })) {
    info(`In a rehearsal each section is marked: press ${keyLabel('next-section')} for the next one.`, 'rehearsing');
  }
  return true;
}

function stepRow({ rehearsal }: Program, { run, plan }: Present, step: 1 | -1): void {
  rehearsal.act(run.phase === 'thinking' ? { type: step === 1 ? 'begin' : 'undo' } : rowAction(run, plan, step));
}

function notNow({ info }: Program): void {
  info('A rehearsal keeps its target, and its outline moves by your marks.', 'rehearsing');
}

function answered(program: Program): void {
  goOn(program, program.rehearsal.next());
}

function takeBack(program: Program): void {
  if (program.rehearsal.act({ type: 'undo' })) return;
  program.info(`The end can be taken back for ${undoEndWithinMs / 1000} seconds only. ${onward()}`, 'rehearsing');
}

function whereToGoOn({ info }: Program): void {
  info(`This answer is over. ${onward()}`, 'rehearsing');
}

function onward(): string {
  return `Go on in the rehearsal view with ${keyLabel('finish-run')}, or open a story.`;
}
