import { useContext } from 'react';
import type { RehearsalSetup } from '../../core/rehearsal/questions.ts';
import { useProgram, ViewContext } from './program-context.ts';

/** Shows the rehearsal view, its setup begun with these stories: one, a group, what is due. */
export function useRehearse(): (stories: RehearsalSetup['stories']) => void {
  const { store } = useProgram();
  const setupFrom = useContext(ViewContext);
  return (wantedStories) => store.setState({ wantedStories, setupFrom, route: 'rehearsal', panel: 'none' });
}
