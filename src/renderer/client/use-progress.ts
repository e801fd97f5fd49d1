import { useMemo } from 'react';
import type { Progress, StoryPractice } from '../../core/rehearsal/state.ts';
import { useProgram } from './program-context.ts';
import { useQuery, type QueryState } from './use-query.ts';

/** What the log says about all stories. */
export function useProgress(): QueryState<Progress> {
  const { bridge } = useProgram();
  return useQuery(useMemo(() => () => bridge.readProgress(undefined), [bridge]));
}

/** A story's runs; `data` is null also where the story is gone. */
export function useStoryPractice(id: string): QueryState<StoryPractice | null> {
  const { bridge } = useProgram();
  return useQuery(useMemo(() => () => bridge.readStoryPractice({ id }), [bridge, id]));
}
