import { rmdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { describeError } from '../services/base/system-error.ts';
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
  /** Receives sentences for people, such as what they may have to do. */
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
 * Opens Offbook in the browser, through a file that only the owner can read, since everybody on this computer can see
 * the browser's command line. Returns a function that removes the file. Never rejects.
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
    remark(
      `Your browser wasn’t opened: ${file} can’t be written: ${describeError(error)}. Open the address above in it.`,
    );
    return async () => {};
  }
  remark(`Opening your browser. If it can’t read ${file}, open the address above in it.`);
  openOutside(platform, file).catch((error: unknown) =>
    remark(`${describeError(error)} Open the address above in your browser.`),
  );
  return async () => {
    try {
      await removeOwnFile(file, token);
      // Another Offbook may have its file there.
      if (folder !== settingsDir) await rmdir(folder).catch(() => undefined);
    } catch (error) {
      remark(`${file} can’t be removed: ${describeError(error)}. It is useless by now.`);
    }
  };
}

/**
 * Browsers installed as snaps can read neither hidden folders in the home folder nor `/tmp` and `/run`, so people with
 * snaps get a visible folder. Flatpak can pass on a file from anywhere.
 */
async function folderForBrowser(platform: NodeJS.Platform, home: string, settingsDir: string): Promise<string> {
  if (platform !== 'linux') return settingsDir;
  const hasSnaps = await stat(path.join(home, 'snap')).then(
    (found) => found.isDirectory(),
    () => false,
  );
  return hasSnaps ? path.join(home, 'offbook-open') : settingsDir;
}

/** A page that posts the token, so that it is in no address and no history. */
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
