import type { Handlers } from '../../core/contract/contract.ts';
import type { Library, Story } from '../../core/stories/model.ts';
import type { Finder } from './search.ts';
import { slotNamed, withPin } from './pins.ts';
import type { Program } from '../base/program.ts';
import { createLinter } from './story-details.ts';

export interface StoryParts {
  finder: Finder;
  /** All that was read; null while it is read for the first time. */
  library: () => Library | null;
  /** The fingerprint of a story's own text. */
  textOf: (story: Story) => string;
}

type StoryCalls = 'readStory' | 'readProblems' | 'findStories' | 'openStory' | 'pinStory' | 'openInEditor';

/** The calls about stories. */
export function storyHandlers(
  { stories, stage, settings, changeSettings, openInEditor }: Program,
  { finder, library, textOf }: StoryParts,
): Pick<Handlers, StoryCalls> {
  const linter = createLinter();

  function storyOrSaySo(id: string): Story {
    const story = stories().find((candidate) => candidate.id === id);
    if (story === undefined) throw new Error(`There is no story "${id}" any more. Choose another from the list.`);
    return story;
  }

  return {
    readStory: ({ id }) => stories().find((story) => story.id === id) ?? null,
    readProblems: ({ storyId }) => {
      const read = library();
      if (read === null) return [];
      return storyId === null ? linter.ofAll(read) : linter.ofStory(read, storyId);
    },
    findStories: ({ words, limit }) => finder.find(words, limit),
    openStory: ({ id, variant, alternate = null }) => {
      const story = storyOrSaySo(id);
      const gone = (what: string, index: number) =>
        new Error(`"${story.title}" has no ${what} number ${index + 1} any more. Choose another from the list.`);
      if (variant !== null && story.variants[variant] === undefined) throw gone('variant', variant);
      if (alternate !== null && story.alternates[alternate] === undefined) throw gone('other question', alternate);
      stage.open(story, variant, alternate);
      return null;
    },
    pinStory: ({ id, slot }) => {
      // A pin whose story is gone can still be taken off.
      const text = slot === null ? '' : textOf(storyOrSaySo(id));
      changeSettings({ pins: withPin(settings().pins, { id, text }, slotNamed(slot)) });
      return null;
    },
    openInEditor: async ({ file, line }) => {
      const known = library()?.files.includes(file) ?? false;
      if (!known) throw new Error(`${file} is no file of your stories any more, so it is not opened.`);
      await openInEditor(file, line);
      return null;
    },
  };
}
