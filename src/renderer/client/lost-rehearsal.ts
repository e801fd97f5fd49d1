import type { AppState } from '../../core/contract/contract.ts';
import { dateForLog } from '../../core/local-date.ts';
import { planOf } from '../../core/prompter/shown-story.ts';
import { askOf } from '../../core/rehearsal/question-run.ts';
import type { Flow } from '../../core/rehearsal/rehearsal-flow.ts';
import type { RehearsalRound, RehearsalState } from '../../core/rehearsal/state.ts';
import type { Story } from '../../core/stories/model.ts';

interface Moment {
  stories: readonly Story[];
  /** On the program’s clock. */
  nowMs: number;
  date: Date;
}

/**
 * The rehearsal of a program that is gone, put together again from what the views know of it, so that the page can go on
 * with it. Null without one, or where the page lacks its questions or its story.
 */
export function flowOf(
  { rehearsal, settings }: Pick<AppState, 'rehearsal' | 'settings'>,
  round: RehearsalRound | null,
  { stories, nowMs, date }: Moment,
): Flow | null {
  const ask = rehearsal === null || round === null ? undefined : round.asks[rehearsal.at];
  const chosenId = rehearsal === null ? null : (round?.answers[rehearsal.at]?.chosenId ?? null);
  const story = stories.find(({ id }) => id === (chosenId ?? ask?.storyId));
  if (rehearsal === null || round === null || ask === undefined || story === undefined) return null;
  const asked = askOf(story, ask, round.options.targetMs, {
    settings: () => settings,
    planOf: (...told) => planOf(...told, { settings, paced: (made) => made }),
  });
  const ago = (atMs: number): string => dateForLog(new Date(date.getTime() - Math.max(0, nowMs - atMs)));
  const { kind, at } = rehearsal;
  return {
    ...round,
    kind,
    at,
    knownStories: stories,
    asked: 'plan' in rehearsal ? { ...asked, plan: rehearsal.plan } : asked,
    step: stepOf(rehearsal, ago),
    back: null,
    logged: null,
    discarded: null,
  };
}

function stepOf(rehearsal: RehearsalState, dateAt: (atMs: number) => string): Flow['step'] {
  switch (rehearsal.step) {
    case 'answer':
      return { kind: 'answer', run: rehearsal.run };
    case 'followUp': {
      const { run, followUp } = rehearsal;
      return { kind: 'followUp', run, endedAt: dateAt(run.endedAtMs), followUp };
    }
    case 'result': {
      const { at, followUpMs } = rehearsal.result.record;
      return { kind: 'result', run: rehearsal.run, endedAt: at, followUpMs: followUpMs ?? null };
    }
    case 'sheet':
      return { kind: 'sheet' };
  }
}
