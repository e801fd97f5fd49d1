import { useState } from 'react';
import type { AppState } from '../../core/contract/contract.ts';
import { chosenStories, writtenStories } from '../../core/rehearsal/chosen-stories.ts';
import type { Settings } from '../../core/settings/schema.ts';
import { withOwnChoice } from '../client/route.ts';
import { showFailure } from '../client/store.ts';
import { useProgress } from '../client/use-progress.ts';
import { useProgram, useView } from '../client/program-context.ts';
import { questionChoices, unconfirmed, type Chosen } from './setup-choices.ts';

/** The choices that the settings remember; the others are this page’s. */
type Remembered = Pick<Settings, 'thinkMs' | 'fadeLevel' | 'speakQuestions'>;

/** The choices before a rehearsal, the stories that fit them, and how to start. */
export function useSetup(app: AppState, chosen: Chosen, choose: (part: Partial<Chosen>) => void) {
  const { bridge, store } = useProgram();
  const progress = useProgress();
  /** Changed here and not confirmed yet: starting right away uses it. */
  const [sent, setSent] = useState<Partial<Remembered>>({});
  const wanted = useView(({ route }) => (route.view === 'rehearsal' ? route.stories : null));
  const { thinkMs, fadeLevel, speakQuestions } = { ...app.settings, ...sent };
  const due = progress.data?.due ?? null;
  const dueIds = due?.filter(({ inDays }) => inDays <= 0).map(({ storyId }) => storyId) ?? [];
  const stories = wanted ?? chosen.stories;
  const written = writtenStories(app.library.stories);

  const remember = async (part: Partial<Remembered>): Promise<void> => {
    setSent((before) => ({ ...before, ...part }));
    showFailure(store, await bridge.changeSettings(part));
    setSent((now) => unconfirmed(now, part));
  };
  const start = async (): Promise<void> => {
    const { alternates, followUps } = questionChoices[chosen.questions];
    const { count, order, targetMs } = chosen;
    const setup = { stories, count, order, alternates, followUps, thinkMs, level: fadeLevel, targetMs };
    showFailure(store, await bridge.startRehearsal(setup));
  };
  const startMock = async (): Promise<void> => {
    const count = Math.min(chosen.mockCount, written.length);
    showFailure(store, await bridge.startMock({ count, thinkMs, targetMs: chosen.targetMs }));
  };
  return {
    stories,
    /** What there is to choose from. */
    written,
    dueIds,
    /** Days until the next story is due; null where none is, or that isn’t known. */
    nextInDays: due?.find(({ inDays }) => inDays > 0)?.inDays ?? null,
    isKnown: due !== null,
    error: progress.error,
    fitting: chosenStories(written, stories, dueIds),
    thinkMs,
    fadeLevel,
    speakQuestions,
    chooseStories: (value: Chosen['stories']): void => {
      store.setState(({ route }) => ({ route: withOwnChoice(route) }));
      choose({ stories: value, count: null });
    },
    remember: (part: Partial<Remembered>) => void remember(part),
    start: () => void start(),
    startMock: () => void startMock(),
  };
}

export type SetupUse = ReturnType<typeof useSetup>;
