import { useMemo } from 'react';
import type { AppState } from '../../core/contract.ts';
import { NoStory } from '../views/NoStory.tsx';
import { Problems } from '../views/Problems.tsx';
import { useView } from '../views/program.ts';
import { StatusLine } from '../views/StatusLine.tsx';
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
  const panel = useView((state) => (state.panelView === 'library' ? state.panel : 'none'));
  const use = useSelection();
  const { selection } = use;
  const whole = useStory(selection);
  const drop = useDrop(use.awaitNew);
  const hasStories = app !== null && app.library.stories.length > 0;
  return (
    <main className="library" aria-label="Library" data-dropping={drop.isOver} {...drop.handlers}>
      {app !== null && <Side app={app} use={use} />}
      {hasStories && whole !== null ? (
        <StoryPage
          key={whole.opened}
          whole={whole}
          settings={app.settings}
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

function Side({ app, use }: { app: AppState; use: ReturnType<typeof useSelection> }) {
  const { pins } = app.settings;
  const keys = useMemo(() => new Map(Object.entries(pins).map(([slot, id]) => [id, slot])), [pins]);
  return <StoryList library={app.library} prompted={app.session.prompt?.storyId ?? null} pins={keys} use={use} />;
}
