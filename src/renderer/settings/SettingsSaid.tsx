import { useStore } from 'zustand';
import { Icon } from '../ui/Icon.tsx';
import { useProgram } from '../client/program-context.ts';
import { useDismissKey } from '../client/keys.ts';
import { shownSaid } from './said.ts';
import type { Said } from './setting-actions.ts';

interface SettingsSaidProps {
  /** What became of the last thing done here. */
  said: Said | null;
  clear: () => void;
}

/** One sentence at the bottom: what was changed, or why not. */
export function SettingsSaid({ said, clear }: SettingsSaidProps) {
  const { store, bridge } = useProgram();
  const view = useStore(store);
  const shown = shownSaid(view, said);
  const dismiss = (): void => {
    if (view.failure === null && said === null) {
      for (const { id } of view.app?.notices ?? []) void bridge.dismissNotice({ id });
    }
    store.setState({ failure: null });
    clear();
  };
  useDismissKey(shown === null ? null : dismiss);
  const text = shown?.text ?? '';
  const isError = shown?.tone === 'error';
  // Both regions are always there: assistive software reads out what comes into a region that it knows.
  return (
    <footer className="settings-said" data-tone={shown?.tone ?? 'none'}>
      <output>{isError ? '' : text}</output>
      <span role="alert">{isError ? text : ''}</span>
      {shown !== null && (
        <button type="button" className="control" aria-label="Dismiss" title="Dismiss" onClick={dismiss}>
          <Icon name="dismiss" />
        </button>
      )}
    </footer>
  );
}
