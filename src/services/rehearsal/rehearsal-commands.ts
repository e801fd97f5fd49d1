import { isRunning } from '../../core/prompter/session.ts';
import { keyLabel } from '../../core/contract/commands.ts';
import { hidesText, levelStep, type FadeLevel } from '../../core/rehearsal/fade.ts';
import type { Rating } from '../../core/rehearsal/rating.ts';
import { reasonOf } from '../base/system-error.ts';
import type { CommandRunners, Program } from '../base/program.ts';
import type { Present } from './rehearsal.ts';

const levelNames: Readonly<Record<FadeLevel, string>> = {
  full: 'full answer',
  outline: 'outline',
  'first-words': 'first words',
  initials: 'initials',
  nothing: 'nothing',
};

/** What the rehearsal's own commands do, from whichever view they are asked for. */
export const rehearsalRunners = {
  'mark-section': (program) =>
    within(program, ({ step }) => {
      if (step === 'followUp') goOn(program, program.rehearsal.next());
      else program.rehearsal.act({ type: 'nextSection' });
    }),
  'undo-mark': (program) => within(program, () => program.rehearsal.act({ type: 'undo' })),
  'pause-run': (program) => within(program, (present) => pauseOrGoOn(program, present)),
  peek: (program) =>
    within(program, (present) => {
      if (present.step !== 'answer') return;
      if (!hidesText(present.run.level)) return program.info('Nothing is hidden at this level.', 'level');
      const isPeeking = present.run.phase === 'speaking' && present.run.peeking;
      program.rehearsal.act({ type: isPeeking ? 'peekUp' : 'peekDown' });
    }),
  'more-text': (program) => stepLevel(program, -1),
  'less-text': (program) => stepLevel(program, 1),
  'finish-run': (program) => within(program, (present) => finish(program, present)),
  'end-run': (program) =>
    within(program, ({ step }) => {
      if (step === 'answer') program.rehearsal.act({ type: 'end' });
      else if (step === 'followUp') goOn(program, program.rehearsal.next());
      else goOn(program, program.rehearsal.end());
    }),
  'repeat-run': (program) => within(program, () => goOn(program, program.rehearsal.repeat())),
  'rate-again': (program) => rate(program, 'again'),
  'rate-hard': (program) => rate(program, 'hard'),
  'rate-good': (program) => rate(program, 'good'),
  'rate-easy': (program) => rate(program, 'easy'),
} satisfies Partial<CommandRunners>;

/** Acts on the rehearsal that is under way; says how to begin one where none is. */
export function within(program: Program, act: (present: Present) => void): void {
  const present = program.rehearsal.present();
  if (present === null) program.info(`No rehearsal is under way. Press ${keyLabel('rehearse')} to begin one.`);
  else act(present);
}

/** Its disk work is told by the log itself. */
export function goOn({ info }: Program, done: Promise<unknown>): void {
  done.catch((error: unknown) => info(reasonOf(error)));
}

/** The clock of the run. */
export function pauseOrGoOn({ rehearsal }: Program, present: Present): void {
  if (present.step === 'answer') rehearsal.act({ type: isRunning(present.run.clock) ? 'pause' : 'resume' });
}

function stepLevel(program: Program, step: 1 | -1): void {
  within(program, (present) => {
    if (present.step !== 'answer') return;
    const level = levelStep(present.run.level, step);
    if (program.rehearsal.act({ type: 'setLevel', level })) program.info(`Text: ${levelNames[level]}.`, 'level');
  });
}

function finish(program: Program, present: Present): void {
  if (present.step !== 'answer') goOn(program, program.rehearsal.next());
  else program.rehearsal.act({ type: present.run.phase === 'thinking' ? 'begin' : 'finish' });
}

function rate(program: Program, rating: Rating): void {
  within(program, ({ step }) => {
    if (step === 'result') program.rehearsal.act({ type: 'rate', rating });
    else program.info('A run is rated when it is over.', 'rating');
  });
}
