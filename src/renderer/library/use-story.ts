import { useMemo, useState } from 'react';
import type { Result } from '../../core/contract/contract.ts';
import type { Problem, Story } from '../../core/stories/model.ts';
import { showFailure } from '../client/store.ts';
import { useProgram } from '../client/program-context.ts';
import { useQuery } from '../client/use-query.ts';
import type { Selection } from './use-selection.ts';

/** A whole story with its problems. */
export interface WholeStory {
  story: Story;
  problems: readonly Problem[];
  /** Which choice of the person shows it; see Selection. */
  opened: number;
}

/** Reads a story, and again whenever a file is saved. A deleted one stays in sight until the list without it arrives. */
export function useStory({ storyId: id, opened }: Pick<Selection, 'storyId' | 'opened'>): WholeStory | null {
  const { bridge, store } = useProgram();
  const ask = useMemo(() => {
    if (id === null) return null;
    return async (): Promise<Result<WholeStory | null>> => {
      const [story, problems] = await Promise.all([bridge.readStory({ id }), bridge.readProblems({ storyId: id })]);
      if (!story.ok) showFailure(store, story);
      // A page that has lost the program has the stories, but not what to improve in them, which nobody asked for.
      else if (store.getState().connection === 'connected') showFailure(store, problems);
      if (!story.ok || story.value === null) return { ok: true, value: null };
      return { ok: true, value: { story: story.value, problems: problems.ok ? problems.value : [], opened } };
    };
  }, [bridge, store, id, opened]);
  const { data } = useQuery(ask);
  const [shown, setShown] = useState<WholeStory | null>(null);
  if (data !== null && data !== shown) setShown(data);
  return id === null ? null : (data ?? shown);
}
