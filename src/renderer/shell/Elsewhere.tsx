import { keyLabel } from '../../core/contract/commands.ts';

/** What the page shows while the prompter floats in a window of its own. */
export function Elsewhere({ bringBack }: { bringBack: () => void }) {
  return (
    <main className="prompter" aria-label="Offbook">
      <div className="empty">
        <h1 className="unseen">Offbook</h1>
        <output>The prompter floats in its own window. Keep this tab open: the window goes with it.</output>
        <div className="actions">
          <button
            type="button"
            className="button"
            onClick={bringBack}
            title={`Bring it back (${keyLabel('toggle-prompter')})`}
          >
            Bring it back
          </button>
        </div>
      </div>
    </main>
  );
}
