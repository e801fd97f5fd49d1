import type { LibraryState, StoryBrief } from '../../core/contract/contract.ts';
import type { Settings } from '../../core/settings/schema.ts';
import type { Library, Problem, Story } from '../../core/stories/model.ts';
import { differencesAt, shortNames } from '../../core/stories/short-names.ts';
import type { Clock } from '../base/program.ts';
import { createJoiner } from './library-files.ts';
import { openLibrary, type OpenLibrary } from './library.ts';
import type { Parser } from './parse-pool.ts';
import { defaultVariant } from '../../core/prompter/default-variant.ts';
import { ownTargetOf } from '../../core/prompter/target.ts';
import { spokenMs, sum } from '../../core/prompter/plan.ts';
import { problemsBySettings } from '../../core/stories/lint/target.ts';
import { problemsByStory, worstFirst } from './story-details.ts';

/** The library that is open now; there is one at a time. */
interface CurrentLibrary {
  stories: () => readonly Story[];
  /** What was read last, even while other folders are being read; null before the first reading. */
  library: () => Library | null;
  state: () => LibraryState;
  /** Closes the open library and reads these folders; resolves when they were read, or others were opened. */
  open: (folders: readonly string[], samples: boolean) => Promise<void>;
  rescan: OpenLibrary['rescan'];
  /** Adopts the current settings; returns whether the state changed. */
  settingsChanged: () => boolean;
  close: () => Promise<void>;
}

interface CurrentLibraryOptions {
  parser: Parser;
  clock: Clock;
  settings: () => Settings;
  /** The state changed: other folders are being read, have been read, or a file in them changed. */
  changed: (what: 'opening' | 'opened' | 'stories') => void;
}

/** The same object each time, so that results based on the stories stay valid. */
const noStories: readonly Story[] = [];

/** Nothing is open at first. */
export function setUpCurrentLibrary({ parser, clock, settings, changed }: CurrentLibraryOptions): CurrentLibrary {
  let library: Library | null = null;
  let open: OpenLibrary | null = null;
  let isLoading = true;
  const join = createJoiner();
  const nameStories = createNamer();
  let given = { folders: [] as readonly string[], samples: false };
  let state = stateNow();

  function stateNow(): LibraryState {
    const names = nameStories(library?.stories ?? noStories);
    return libraryState(library, names, { ...given, isLoading }, settings());
  }

  return {
    stories: () => library?.stories ?? noStories,
    library: () => library,
    state: () => state,
    open: async (folders, samples) => {
      const closing = open?.close();
      isLoading = true;
      given = { folders, samples };
      state = stateNow();
      changed('opening');
      const mine = openLibrary({
        roots: folders,
        parser,
        clock,
        join,
        known: open?.records() ?? [],
        changed: (change) => {
          if (open !== mine) return;
          const what = isLoading ? 'opened' : 'stories';
          isLoading = false;
          library = change.library;
          state = stateNow();
          changed(what);
        },
      });
      open = mine;
      await closing;
      await mine.read;
    },
    rescan: async (kind) => open?.rescan(kind),
    settingsChanged: () => {
      const before = state.stories;
      state = stateNow();
      return JSON.stringify(before) !== JSON.stringify(state.stories);
    },
    close: async () => {
      const closing = open;
      open = null;
      await closing?.close();
    },
  };
}

/** The folders that are open, or being read. */
interface GivenFolders {
  folders: readonly string[];
  /** They are the stories that come with the program. */
  samples: boolean;
  isLoading: boolean;
}

/** The library as the views get it; while folders are being read for the first time, what was there before. */
function libraryState(
  library: Library | null,
  names: ReadonlyMap<string, StoryName>,
  { folders, samples, isLoading }: GivenFolders,
  settings: Settings,
): LibraryState {
  const problems = library === null ? new Map<string, Problem[]>() : problemsByStory(library);
  return {
    folders: [...folders],
    samples,
    status: isLoading ? 'loading' : 'ready',
    stories:
      library?.stories.map((story) => storyBrief(story, names.get(story.id), problems.get(story.id) ?? [], settings)) ??
      [],
    problems: library === null ? [] : worstFirst(blockingProblems(library)),
  };
}

type StoryName = Pick<StoryBrief, 'name' | 'nameDiffersAt'>;

/** Names stories by id; again only if a story came, went or got another title. */
function createNamer(): (stories: readonly Story[]) => ReadonlyMap<string, StoryName> {
  let seen: readonly Story[] = noStories;
  let named = new Map<string, StoryName>();
  return (stories) => {
    const isSame = ({ id, title }: Story, index: number): boolean =>
      id === seen[index]?.id && title === seen[index].title;
    if (stories.length !== seen.length || !stories.every(isSame)) {
      const names = shortNames(stories);
      const differences = differencesAt(names.values());
      named = new Map([...names].map(([id, name]) => [id, { name, nameDiffersAt: differences.get(name) ?? 0 }]));
    }
    seen = stories;
    return named;
  };
}

function storyBrief(
  story: Story,
  named: StoryName | undefined,
  found: readonly Problem[],
  settings: Settings,
): StoryBrief {
  const { id, file, line, group, title, question, tags, targetMs, planned } = story;
  const variant = story.variants[defaultVariant(story, settings) ?? -1];
  const words = sum((variant ?? story).answer.map((section) => section.words));
  const problems = problemsBySettings(story, found, settings);
  const hints = problems.filter((problem) => problem.severity === 'hint').length;
  return {
    id,
    file,
    line,
    group,
    title,
    name: named?.name ?? title,
    nameDiffersAt: named?.nameDiffersAt ?? 0,
    question,
    variants: story.variants.map((variant) => variant.title),
    planned,
    tags: [...tags],
    targetMs: ownTargetOf(id, settings, variant?.title ?? null) ?? targetMs,
    estimateMs: words > 0 ? spokenMs(words, settings.wordsPerMinute) : null,
    problems: problems.length - hints,
    hints,
  };
}

/**
 * What keeps stories from the prompter: errors, and all problems of files without a story. Hints about stories that did
 * load belong in the library, not on the prompter.
 */
function blockingProblems({ stories, problems }: Library): Problem[] {
  const filesWithStories = new Set(stories.map((story) => story.file));
  return problems.filter((problem) => problem.severity === 'error' || !filesWithStories.has(problem.file));
}
