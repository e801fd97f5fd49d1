import type { Handlers } from '../../core/contract/contract.ts';
import { storyGone } from '../../core/rehearsal/host-handlers.ts';
import type { Library, Story } from '../../core/stories/model.ts';
import type { Parser } from './parse-pool.ts';
import type { StorySearch } from '../../core/search/story-search.ts';
import { slotNamed, withPin } from './pins.ts';
import type { Services } from '../base/program.ts';
import { createQuestionBank } from './question-bank.ts';
import { readStorySource } from './story-source.ts';
import { createLinter } from './story-details.ts';

export interface StoryParts {
  search: StorySearch;
  /** What was read last; null before the first reading. */
  library: () => Library | null;
  /** The fingerprint of a story’s own text. */
  textOf: (story: Story) => string;
  parser: Pick<Parser, 'roles'>;
  /** The folders and files that are open. */
  roots: () => readonly string[];
}

type StoryCalls =
  | 'readStories'
  | 'readProblems'
  | 'readSource'
  | 'readQuestionBank'
  | 'findStories'
  | 'pinStory'
  | 'openInEditor';

/** A page asks for all stories; in one message, a thousand would keep the program from anything else. */
const storiesAtOnce = 50;

/** The calls about stories. */
export function storyHandlers(
  { stories, settings, changeSettings, openInEditor }: Services,
  { search, library, textOf, parser, roots }: StoryParts,
): Pick<Handlers, StoryCalls> {
  const linter = createLinter();
  const readBank = createQuestionBank(library, search);

  function storyOrSaySo(id: string): Story {
    const story = stories().find((candidate) => candidate.id === id);
    if (story === undefined) throw new Error(storyGone);
    return story;
  }

  return {
    readStories: ({ from }) => ({ stories: stories().slice(from, from + storiesAtOnce), of: stories().length }),
    readProblems: ({ storyId }) => {
      const read = library();
      if (read === null) return [];
      return storyId === null ? linter.ofAll(read) : linter.ofStory(read, storyId);
    },
    readSource: async ({ id }) => {
      const read = library();
      const story = stories().find((candidate) => candidate.id === id);
      if (read === null || story === undefined) return null;
      const { file } = story;
      const problems = linter.ofAll(read).filter((problem) => problem.file === file);
      return readStorySource(file, { parser, roots: roots(), problems });
    },
    readQuestionBank: readBank,
    findStories: ({ words, limit }) => search.find(words, limit),
    pinStory: ({ id, slot }) => {
      // A pin whose story is gone can still be removed.
      const text = slot === null ? '' : textOf(storyOrSaySo(id));
      changeSettings({ pins: withPin(settings().pins, { id, text }, slotNamed(slot)) });
      return null;
    },
    openInEditor: async ({ file, line }) => {
      const known = library()?.files.includes(file) ?? false;
      if (!known) throw new Error(`${file} is no longer one of your story files, so Offbook doesn’t open it.`);
      await openInEditor(file, line);
      return null;
    },
  };
}

export interface FolderParts {
  /** The folders that are open; none while those are the samples. */
  chosen: () => readonly string[];
  /** The absolute path of what a person typed; rejects with a sentence if it can’t be opened. */
  resolve: (typed: string) => Promise<string>;
  /** Opens these folders and remembers them. */
  open: (folders: readonly string[]) => Promise<void>;
  rescan: () => Promise<void>;
}

type FolderCalls = 'openFolder' | 'addFolder' | 'removeFolder' | 'chooseFolder' | 'rescan';

/** The calls about the folders that stories come from. */
export function folderHandlers({ shell }: Services, folders: FolderParts): Pick<Handlers, FolderCalls> {
  return {
    openFolder: async ({ path }) => {
      await folders.open([await folders.resolve(path)]);
      return null;
    },
    addFolder: async ({ path }) => {
      const whole = await folders.resolve(path);
      const chosen = folders.chosen();
      if (chosen.includes(whole)) throw new Error(`${whole} is already one of your folders.`);
      await folders.open([...chosen, whole]);
      return null;
    },
    removeFolder: async ({ path }) => {
      const chosen = folders.chosen();
      if (!chosen.includes(path)) throw new Error(`${path} isn’t one of your folders. Choose one from the list.`);
      await folders.open(chosen.filter((folder) => folder !== path));
      return null;
    },
    chooseFolder: () => shell.chooseFolder(),
    rescan: async () => {
      await folders.rescan();
      return null;
    },
  };
}
