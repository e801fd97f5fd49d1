import { useRef } from 'react';
import { saveAs } from './save-as.ts';
import type { Imported, SettingActions } from './setting-actions.ts';

const fileName = 'offbook-settings.json';

/** Gives the person their settings as a file. */
export function ExportButton({ actions }: { actions: SettingActions }) {
  const exportFile = async (): Promise<void> => {
    const text = await actions.exportText();
    if (text === null) return;
    saveAs(document, fileName, text);
    actions.say({
      tone: 'info',
      text: `${fileName} holds your settings. It goes to your downloads, or where you choose.`,
    });
  };
  return (
    <button type="button" className="button" title="Save the settings as a file" onClick={() => void exportFile()}>
      Export
    </button>
  );
}

interface ImportButtonProps {
  actions: SettingActions;
  setImported: (imported: Imported | null) => void;
}

/** Takes settings out of a file; what was applied and what was refused is shown. */
export function ImportButton({ actions, setImported }: ImportButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  const take = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    // The report of an earlier file goes, and each has one of its own.
    setImported(null);
    const imported = await actions.importFile(file);
    setImported(imported);
    if (imported === null) return;
    const { applied, refused } = imported;
    actions.say({
      tone: refused.length === 0 ? 'info' : 'error',
      text: `${file.name}: ${applied.length} applied, ${refused.length} refused. Undo brings your settings back.`,
    });
  };
  return (
    <>
      <button
        type="button"
        className="button"
        title="Take settings out of a file that was exported"
        onClick={() => input.current?.click()}
      >
        Import
      </button>
      <input
        ref={input}
        type="file"
        hidden
        accept=".json,application/json"
        aria-label="File with settings"
        onChange={(event) => {
          void take(event.target.files?.[0]);
          // The same file chosen again is a change again.
          event.target.value = '';
        }}
      />
    </>
  );
}
