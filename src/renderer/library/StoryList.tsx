import { useEffect, useRef } from 'react';
import { flushSync } from 'react-dom';
import type { LibraryState } from '../../core/contract/contract.ts';
import { SearchField } from '../search/SearchField.tsx';
import { MatchList } from '../search/MatchList.tsx';
import { useSearch } from '../search/use-search.ts';
import type { PracticeMarks } from '../ui/format/practice.ts';
import { usePanel, useRehearse } from '../client/program-context.ts';
import { StoryTree } from './StoryTree.tsx';
import { useOpenInEditor, usePrompt } from './story-actions.ts';
import type { SelectionUse } from './use-selection.ts';
import { counted } from '../ui/format/story.ts';

interface StoryListProps {
  library: LibraryState;
  prompted: string | null;
  pins: ReadonlyMap<string, string>;
  practice: PracticeMarks;
  use: SelectionUse;
}

/** The search field and, below it, its results or all stories by group. */
export function StoryList({ library, prompted, pins, practice, use }: StoryListProps) {
  const { panel, closePanel } = usePanel();
  const isRequested = panel === 'palette';
  const prompt = usePrompt();
  const rehearse = useRehearse();
  const openInEditor = useOpenInEditor();
  const field = useRef<HTMLInputElement>(null);
  const side = useRef<HTMLElement>(null);
  const search = useSearch({
    picked: ({ storyId, alternate }) =>
      alternate === null ? use.select(storyId) : use.selectAlternate(storyId, alternate),
    left: () => {
      // The tree can only be focused once it is visible again.
      flushSync(() => search.type(''));
      side.current?.querySelector<HTMLElement>('[role="tree"]')?.focus();
    },
  });
  useEffect(() => {
    if (!isRequested) return;
    field.current?.focus();
    field.current?.select();
    closePanel();
  }, [isRequested, closePanel]);
  // The tree stays in the page, so that it is where it was when the search ends.
  const isSearching = search.words.trim() !== '';
  return (
    <aside className="side" aria-label="All stories" ref={side}>
      <SearchField search={search} ref={field} />
      {isSearching && <MatchList search={search} />}
      <div className="side-tree" hidden={isSearching}>
        <StoryTree
          stories={library.stories}
          selected={use.selection.storyId}
          prompted={prompted}
          pins={pins}
          practice={practice}
          select={use.select}
          prompt={(id) => prompt({ id })}
          rehearse={(id) => {
            if (library.stories.some((story) => story.id === id && !story.planned)) rehearse({ which: 'one', id });
          }}
          edit={(id) => {
            const story = library.stories.find((brief) => brief.id === id);
            if (story !== undefined) openInEditor(story.file, story.line);
          }}
        />
      </div>
      <Foot library={library} />
    </aside>
  );
}

/** Where the stories come from, how more come in, and how they go on paper. */
function Foot({ library: { folders, samples, stories } }: { library: LibraryState }) {
  const { openPanel } = usePanel();
  const from = samples ? 'samples' : counted(folders.length, 'folder');
  return (
    <footer className="side-foot">
      <button
        type="button"
        className="quiet foot-folders"
        title={folders.join('\n')}
        onClick={() => openPanel('folder')}
      >
        Folders <span className="num">{`${counted(stories.length, 'story', 'stories')}, ${from}`}</span>
      </button>
      <button
        type="button"
        className="quiet"
        title="Print outlines"
        disabled={stories.length === 0}
        onClick={() => openPanel('print')}
      >
        Print…
      </button>
    </footer>
  );
}
