import type { Capabilities } from '../../core/contract/contract.ts';
import type { SettingRow } from '../../core/settings/table.ts';

/** Why a setting does nothing here, as a sentence; null where it works. It can be set all the same. */
export function withoutEffect({ needs, control }: SettingRow, capabilities: Capabilities): string | null {
  const inBrowser = capabilities.shell === 'browser';
  if (control === 'hotkeys' && inBrowser) return 'In the browser they do nothing; the desktop program follows them.';
  if (needs === undefined || capabilities[needs]) return null;
  return inBrowser
    ? 'Only the desktop program can do this; it follows what you set here.'
    : 'This computer doesn’t do it; see “What this computer does”.';
}
