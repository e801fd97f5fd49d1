import { useStore } from 'zustand';
import { emptyScreenOf } from '../client/status-messages.ts';
import { useProgram } from '../client/program-context.ts';
import { RemarkButtons } from './RemarkButtons.tsx';

/** What a view shows instead of stories: why it has none, and the button that helps. */
export function NoStory() {
  const view = useStore(useProgram().store);
  const screen = emptyScreenOf(view);
  const isWaiting = view.app?.library.status === 'loading';
  return (
    <div className="empty" data-waiting={isWaiting}>
      <h1 className="unseen">Offbook</h1>
      <p role={screen.tone === 'error' ? 'alert' : 'status'}>{screen.text}</p>
      <div className="actions">
        <RemarkButtons actions={screen.actions} />
      </div>
    </div>
  );
}
