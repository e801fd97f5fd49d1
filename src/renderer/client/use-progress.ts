import { useMemo } from 'react';
import type { Progress, StoryPractice } from '../../core/rehearsal/state.ts';
import { useProgram } from './program-context.ts';
import { useRenewed, type Renewed } from './use-query.ts';

/** What the log says of all stories. It follows the log, the files and the settings. */
export function useProgress(): Renewed<Progress> {
  const { bridge } = useProgram();
  return useRenewed(useMemo(() => () => bridge.readProgress(undefined), [bridge]));
}

/** A story's runs; `value` null also where the story is gone. */
export function useStoryPractice(id: string | null): Renewed<StoryPractice | null> {
  const { bridge } = useProgram();
  return useRenewed(useMemo(() => (id === null ? null : () => bridge.readStoryPractice({ id })), [bridge, id]));
}
