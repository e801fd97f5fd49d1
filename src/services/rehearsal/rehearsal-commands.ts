import { keyLabel } from '../../core/contract/commands.ts';
import { hidesText, levelStep, type FadeLevel } from '../../core/rehearsal/fade.ts';
import type { Rating } from '../../core/rehearsal/rating.ts';
import { describeError } from '../base/system-error.ts';
import type { CommandRunners, Program } from './program.ts';
import type { Rehearsal } from './rehearsal.ts';

/** What is under way. */
export type Present = NonNullable<ReturnType<Rehearsal['present']>>;

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
    within(program, ({ run }) => {
      if (!hidesText(run.level)) return program.info('Nothing is hidden at this level.', 'level');
      program.rehearsal.act({ type: run.peeking ? 'peekUp' : 'peekDown' });
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
  done.catch((error: unknown) => info(describeError(error)));
}

/** The clock of the run. */
export function pauseOrGoOn({ rehearsal }: Program, { run }: Present): void {
  rehearsal.act({ type: run.clock.status === 'running' ? 'pause' : 'resume' });
}

function stepLevel(program: Program, step: 1 | -1): void {
  within(program, ({ run }) => {
    const level = levelStep(run.level, step);
    if (program.rehearsal.act({ type: 'setLevel', level })) program.info(`Text: ${levelNames[level]}.`, 'level');
  });
}

function finish(program: Program, { run, step }: Present): void {
  if (step !== 'answer') goOn(program, program.rehearsal.next());
  else program.rehearsal.act({ type: run.phase === 'thinking' ? 'begin' : 'finish' });
}

function rate(program: Program, rating: Rating): void {
  within(program, ({ step }) => {
    if (step === 'result') program.rehearsal.act({ type: 'rate', rating });
    else program.info('A run is rated when it is over.', 'rating');
  });
}
