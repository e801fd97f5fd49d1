import { useEffect, useMemo } from 'react';
import type { AppState } from '../../core/contract/contract.ts';
import type { Progress } from '../../core/rehearsal/state.ts';
import { practiceLine, practiceMarks, type PracticeMarks } from '../ui/format/practice.ts';
import { useNarrowed } from '../client/interviews.ts';
import { useProgress } from '../client/use-progress.ts';
import { DayCards } from '../ui/DayCards.tsx';
import { useMedia } from '../ui/use-media.ts';
import { NoStory } from '../ui/NoStory.tsx';
import { Problems } from '../ui/Problems.tsx';
import { useKeys } from '../client/keys.ts';
import { usePanel, useView } from '../client/program-context.ts';
import { StatusLine } from '../ui/StatusLine.tsx';
import '../ui/charts.css';
import './library.css';
import './story.css';
import { PrintSheet } from './PrintSheet.tsx';
import { StoryList } from './StoryList.tsx';
import { StoryPage } from './StoryPage.tsx';
import { useSelection } from './use-selection.ts';
import { useStory } from './use-story.ts';

/** All stories on the left, one of them whole on the right. It follows the files as they are saved. */
export function LibraryView() {
  const app = useView((state) => state.app);
  const { panel, openPanel } = usePanel();
  const use = useSelection();
  const { selection } = use;
  const whole = useStory(selection);
  const hasStories = app !== null && app.library.stories.length > 0;
  const { awaitNew } = use;
  useEffect(() => awaitNew(panel === 'folder'), [awaitNew, panel]);
  useKeys(({ name }) => {
    if (name !== 'Control+p' && name !== 'Meta+p') return false;
    if (hasStories) openPanel('print');
    return hasStories;
  });
  const { data: progress } = useProgress();
  return (
    <main className="library" aria-label="Library">
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
      {panel === 'print' && app !== null && <PrintSheet stories={app.library.stories} selected={selection.storyId} />}
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
  // Below this the list is above the story, and a whole card would fill it.
  const hasRoom = useMedia('(width > 720px) and (height > 420px)');
  return (
    <StoryList library={app.library} pins={keys} {...{ stories, interview, prompted, practice, use }}>
      <DayCards progress={progress} isOpen={hasRoom} />
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
