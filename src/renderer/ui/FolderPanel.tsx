import { Folders } from './Folders.tsx';
import { Panel } from './Panel.tsx';
import { usePanel } from '../client/program-context.ts';

/** The folders that stories are read from, over the bottom of a view. */
export function FolderPanel() {
  const { closePanel } = usePanel();
  return (
    <Panel title="Story folders">
      <Folders done={closePanel} />
    </Panel>
  );
}
