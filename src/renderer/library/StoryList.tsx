import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import { flushSync } from 'react-dom';
import type { LibraryState, StoryBrief } from '../../core/contract/contract.ts';
import type { Interview } from '../../core/rehearsal/interviews.ts';
import { SearchField } from '../search/SearchField.tsx';
import { MatchList } from '../search/MatchList.tsx';
import { useSearch } from '../search/use-search.ts';
import type { PracticeMarks } from '../ui/format/practice.ts';
import { usePanel, useProgram, useRehearse } from '../client/program-context.ts';
import { showFailure } from '../client/store.ts';
import { interviewName } from '../ui/format/interview.ts';
import { StoryTree } from './StoryTree.tsx';
import { useOpenInEditor, usePrompt } from './story-actions.ts';
import type { SelectionUse } from './use-selection.ts';
import { counted } from '../ui/format/story.ts';

interface StoryListProps {
  library: LibraryState;
  /** Those of the interview that the program is narrowed to; all without one. */
  stories: readonly StoryBrief[];
  interview: Interview | null;
  /** Above the stories. */
  children: ReactNode;
  prompted: string | null;
  pins: ReadonlyMap<string, string>;
  practice: PracticeMarks;
  use: SelectionUse;
}

/** The search field and, below it, its results or all stories by group. */
export function StoryList(props: StoryListProps) {
  const { library, stories, interview, children, prompted, pins, practice, use } = props;
  const { panel, closePanel } = usePanel();
  const isRequested = panel === 'palette';
  const prompt = usePrompt();
  const rehearse = useRehearse();
  const openInEditor = useOpenInEditor();
  const field = useRef<HTMLInputElement>(null);
  const side = useRef<HTMLElement>(null);
  const ids = useMemo(() => new Set(stories.map(({ id }) => id)), [stories]);
  const search = useSearch({
    isListed: ({ storyId }) => ids.has(storyId),
    isNarrowed: interview !== null,
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
      {interview !== null && <NarrowedLine interview={interview} />}
      {isSearching && <MatchList search={search} />}
      <div className="side-tree" hidden={isSearching}>
        {children}
        <StoryTree
          stories={stories}
          selected={use.selection.storyId}
          prompted={prompted}
          pins={pins}
          practice={practice}
          select={use.select}
          prompt={(id) => prompt({ id })}
          rehearse={(id) => {
            if (library.stories.some((story) => story.id === id && !story.planned))
              rehearse.start({ which: 'one', id });
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

/** Says why stories are missing, and brings them back. */
function NarrowedLine({ interview }: { interview: Interview }) {
  const { bridge, store } = useProgram();
  return (
    <p className="side-narrowed">
      <span>
        Only for <bdi>{interviewName(interview)}</bdi>
      </span>
      <button
        type="button"
        className="link"
        onClick={() => void bridge.changeSettings({ narrowTo: null }).then((result) => showFailure(store, result))}
      >
        Show all stories
      </button>
    </p>
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
