import { isRunning } from '../../core/prompter/session.ts';
import { keyLabel } from '../../core/contract/commands.ts';
import { hidesText, levelStep, type FadeLevel } from '../../core/rehearsal/fade.ts';
import type { Rating } from '../../core/rehearsal/rating.ts';
import { describeError } from '../base/system-error.ts';
import type { CommandRunners, Program } from './program.ts';
import type { Present } from './program.ts';

const levelNames: Readonly<Record<FadeLevel, string>> = {
  full: 'full answer',
  outline: 'outline',
  'first-words': 'first words',
  initials: 'initials',
  nothing: 'nothing',
};

/** What the rehearsal’s own commands do, in every view. */
export const rehearsalRunners = {
  'mark-section': (program) =>
    within(program, ({ step }) => {
      if (step === 'followUp') proceed(program, program.rehearsal.next());
      else program.rehearsal.act({ type: 'nextSection' });
    }),
  'undo-mark': (program) => within(program, () => program.rehearsal.act({ type: 'undo' })),
  'pause-run': (program) => within(program, (present) => pauseOrResume(program, present)),
  peek: (program) =>
    within(program, (present) => {
      if (present.step === 'followUp') return peekAtPrepared(program, present);
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
      if (step === 'answer' || step === 'followUp') program.rehearsal.act({ type: 'end' });
      else proceed(program, program.rehearsal.end());
    }),
  'repeat-run': (program) => within(program, () => proceed(program, program.rehearsal.repeat())),
  'rate-again': (program) => rate(program, 'again'),
  'rate-hard': (program) => rate(program, 'hard'),
  'rate-good': (program) => rate(program, 'good'),
  'rate-easy': (program) => rate(program, 'easy'),
} satisfies Partial<CommandRunners>;

/** Acts on the current rehearsal; without one, says how to start it. */
export function within(program: Program, act: (present: Present) => void): void {
  const present = program.rehearsal.present();
  if (present === null) program.info(`No rehearsal is running. Press ${keyLabel('rehearse')} to start one.`);
  else act(present);
}

/** Shows why a step failed. The log reports its own trouble with the disk. */
export function proceed({ info }: Program, done: Promise<unknown>): void {
  done.catch((error: unknown) => info(describeError(error)));
}

export function pauseOrResume({ rehearsal }: Program, present: Present): void {
  if (present.step !== 'answer' && present.step !== 'followUp') return;
  const { clock } = present.step === 'answer' ? present.run : present.followUp;
  rehearsal.act({ type: isRunning(clock) ? 'pause' : 'resume' });
}

type PresentFollowUp = Extract<Present, { step: 'followUp' }>;

function peekAtPrepared({ rehearsal, info }: Program, { followUp, isPrepared }: PresentFollowUp): void {
  if (isPrepared) rehearsal.act({ type: followUp.peeking ? 'peekUp' : 'peekDown' });
  else info('You haven’t prepared an answer to this follow-up.', 'level');
}

function stepLevel(program: Program, step: 1 | -1): void {
  within(program, (present) => {
    if (present.step !== 'answer') return;
    const level = levelStep(present.run.level, step);
    if (program.rehearsal.act({ type: 'setLevel', level })) program.info(`Text: ${levelNames[level]}.`, 'level');
  });
}

function finish(program: Program, present: Present): void {
  if (present.step !== 'answer') proceed(program, program.rehearsal.next());
  else program.rehearsal.act({ type: present.run.phase === 'thinking' ? 'begin' : 'finish' });
}

/** Rates the run and goes on; undo leads back. */
function rate(program: Program, rating: Rating): void {
  within(program, ({ step }) => {
    if (step === 'sheet') return program.info('Rate the answers in the rehearsal view.', 'rating');
    if (step !== 'result') return program.info('You can rate a run once it has ended.', 'rating');
    program.rehearsal.act({ type: 'rate', rating });
    proceed(program, program.rehearsal.next());
  });
}
