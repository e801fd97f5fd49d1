import type { LibraryState } from '../../core/contract/contract.ts';
import type { Settings } from '../../core/settings/schema.ts';
import type { Library, Story } from '../../core/stories/model.ts';
import type { Clock } from '../base/program-types.ts';
import { createJoiner } from './library-join.ts';
import { openLibrary, type OpenLibrary } from './library.ts';
import { libraryState } from './library-state.ts';
import type { Parser } from './parse-pool.ts';

/** The library that is open now: there is one at a time. */
export interface Shelf {
  stories: () => readonly Story[];
  /** All that was read, also while other folders are being read; null while there is nothing yet. */
  library: () => Library | null;
  state: () => LibraryState;
  /** Closes what is open and reads these folders instead; resolves when they were read, or others were opened. */
  open: (folders: readonly string[], samples: boolean) => Promise<void>;
  rescan: OpenLibrary['rescan'];
  /** Takes over what the settings say now; whether the state is different. */
  settingsChanged: () => boolean;
  close: () => Promise<void>;
}

export interface ShelfOptions {
  parser: Parser;
  clock: Clock;
  settings: () => Settings;
  /** The state is different: other folders are being read, have been read, or a file in them changed. */
  changed: (what: 'opening' | 'opened' | 'stories') => void;
}

/** The same each time, so that what is made of the stories can be kept as long as they are the same. */
const noStories: readonly Story[] = [];

/** A shelf with nothing on it. */
export function setUpShelf({ parser, clock, settings, changed }: ShelfOptions): Shelf {
  let library: Library | null = null;
  let open: OpenLibrary | null = null;
  let isLoading = true;
  const join = createJoiner();
  let given = { folders: [] as readonly string[], samples: false };
  let state = stateNow();

  function stateNow(): LibraryState {
    return libraryState(library, { ...given, isLoading }, settings().wordsPerMinute);
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
      return before.some(({ estimateMs }, index) => estimateMs !== state.stories[index]?.estimateMs);
    },
    close: async () => {
      const closing = open;
      open = null;
      await closing?.close();
    },
  };
}
