import { isRunning } from '../prompter/session.ts';
import { keyLabel } from '../contract/commands.ts';
import { hidesText, levelStep, type FadeLevel } from './fade.ts';
import type { Rating } from './rating.ts';
import { stageAction } from './run-times.ts';
import type { CommandId } from '../contract/commands.ts';
import type { PrompterHost } from '../prompter/prompter-commands.ts';
import type { Present, Rehearsal } from './current-rehearsal.ts';

/** What the commands of a rehearsal act on: the program, or a page that has lost it. */
export interface RehearsalHost extends PrompterHost {
  rehearsal: Rehearsal;
}

export type RehearsalRunner = (host: RehearsalHost) => void;

const levelNames: Readonly<Record<FadeLevel, string>> = {
  full: 'full answer',
  outline: 'outline',
  'first-words': 'first words',
  initials: 'initials',
  nothing: 'nothing',
};

/** What the rehearsal’s own commands do, in every view. */
export const rehearsalRunners = {
  'pause-run': (host) => within(host, (present) => beginOrPause(host, present)),
  'mark-section': (host) =>
    within(host, (present) => {
      if (present.step === 'followUp') proceed(host, host.rehearsal.next());
      else stepOnStage(host, present, 1);
    }),
  'undo-mark': (host) => within(host, (present) => stepOnStage(host, present, -1)),
  peek: (host) =>
    within(host, (present) => {
      if (present.step === 'followUp') return peekAtPrepared(host, present);
      if (present.step !== 'answer') return;
      if (!hidesText(present.run.level)) return host.info('Nothing is hidden at this level.', 'level');
      const isPeeking = present.run.phase === 'speaking' && present.run.peeking;
      host.rehearsal.act({ type: isPeeking ? 'peekUp' : 'peekDown' });
    }),
  'more-text': (host) => stepLevel(host, -1),
  'less-text': (host) => stepLevel(host, 1),
  'finish-run': (host) => within(host, (present) => finish(host, present)),
  'end-run': (host) =>
    within(host, ({ step }) => {
      if (step === 'answer' || step === 'followUp') host.rehearsal.act({ type: 'end' });
      else proceed(host, host.rehearsal.end());
    }),
  'discard-run': (host) =>
    within(host, () => {
      // The stage shows the way back; a message would cover it.
      if (!host.rehearsal.discard()) host.info('This run has nothing to discard yet.', 'rehearsing');
    }),
  'repeat-run': (host) => within(host, () => proceed(host, host.rehearsal.repeat())),
  'rate-again': (host) => rate(host, 'again'),
  'rate-hard': (host) => rate(host, 'hard'),
  'rate-good': (host) => rate(host, 'good'),
  'rate-easy': (host) => rate(host, 'easy'),
} satisfies Partial<Record<CommandId, RehearsalRunner>>;

/** Acts on the current rehearsal; without one, says how to start it. */
export function within(host: RehearsalHost, act: (present: Present) => void): void {
  const present = host.rehearsal.present();
  if (present === null) host.info(`No rehearsal is running. Press ${keyLabel('rehearse')} to start one.`);
  else act(present);
}

/** Shows why a step failed. The log reports its own trouble with the disk. */
export function proceed({ info }: RehearsalHost, done: Promise<unknown>): void {
  done.catch((error: unknown) => info(error instanceof Error ? error.message : String(error)));
}

function stepOnStage({ rehearsal }: RehearsalHost, present: Present, step: 1 | -1): void {
  if (present.step === 'answer' && present.run.phase === 'speaking')
    rehearsal.act(stageAction(present.run, present.plan, step));
  else rehearsal.act({ type: step === 1 ? 'nextSection' : 'undo' });
}

/** As Space on the prompter: it starts what comes next, and from then on pauses and resumes. */
function beginOrPause(host: RehearsalHost, present: Present): void {
  const { rehearsal } = host;
  if (present.step === 'result') return proceed(host, rehearsal.next());
  if (present.step !== 'answer' && present.step !== 'followUp') return;
  if (present.step === 'answer' && present.run.phase === 'thinking') return void rehearsal.act({ type: 'begin' });
  const { clock } = present.step === 'answer' ? present.run : present.followUp;
  rehearsal.act({ type: isRunning(clock) ? 'pause' : 'resume' });
}

type PresentFollowUp = Extract<Present, { step: 'followUp' }>;

function peekAtPrepared({ rehearsal, info }: RehearsalHost, { followUp, isPrepared }: PresentFollowUp): void {
  if (isPrepared) rehearsal.act({ type: followUp.peeking ? 'peekUp' : 'peekDown' });
  else info('You haven’t prepared an answer to this follow-up.', 'level');
}

function stepLevel(host: RehearsalHost, step: 1 | -1): void {
  within(host, (present) => {
    if (present.step !== 'answer') return;
    const level = levelStep(present.run.level, step);
    if (host.rehearsal.act({ type: 'setLevel', level })) host.info(`Text: ${levelNames[level]}.`, 'level');
  });
}

function finish(host: RehearsalHost, present: Present): void {
  if (present.step !== 'answer') proceed(host, host.rehearsal.next());
  else host.rehearsal.act({ type: present.run.phase === 'thinking' ? 'begin' : 'finish' });
}

/** Rates the run and goes on; undo leads back. */
function rate(host: RehearsalHost, rating: Rating): void {
  within(host, ({ step }) => {
    if (step === 'sheet') return host.info('Rate the answers in the rehearsal view.', 'rating');
    if (step !== 'result') return host.info('You can rate a run once it has ended.', 'rating');
    host.rehearsal.act({ type: 'rate', rating });
    proceed(host, host.rehearsal.next());
  });
}
