import type { Bridge, Result } from '../../core/contract/contract.ts';
import type { SettingsPatch } from '../../core/settings/schema.ts';
import { settingRows, type SettingKey } from '../../core/settings/table.ts';
import type { Outcome } from '../client/outcome.ts';

/** What came of an imported file, in words. */
export interface Imported {
  file: string;
  /** Titles of settings. */
  applied: string[];
  /** What reaches out of Offbook, and waits for the person. */
  unconfirmed: SettingsPatch;
  /** Sentences. */
  refused: string[];
}

export type SettingActions = ReturnType<typeof settingActions>;

/** Everything the settings view does to the program. Each action says what became of it; none throws. */
export function settingActions(bridge: Bridge, say: (outcome: Outcome | null) => void) {
  /** Says `text` if it worked, else why not. Resolves to whether it worked. */
  async function tell(asked: Promise<Result<unknown>>, text: string): Promise<boolean> {
    const result = await asked;
    say(result.ok ? { tone: 'info', text } : { tone: 'error', text: result.error });
    return result.ok;
  }
  const refuse = (text: string): void => say({ tone: 'error', text });
  async function undo(): Promise<void> {
    const result = await bridge.undoSettings(undefined);
    if (result.ok) say({ tone: 'info', text: result.value ?? 'Nothing to undo.' });
    else refuse(result.error);
  }
  /** The last outcome makes room for the program's own message, which says where the report is. */
  async function reportProblem(): Promise<void> {
    say(null);
    const result = await bridge.runCommand({ id: 'report-problem' });
    if (!result.ok) refuse(result.error);
  }
  async function suspendHotkeys(suspended: boolean): Promise<void> {
    const result = await bridge.suspendHotkeys({ suspended });
    if (!result.ok) refuse(result.error);
  }

  return {
    say,
    refuse,
    /** Changes settings; `text` is the message if that works. */
    change: (patch: SettingsPatch, text: string): void => void tell(bridge.changeSettings(patch), text),
    /** The same, for what may be refused: resolves to whether it worked. */
    tryChange: (patch: SettingsPatch, text: string) => tell(bridge.changeSettings(patch), text),
    reset: (key: SettingKey): void =>
      void tell(bridge.resetSettings({ keys: [key] }), `${settingRows[key].title} reset to its default.`),
    resetAll: (): void =>
      void tell(
        bridge.resetSettings({ keys: null }),
        'Reset all settings but your folders and interviews. Undo brings yours back.',
      ),
    undo: (): void => void undo(),
    unpin: (id: string, name: string): void => void tell(bridge.pinStory({ id, slot: null }), `Unpinned ${name}.`),
    reportProblem: (): void => void reportProblem(),
    suspendHotkeys: (suspended: boolean): void => void suspendHotkeys(suspended),
    /** The settings as a file's text; null if that failed, which the status line says. */
    exportText: async (): Promise<string | null> => {
      const result = await bridge.exportSettings(undefined);
      if (!result.ok) refuse(result.error);
      return result.ok ? result.value : null;
    },
    /** What was imported from a file; null if all of it was refused, which the status line says. */
    importFile: async (file: File): Promise<Imported | null> => {
      const read = await readImportFile(file);
      if (!read.ok) {
        refuse(read.error);
        return null;
      }
      const result = await bridge.importSettings({ text: read.value });
      if (!result.ok) {
        refuse(result.error);
        return null;
      }
      const { applied, unconfirmed, refused } = result.value;
      return { file: file.name, applied: applied.map(titleOf), unconfirmed, refused };
    },
  };
}

function titleOf(key: string): string {
  return Object.hasOwn(settingRows, key) ? settingRows[key as SettingKey].title : key;
}

/** In bytes; far more than all settings need. */
const mostBytes = 1024 * 1024;

/** The text of a file to import, or a message that says why it can't be one. */
async function readImportFile(file: File): Promise<Result<string>> {
  const nothing = 'Nothing was changed. Choose a file that Offbook exported.';
  if (file.size > mostBytes) {
    return { ok: false, error: `${file.name} is far too large for a settings file. ${nothing}` };
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
    return { ok: true, value: text };
  } catch (error) {
    // The decoder throws a TypeError for bytes that aren't text.
    const why = error instanceof TypeError ? 'isn’t a text file' : 'couldn’t be read';
    return { ok: false, error: `${file.name} ${why}. ${nothing}` };
  }
}
