import { rmdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { reasonOf } from '../services/base/system-error.ts';
import { openOutside } from '../services/system/open-outside.ts';
import { makePrivateFolder } from '../services/base/private-folder.ts';
import { removeOwnFile, replaceFile } from '../services/base/write-file.ts';
import type { WebServer } from '../web/server.ts';

type Environment = Readonly<Record<string, string | undefined>>;

export interface BrowserOptions {
  platform: NodeJS.Platform;
  env: Environment;
  home: string;
  settingsDir: string;
  /** Tells the person what they may have to do. */
  remark: (text: string) => void;
}

/** Whether a window can be shown at all: on Linux an X or Wayland display must be named. */
export function hasScreen(platform: NodeJS.Platform, env: Environment): boolean {
  return platform === 'darwin' || platform === 'win32' || Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY']);
}

/** Whether anybody would see a browser. Nobody watches a build machine. */
export function isSeen(platform: NodeJS.Platform, env: Environment): boolean {
  return !env['CI'] && hasScreen(platform, env);
}

/**
 * Opens the program in the person's browser, by a file that only they can read: what is on the command line of the
 * browser everybody on this computer sees. The function that comes back removes the file. Never rejects.
 */
export async function openBrowser(
  { entry, token }: Pick<WebServer, 'entry' | 'token'>,
  { platform, env, home, settingsDir, remark }: BrowserOptions,
): Promise<() => Promise<void>> {
  if (!isSeen(platform, env)) return async () => {};
  const folder = await folderForBrowser(platform, home, settingsDir);
  const file = path.join(folder, 'open.html');
  try {
    await makePrivateFolder(folder, home);
    await replaceFile(file, entryPage(entry, token), { isSecret: true });
  } catch (error) {
    remark(`The browser isn't opened: ${file} can't be written: ${reasonOf(error)}. Open the address above in it.`);
    return async () => {};
  }
  remark(`Opening your browser. If it can't read ${file}, open the address above in it.`);
  openOutside(platform, file).catch((error: unknown) =>
    remark(`${reasonOf(error)} Open the address above in your browser.`),
  );
  return async () => {
    try {
      await removeOwnFile(file, token);
      // Another program may have its file there.
      if (folder !== settingsDir) await rmdir(folder).catch(() => undefined);
    } catch (error) {
      remark(`${file} can't be removed: ${reasonOf(error)}. Nobody can use it any more.`);
    }
  };
}

/**
 * Browsers that are installed as a snap can't read hidden folders of the home, nor `/tmp` and `/run`; so who has
 * snaps gets a folder of its own there. Flatpak hands a file over wherever it is.
 */
async function folderForBrowser(platform: NodeJS.Platform, home: string, settingsDir: string): Promise<string> {
  if (platform !== 'linux') return settingsDir;
  const hasSnaps = await stat(path.join(home, 'snap')).then(
    (found) => found.isDirectory(),
    () => false,
  );
  return hasSnaps ? path.join(home, 'offbook-open') : settingsDir;
}

/** A page that leads on by posting the token, so that it is in no address and no history. */
function entryPage(entry: string, token: string): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="referrer" content="no-referrer">
<title>Opening Offbook…</title>
<form method="post" action="${entry}" autocomplete="off">
<input type="hidden" name="token" value="${token}">
<button>Open Offbook</button>
</form>
<script>document.forms[0].submit();</script>
</html>
`;
}
