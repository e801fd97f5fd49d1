import { useEffect, useState } from 'react';
import { useProgram, useView } from '../client/program-context.ts';
import type { ViewState } from '../client/store.ts';
import { firstNew, followSelection } from './follow-selection.ts';
import type { TabId } from './tabs.ts';

/** What the library shows. */
export interface Selection {
  storyId: string | null;
  /** The tab the person wants; a story without it shows its first. */
  tab: TabId;
  /** Index of the alternate on top, which a search found; null for none. */
  alternate: number | null;
  /** How often the person chose a story. Each time the page starts at its top. */
  opened: number;
}

export interface SelectionUse {
  selection: Selection;
  select: (storyId: string) => void;
  /** Shows a story at one of its alternates. */
  selectAlternate: (storyId: string, alternate: number) => void;
  showTab: (tab: TabId) => void;
  /** Whether the next new story is shown, because the person is adding its file. */
  awaitNew: (awaits: boolean) => void;
}

/**
 * The selection. It follows the files as they are saved; see followSelection. The address names its story, and the
 * library comes back to it.
 */
export function useSelection(): SelectionUse {
  const { store } = useProgram();
  const library = useView(({ app }) => app?.library);
  const prompted = useView(({ app }) => app?.session.prompt?.storyId ?? null);
  const [selection, setSelection] = useState<Selection>(() => ({
    storyId: firstStory(store.getState()) ?? prompted,
    tab: 'outline',
    alternate: null,
    opened: 0,
  }));
  const { storyId: shown } = selection;
  useEffect(() => {
    if (shown === null) return;
    store.setState(({ route }) => ({
      selected: shown,
      route: route.view === 'library' && route.story !== shown ? { ...route, story: shown } : route,
    }));
  }, [store, shown]);
  const [seen, setSeen] = useState<NonNullable<typeof library>['stories']>([]);
  const [awaitsNew, setAwaitsNew] = useState(false);

  if (library !== undefined && library.status === 'ready' && library.stories !== seen) {
    const { stories } = library;
    const fresh = awaitsNew ? firstNew(seen, stories) : null;
    const storyId = fresh ?? followSelection(seen, stories, selection.storyId);
    setSeen(stories);
    if (fresh !== null) setAwaitsNew(false);
    if (storyId !== selection.storyId) setSelection({ ...selection, storyId, alternate: null });
  }
  const open = (wanted: Selection): void => setSelection({ ...wanted, opened: selection.opened + 1 });
  return {
    selection,
    select: (storyId) => {
      if (storyId !== selection.storyId) open({ ...selection, storyId, alternate: null });
    },
    selectAlternate: (storyId, alternate) => open({ ...selection, storyId, tab: 'also', alternate }),
    showTab: (tab) => setSelection({ ...selection, tab }),
    awaitNew: setAwaitsNew,
  };
}

/** The story of the address, else the one that was shown last. */
function firstStory({ route, selected }: ViewState): string | null {
  return (route.view === 'library' ? route.story : null) ?? selected;
}
