import { useContext } from 'react';
import type { RemarkAction } from '../client/status-messages.ts';
import { showFailure } from '../client/store.ts';
import { folderActions } from './folder-actions.ts';
import { useProgram, useRunCommand, ViewContext } from '../client/program-context.ts';

/** What a remark's buttons are called. Dismissing has a cross instead. */
export const actionLabels: Readonly<Record<RemarkAction['type'], string>> = {
  retry: 'Try again',
  'choose-folder': 'Choose a folder',
  'look-again': 'Look again',
  'show-problems': 'Show',
  'next-story': 'Next story',
  'dismiss-notice': 'Dismiss',
  'dismiss-failure': 'Dismiss',
  hide: 'Dismiss',
};

/** Carries out what a remark offers. */
export function useRemarkActions(): (action: RemarkAction) => void {
  const { store, bridge, retry } = useProgram();
  const runCommand = useRunCommand();
  const panelView = useContext(ViewContext);

  /** By the shell's dialog where there is nothing but samples, else in the list of folders. */
  const chooseFolder = async (): Promise<void> => {
    const { app } = store.getState();
    if (app === null || !app.capabilities.chooseFolder || !app.library.samples) {
      store.setState({ panel: 'folder', panelView });
      return;
    }
    const outcome = await folderActions(bridge).choose();
    if (typeof outcome === 'object') store.setState({ failure: outcome.error });
  };

  return (action) => {
    switch (action.type) {
      case 'retry':
        retry();
        break;
      case 'choose-folder':
        void chooseFolder();
        break;
      case 'look-again':
        void bridge.rescan(undefined).then((result) => showFailure(store, result));
        break;
      case 'show-problems':
        store.setState({ panel: 'problems', panelView });
        break;
      case 'next-story':
        runCommand('next-story');
        break;
      case 'dismiss-notice':
        void bridge.dismissNotice({ id: action.id }).then((result) => showFailure(store, result));
        break;
      case 'dismiss-failure':
        store.setState({ failure: null });
        break;
      case 'hide':
        store.setState(({ hidden }) => ({ hidden: [...hidden, action.key] }));
        break;
    }
  };
}
