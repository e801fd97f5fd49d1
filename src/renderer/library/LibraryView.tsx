import { type DragEvent, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { AppState } from '../../core/contract/contract.ts';
import type { Progress } from '../../core/rehearsal/state.ts';
import { practiceLine, practiceMarks, type PracticeMarks } from '../ui/format/practice.ts';
import { useNarrowed } from '../client/interviews.ts';
import { useProgress } from '../client/use-progress.ts';
import { DayCards } from '../ui/DayCards.tsx';
import { NoStory } from '../ui/NoStory.tsx';
import { Problems } from '../ui/Problems.tsx';
import { usePanel, useProgram, useView } from '../client/program-context.ts';
import { StatusLine } from '../ui/StatusLine.tsx';
import '../ui/charts.css';
import './library.css';
import './story.css';
import { StoryList } from './StoryList.tsx';
import { StoryPage } from './StoryPage.tsx';
import { useSelection } from './use-selection.ts';
import { useStory } from './use-story.ts';
import { Folders } from '../ui/Folders.tsx';
import { Icon } from '../ui/Icon.tsx';
import { showError, showFailure } from '../client/store.ts';

/** All stories on the left, one of them whole on the right. It follows the files as they are saved. */
export function LibraryView() {
  const app = useView((state) => state.app);
  const { panel } = usePanel();
  const use = useSelection();
  const { selection } = use;
  const whole = useStory(selection);
  const drop = useDrop(use.awaitNew);
  const { data: progress } = useProgress();
  const hasStories = app !== null && app.library.stories.length > 0;
  return (
    <main className="library" aria-label="Library" data-dropping={drop.isOver} {...drop.handlers}>
      {app !== null && <Side app={app} use={use} progress={progress} />}
      {hasStories && whole !== null ? (
        <StoryPage
          key={whole.opened}
          whole={whole}
          settings={app.settings}
          practice={practiceOf(whole.story.id, progress)}
          wantedTab={selection.tab}
          alternate={whole.story.id === selection.storyId ? selection.alternate : null}
          showTab={use.showTab}
        />
      ) : (
        <div className="no-page">{!hasStories && <NoStory />}</div>
      )}
      <StatusLine />
      {panel === 'problems' && <Problems />}
      {panel === 'folder' && <FolderSheet awaitNew={use.awaitNew} />}
    </main>
  );
}

interface SideProps {
  app: AppState;
  use: ReturnType<typeof useSelection>;
  /** Null until the log has been read; the list doesn’t wait for it. */
  progress: Progress | null;
}

function Side({ app, use, progress }: SideProps) {
  const { pins } = app.settings;
  const { stories, interview } = useNarrowed();
  const practice = useMemo<PracticeMarks>(
    () => (progress === null ? new Map() : practiceMarks(progress.stories, progress.due, progress.today)),
    [progress],
  );
  const keys = useMemo(() => new Map(Object.entries(pins).map(([slot, { id }]) => [id, slot])), [pins]);
  const prompted = app.session.prompt?.storyId ?? null;
  return (
    <StoryList library={app.library} pins={keys} {...{ stories, interview, prompted, practice, use }}>
      <DayCards progress={progress} />
    </StoryList>
  );
}

/** A story’s rehearsals in a line for its own page; null while nothing is known of them. */
function practiceOf(id: string, progress: Progress | null): string | null {
  const story = progress?.stories.find(({ storyId }) => storyId === id);
  if (progress === null || story === undefined) return null;
  const due = progress.due.find(({ storyId }) => storyId === id);
  return practiceLine(story, due, progress.today);
}

/** The story folders, over the library. A story added here is shown. */
function FolderSheet({ awaitNew }: { awaitNew: (awaits: boolean) => void }) {
  const { closePanel } = usePanel();
  const sheet = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    sheet.current?.showModal();
    sheet.current?.querySelector('input')?.focus();
  }, []);

  return (
    <dialog className="sheet" ref={sheet} aria-labelledby="folders-title" onClose={closePanel}>
      <div className="sheet-head">
        <h2 id="folders-title">Story folders</h2>
        <button type="button" className="control" aria-label="Close" title="Close (Esc)" onClick={closePanel}>
          <Icon name="dismiss" />
        </button>
      </div>
      <Folders awaitNew={awaitNew} done={closePanel} />
    </dialog>
  );
}

const noPath =
  'A browser doesn’t say where a dropped file is. Choose “Folders” and type its path, or drop it on the desktop app.';

/** Lets files and folders be dropped on an element to add their stories. The first new one is shown. */
function useDrop(awaitNew: (awaits: boolean) => void) {
  const { bridge, store, pathOf } = useProgram();
  const [isOver, setOver] = useState(false);
  const drop = async (files: readonly File[]): Promise<void> => {
    for (const file of files) {
      const path = pathOf(file);
      if (path === null) {
        showError(store, noPath);
        return;
      }
      awaitNew(true);
      const result = await bridge.addFolder({ path });
      showFailure(store, result);
      if (!result.ok) awaitNew(false);
    }
  };
  return {
    isOver,
    handlers: {
      onDragOver: (event: DragEvent): void => {
        if (!event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
        setOver(true);
      },
      onDragLeave: (event: DragEvent): void => {
        // Moving onto an element inside also leaves the one around it.
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      },
      onDrop: (event: DragEvent): void => {
        event.preventDefault();
        setOver(false);
        void drop([...event.dataTransfer.files]);
      },
    },
  };
}
