import type { RemarkAction } from '../client/outcome.ts';
import { showError, showFailure } from '../client/store.ts';
import { copyText } from '../client/clipboard.ts';
import { usePanel, useProgram, useRunCommand } from '../client/program-context.ts';

/** The labels of a remark's buttons. The one that dismisses it has a cross instead. */
export const actionLabels: Readonly<Record<RemarkAction['type'], string>> = {
  'choose-folder': 'Use my stories',
  'look-again': 'Check again',
  'show-problems': 'Show',
  'next-story': 'Next story',
  'show-library': 'Library',
  rehearse: 'Rehearse',
  'copy-path': 'Copy path',
  'dismiss-notice': 'Dismiss',
  'dismiss-outcome': 'Dismiss',
  hide: 'Dismiss',
};

/** Runs a remark's actions. */
export function useRemarkActions(): (action: RemarkAction) => void {
  const { store, bridge } = useProgram();
  const runCommand = useRunCommand();
  const { openPanel } = usePanel();

  return (action) => {
    switch (action.type) {
      case 'choose-folder':
        openPanel('folder');
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
      case 'show-library':
        runCommand('show-library');
        break;
      case 'rehearse':
        runCommand('rehearse');
        break;
      case 'copy-path':
        if (copyText(action.path)) store.setState({ outcome: { tone: 'info', text: `Copied ${action.path}` } });
        else showError(store, `The system didn’t take the path. It is ${action.path}`);
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
