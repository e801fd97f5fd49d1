import type { RemarkAction } from '../client/status-messages.ts';
import { showError, showFailure } from '../client/store.ts';
import { folderActions } from '../client/folder-actions.ts';
import { usePanel, useProgram, useRunCommand } from '../client/program-context.ts';

/** The labels of a remark's buttons. The one that dismisses it has a cross instead. */
export const actionLabels: Readonly<Record<RemarkAction['type'], string>> = {
  'choose-folder': 'Choose a folder',
  'look-again': 'Check again',
  'show-problems': 'Show',
  'next-story': 'Next story',
  'dismiss-notice': 'Dismiss',
  'dismiss-outcome': 'Dismiss',
  hide: 'Dismiss',
};

/** Runs a remark's actions. */
export function useRemarkActions(): (action: RemarkAction) => void {
  const { store, bridge } = useProgram();
  const runCommand = useRunCommand();
  const { openPanel } = usePanel();

  /** With the system's dialog while there are only samples, otherwise in the list of folders. */
  const chooseFolder = async (): Promise<void> => {
    const { app } = store.getState();
    if (app === null || !app.capabilities.chooseFolder || !app.library.samples) {
      openPanel('folder');
      return;
    }
    const outcome = await folderActions(bridge).choose();
    if (typeof outcome === 'object') showError(store, outcome.error);
  };

  return (action) => {
    switch (action.type) {
      case 'choose-folder':
        void chooseFolder();
        break;
      case 'look-again':
        void bridge.rescan(undefined).then((result) => showFailure(store, result));
        break;
      case 'show-problems':
        openPanel('problems');
        break;
      case 'next-story':
        runCommand('next-story');
        break;
      case 'dismiss-notice':
        void bridge.dismissNotice({ id: action.id }).then((result) => showFailure(store, result));
        break;
      case 'dismiss-outcome':
        store.setState({ outcome: null });
        break;
      case 'hide':
        store.setState(({ hidden }) => ({ hidden: [...hidden, action.key] }));
        break;
    }
  };
}
