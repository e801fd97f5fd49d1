import type { Bridge, Result } from '../../core/contract/contract.ts';
import { type SettingKey, settingRows } from '../../core/settings/table.ts';
import type { SettingsPatch } from '../../core/settings/schema.ts';
import type { Outcome } from '../client/store.ts';

/** What a file that was taken in brought, in words. */
export interface Imported {
  file: string;
  /** Titles of settings. */
  applied: string[];
  /** Sentences. */
  refused: string[];
}

export type SettingActions = ReturnType<typeof settingActions>;

/** All that the settings view does to the program. Each says what became of it; none throws. */
export function settingActions(bridge: Bridge, say: (outcome: Outcome | null) => void) {
  /** Says `text` where it worked, else why not; tells whether it did. */
  async function tell(asked: Promise<Result<unknown>>, text: string): Promise<boolean> {
    const result = await asked;
    say(result.ok ? { tone: 'info', text } : { tone: 'error', text: result.error });
    return result.ok;
  }
  const refuse = (text: string): void => say({ tone: 'error', text });
  async function undo(): Promise<void> {
    const result = await bridge.undoSettings(undefined);
    if (result.ok) say({ tone: 'info', text: result.value ?? 'There is nothing to undo.' });
    else refuse(result.error);
  }
  /** What was said makes room for the program's own sentence, which tells where the report lies. */
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
    /** Sets something; `text` is the sentence for where it worked. */
    change: (patch: SettingsPatch, text: string): void => void tell(bridge.changeSettings(patch), text),
    /** Tells whether it was set, for what may be refused. */
    tryChange: (patch: SettingsPatch, text: string) => tell(bridge.changeSettings(patch), text),
    reset: (key: SettingKey): void =>
      void tell(bridge.resetSettings({ keys: [key] }), `${settingRows[key].title} is as at first again.`),
    resetAll: (): void =>
      void tell(bridge.resetSettings({ keys: null }), 'All settings are as at first again. Undo brings yours back.'),
    undo: (): void => void undo(),
    unpin: (id: string, title: string): void =>
      void tell(bridge.pinStory({ id, slot: null }), `${title} has no key any more.`),
    reportProblem: (): void => void reportProblem(),
    suspendHotkeys: (suspended: boolean): void => void suspendHotkeys(suspended),
    /** The settings as a file's text; null where that failed, which is said. */
    exportText: async (): Promise<string | null> => {
      const result = await bridge.exportSettings(undefined);
      if (!result.ok) refuse(result.error);
      return result.ok ? result.value : null;
    },
    /** What of a chosen file was taken over; null where it was refused as a whole, which is said. */
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
      const { applied, refused } = result.value;
      return { file: file.name, applied: applied.map(titleOf), refused };
    },
  };
}

function titleOf(key: string): string {
  return Object.hasOwn(settingRows, key) ? settingRows[key as SettingKey].title : key;
}

/** What the program takes: far more than all settings need. In bytes. */
const mostBytes = 1024 * 1024;

/** The text of a file that somebody chose to take settings from; else a sentence that says why not. */
async function readImportFile(file: File): Promise<Result<string>> {
  const nothing = 'Nothing was changed. Choose a file that Offbook exported.';
  if (file.size > mostBytes) {
    return { ok: false, error: `${file.name} is far too big to be settings. ${nothing}` };
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
    return { ok: true, value: text };
  } catch (error) {
    // A TypeError is the decoder's word for bytes that aren't text.
    const why = error instanceof TypeError ? 'is not a text file' : 'couldn’t be read';
    return { ok: false, error: `${file.name} ${why}. ${nothing}` };
  }
}
