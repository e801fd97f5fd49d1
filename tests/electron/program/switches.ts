import type { CommandLine } from 'electron';
import { standInOptions } from './options.ts';

const { platform } = standInOptions();
const words = process.argv.slice(2);

/** Chromium's switches are `--name=value`, or `--name` with no value. */
function switchValue(name: string): string | null {
  const found = words.find((word) => word === `--${name}` || word.startsWith(`--${name}=`));
  return found === undefined ? null : found.slice(`--${name}=`.length);
}

/** What windows are drawn with: it decides about the focus, painting and hotkeys. */
export type Windowing = 'macos' | 'windows' | 'x11' | 'wayland';

/** On Linux Chromium chooses before the program runs, and writes its choice into the switch. */
function chooseWindowing(): Windowing {
  if (platform === 'darwin') return 'macos';
  if (platform === 'win32') return 'windows';
  const asked = switchValue('ozone-platform');
  if (asked === 'x11' || asked === 'wayland') return asked;
  const isWayland = process.env['XDG_SESSION_TYPE'] === 'wayland' || process.env['WAYLAND_DISPLAY'] !== undefined;
  const chosen = isWayland ? 'wayland' : 'x11';
  words.unshift(`--ozone-platform=${chosen}`);
  return chosen;
}

export const windowing = chooseWindowing();

export const commandLine: Pick<CommandLine, 'appendSwitch' | 'getSwitchValue' | 'hasSwitch'> = {
  appendSwitch: (name, value) => void words.push(value === undefined ? `--${name}` : `--${name}=${value}`),
  getSwitchValue: (name) => switchValue(name) ?? '',
  hasSwitch: (name) => switchValue(name) !== null,
};
