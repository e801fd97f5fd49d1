import type { CallInput, Handlers } from '../../core/contract/contract.ts';
import { writtenStories } from '../../core/stories/written-stories.ts';
import { drawMock, chooseAsks, type RehearsalSetup } from '../../core/rehearsal/questions.ts';
import type { Story } from '../../core/stories/model.ts';
import { notWritten } from '../../core/prompter/prompter-commands.ts';
import type { Practice } from '../practice/statistics.ts';
import type { Program } from './program.ts';

export interface RehearsalHandlerParts {
  practice: Practice;
  /** Resolves once the log is read. */
  logRead: () => Promise<unknown>;
  /** Logs the runs of a page that went on without the program. */
  keepRuns: (kept: CallInput<'keepRuns'>) => Promise<void>;
  /** The stories are being read for the first time. */
  isLoading: () => boolean;
  /** 0 to 1. */
  random: () => number;
}

type RehearsalCalls = 'startRehearsal' | 'startMock' | 'readRound' | 'keepRuns';

/** The calls about the current rehearsal. */
export function rehearsalHandlers(
  { rehearsal, stories, settings }: Program,
  { practice, logRead, keepRuns, isLoading, random }: RehearsalHandlerParts,
): Pick<Handlers, RehearsalCalls> {
  async function ready(): Promise<void> {
    if (isLoading()) throw new Error('Your stories are still loading. Try again in a moment.');
    await logRead();
  }

  return {
    startRehearsal: async (setup) => {
      await ready();
      const { targetMs: ownTargetMs, storyTargets, storyVariants, wordsPerMinute } = settings();
      const pace = { ownTargetMs, storyTargets, storyVariants, wordsPerMinute };
      const asks = chooseAsks(stories(), setup, { schedule: practice.schedule(), pace, random });
      if (asks.length === 0) throw new Error(whyNone(setup.stories, stories()));
      await rehearsal.start('rehearsal', asks, setup);
      return null;
    },
    startMock: async ({ count, ...options }) => {
      await ready();
      const asks = drawMock(stories().filter(practice.schedule().isIn), count, random);
      if (asks.length === 0) throw new Error(whyNone({ which: 'all' }, stories()));
      // An interview has no text on screen.
      await rehearsal.start('mock', asks, { ...options, level: 'nothing' });
      return null;
    },
    readRound: () => rehearsal.round(),
    keepRuns: async (kept) => {
      await keepRuns(kept);
      return null;
    },
  };
}

const goneStory = 'That story isn’t in your files any more. Choose another one.';
const noStories = 'No stories to rehearse yet. Open a folder with your stories first.';

/** Why no story fits the choice, and what to choose instead. */
function whyNone(chosen: RehearsalSetup['stories'], stories: readonly Story[]): string {
  if (writtenStories(stories).length === 0) return noStories;
  switch (chosen.which) {
    case 'one': {
      const planned = stories.find(({ id }) => id === chosen.id);
      return planned === undefined ? goneStory : notWritten(planned);
    }
    case 'some':
      return 'These stories aren’t in your files any more. Choose others.';
    case 'group': {
      const group = chosen.group === null ? 'without a group' : `in “${chosen.group}”`;
      return `There are no stories ${group} any more. Choose another group, or all stories.`;
    }
    case 'due':
    case 'all':
      return 'No story is in the interview that Offbook is narrowed to. Choose other groups or tags for it, or show all stories.';
  }
}
