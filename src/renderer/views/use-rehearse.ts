import type { RehearsalSetup } from '../../core/rehearsal/setup.ts';
import { useProgram } from './program.ts';

/** Shows the rehearsal view, its setup begun with these stories: one, a group, what is due. */
export function useRehearse(): (stories: RehearsalSetup['stories']) => void {
  const { store } = useProgram();
  return (wantedStories) => store.setState({ wantedStories, route: 'rehearsal', panel: 'none' });
}
