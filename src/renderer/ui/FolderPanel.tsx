import { Folders } from './Folders.tsx';
import { Panel } from './Panel.tsx';
import { useProgram } from '../client/program-context.ts';

/** The folders that stories are read from, over the bottom of a view. */
export function FolderPanel() {
  const { store } = useProgram();
  return (
    <Panel title="Story folders">
      <Folders done={() => store.setState({ panel: 'none' })} />
    </Panel>
  );
}
