import { spawn } from 'node:child_process';
import { outsideOpener } from '../services/system/open-outside.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The program that opens an address in the person's browser; null where nobody would see it: on a build
 * machine, and on Linux without a screen.
 */
export function openerOf(platform: NodeJS.Platform, env: Environment, address: string): [string, ...string[]] | null {
  if (env['CI']) return null;
  const isSeen = platform === 'darwin' || platform === 'win32' || env['DISPLAY'] || env['WAYLAND_DISPLAY'];
  return isSeen ? outsideOpener(platform, address) : null;
}

/** Opens an address in the person's browser, apart from this program; `remark` is told if that fails. */
export function openBrowser(
  platform: NodeJS.Platform,
  env: Environment,
  address: string,
  remark: (text: string) => void,
): void {
  const opener = openerOf(platform, env, address);
  if (opener === null) return;
  const [program, ...args] = opener;
  const failed = (why: string) =>
    remark(`The browser could not be opened (${program}: ${why}). Open the address by hand.`);
  const child = spawn(program, args, { detached: platform !== 'win32', stdio: 'ignore', windowsHide: true });
  child.on('error', (error) => failed(error.message));
  child.on('exit', (code) => {
    if (code !== null && code !== 0) failed(`ended with ${code}`);
  });
  child.unref();
}
