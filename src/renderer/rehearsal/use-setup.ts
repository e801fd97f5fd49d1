import { useState } from 'react';
import type { AppState } from '../../core/contract/contract.ts';
import { byWeakness, chosenStories } from '../../core/rehearsal/chosen-stories.ts';
import { writtenStories } from '../../core/stories/written-stories.ts';
import { isDue } from '../../core/rehearsal/due.ts';
import type { Settings } from '../../core/settings/schema.ts';
import { isInSet } from '../../core/rehearsal/interviews.ts';
import { useNarrowed } from '../client/interviews.ts';
import { setupOf, type Chosen } from '../client/rehearsal-choices.ts';
import { withOwnChoice } from '../client/route.ts';
import { showFailure } from '../client/store.ts';
import { useProgress } from '../client/use-progress.ts';
import { useProgram, useView } from '../client/program-context.ts';
import { anotherRound, roundOf, unconfirmed } from './setup-choices.ts';

/** The choices that the settings remember; the others are this page’s. */
type Remembered = Pick<Settings, 'rehearseFor' | 'thinkMs' | 'fadeLevel' | 'speakQuestions'>;

/** The choices before a rehearsal, the stories that fit them, and how to start. */
export function useSetup(app: AppState) {
  const { bridge, store } = useProgram();
  const progress = useProgress();
  const { interview } = useNarrowed();
  /** Changed here and not confirmed yet: starting right away uses it. */
  const [sent, setSent] = useState<Partial<Remembered>>({});
  const wanted = useView(({ route }) => (route.view === 'rehearsal' ? route.stories : null));
  const chosen = useView((state) => state.chosen);
  const settings = { ...app.settings, ...sent };
  const { rehearseFor, thinkMs, fadeLevel, speakQuestions } = settings;
  const stories = wanted ?? chosen.stories;
  const isIn = (story: Parameters<typeof isInSet>[0]): boolean =>
    interview === null || isInSet(story, interview.stories);
  const all = writtenStories(app.library.stories);
  const written = all.filter(isIn);
  const isKnown = progress.data !== null;
  const inScope = new Set(written.map(({ id }) => id));
  const due = progress.data?.due.filter(({ storyId }) => inScope.has(storyId)) ?? [];
  // Until it is known what is due, nothing fits that choice.
  const matching = stories.which === 'due' && !isKnown ? [] : chosenStories(all, stories, { due, isIn });
  /** A story or a group that is named can be outside the interview. */
  const named = new Set(matching);
  const listed = all.filter((story) => isIn(story) || named.has(story));
  const fitting = chosen.order === 'weakest' ? byWeakness(matching, due) : matching;
  const setup = setupOf(stories, chosen, settings);

  const choose = (part: Partial<Chosen>): void => store.setState((state) => ({ chosen: { ...state.chosen, ...part } }));
  const remember = async (part: Partial<Remembered>): Promise<void> => {
    setSent((before) => ({ ...before, ...part }));
    showFailure(store, await bridge.changeSettings(part));
    setSent((now) => unconfirmed(now, part));
  };
  const start = async (): Promise<void> => showFailure(store, await bridge.startRehearsal(setup));
  const startMock = async (): Promise<void> => {
    const count = Math.min(chosen.mockCount, written.length);
    showFailure(store, await bridge.startMock({ count, thinkMs, targetMs: chosen.targetMs }));
  };
  return {
    chosen,
    choose,
    stories,
    /** The stories that “all” means: of the interview, if the program is narrowed to one. */
    written,
    /** What there is to choose from. */
    listed,
    interview,
    dueCount: due.filter(isDue).length,
    isKnown,
    error: progress.error,
    fitting,
    round: roundOf(fitting, setup, { targetMs: chosen.targetMs, ownTargetMs: settings.targetMs, thinkMs }),
    /** That nothing is due, if that is the choice. */
    another: stories.which === 'due' ? anotherRound(due) : '',
    rehearseFor,
    thinkMs,
    fadeLevel,
    speakQuestions,
    chooseStories: (value: Chosen['stories']): void => {
      store.setState(({ route }) => ({ route: withOwnChoice(route) }));
      choose({ stories: value });
    },
    remember: (part: Partial<Remembered>) => void remember(part),
    start: () => void start(),
    startMock: () => void startMock(),
  };
}

export type SetupUse = ReturnType<typeof useSetup>;
