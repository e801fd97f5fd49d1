import type { LibraryState } from '../core/contract.ts';
import type { Library, Story } from '../core/stories/model.ts';
import type { Clock } from './app-types.ts';
import { openLibrary, type OpenLibrary } from './library.ts';
import { libraryState } from './library-state.ts';
import type { Parser } from './parser.ts';

/** The library that is open now: there is one at a time. */
export interface Shelf {
  stories: () => readonly Story[];
  state: () => LibraryState;
  /** Closes what is open and reads these folders instead; resolves when they were read, or others were opened. */
  open: (folders: readonly string[], samples: boolean) => Promise<void>;
  rescan: () => Promise<void>;
  close: () => Promise<void>;
}

export interface ShelfOptions {
  parser: Parser;
  clock: Clock;
  /** The state is different: other folders are being read, have been read, or a file in them changed. */
  changed: (what: 'opening' | 'opened' | 'stories') => void;
}

/** A shelf with nothing on it. */
export function setUpShelf({ parser, clock, changed }: ShelfOptions): Shelf {
  let library: Library | null = null;
  let open: OpenLibrary | null = null;
  let state = libraryState(null, [], false);

  return {
    stories: () => library?.stories ?? [],
    state: () => state,
    open: async (folders, samples) => {
      const closing = open?.close();
      library = null;
      state = libraryState(null, folders, samples);
      changed('opening');
      const mine = openLibrary({
        roots: folders,
        parser,
        clock,
        changed: (change) => {
          if (open !== mine) return;
          const what = library === null ? 'opened' : 'stories';
          library = change.library;
          state = libraryState(library, folders, samples);
          changed(what);
        },
      });
      open = mine;
      await closing;
      await mine.read;
    },
    rescan: async () => open?.rescan(),
    close: async () => {
      const closing = open;
      open = null;
      await closing?.close();
    },
  };
}
