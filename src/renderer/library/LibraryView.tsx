import { useMemo } from 'react';
import type { AppState } from '../../core/contract/contract.ts';
import type { Progress } from '../../core/rehearsal/state.ts';
import { practiceLine, practiceMarks, type PracticeMarks } from '../ui/format/practice.ts';
import { useProgress } from '../client/use-progress.ts';
import { NoStory } from '../ui/NoStory.tsx';
import { Problems } from '../ui/Problems.tsx';
import { usePanel, useView } from '../client/program-context.ts';
import { StatusLine } from '../ui/StatusLine.tsx';
import { FolderSheet } from './FolderSheet.tsx';
import './library.css';
import { StoryList } from './StoryList.tsx';
import { StoryPage } from './StoryPage.tsx';
import { useDrop } from './use-drop.ts';
import { useSelection } from './use-selection.ts';
import { useStory } from './use-story.ts';

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
  /** Null until the log is read, which the list doesn't wait for. */
  progress: Progress | null;
}

function Side({ app, use, progress }: SideProps) {
  const { pins } = app.settings;
  const practice = useMemo<PracticeMarks>(
    () => (progress === null ? new Map() : practiceMarks(progress.stories, progress.due, progress.today)),
    [progress],
  );
  const keys = useMemo(() => new Map(Object.entries(pins).map(([slot, { id }]) => [id, slot])), [pins]);
  const prompted = app.session.prompt?.storyId ?? null;
  return <StoryList library={app.library} pins={keys} {...{ prompted, practice, use }} />;
}

/** What a story's own page tells of its rehearsals; null while nothing is known of it. */
function practiceOf(id: string, progress: Progress | null): string | null {
  const story = progress?.stories.find(({ storyId }) => storyId === id);
  if (progress === null || story === undefined) return null;
  const due = progress.due.find(({ storyId }) => storyId === id);
  return practiceLine(story, due, progress.today);
}
