import { rmdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { systemClock } from '../services/base/clock.ts';
import { describeError } from '../services/base/system-error.ts';
import { openOutside } from '../services/system/open-outside.ts';
import { startOutside, type Environment } from '../services/system/outside-programs.ts';
import { makePrivateFolder } from '../services/base/private-folder.ts';
import { removeOwnFile, replaceFile } from '../services/base/write-file.ts';
import type { WebServer } from '../web/server.ts';
import { findAppBrowser, type AppBrowser } from './app-browser.ts';

export interface BrowserOptions {
  platform: NodeJS.Platform;
  env: Environment;
  home: string;
  settingsDir: string;
  /** In a tab, even if a browser here can show a window of its own. */
  tab: boolean;
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
 * Opens Offbook in a window of its own, or else in a tab of the default browser: through a file that only the owner can
 * read, since everybody on this computer can see a browser's command line. Returns a function that removes the file.
 * Never rejects.
 */
export async function openBrowser(
  { entry, token }: Pick<WebServer, 'entry' | 'token'>,
  options: BrowserOptions,
): Promise<() => Promise<void>> {
  const { platform, env, home, settingsDir, tab, remark } = options;
  if (!isSeen(platform, env)) return async () => {};
  const browser = tab ? null : await findAppBrowser(platform, env);
  const needsVisible = browser?.isSnap === true || (platform === 'linux' && (await hasSnaps(home)));
  const folder = needsVisible ? path.join(home, 'offbook-open') : settingsDir;
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
  if (browser === null) openTab(file, options);
  else void openWindow(file, browser, options);
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

/** A browser that can’t show a window quits sooner. */
const patienceMs = 5000;

/** Opens the file in a window of this browser; if that doesn’t start, in a tab. */
async function openWindow(file: string, { name, file: program }: AppBrowser, options: BrowserOptions): Promise<void> {
  const { platform, env, remark } = options;
  remark(`Opening a window of ${name}. If it can’t read ${file}, open the address above in a browser.`);
  const launch = { program, words: [`--app=${pathToFileURL(file).href}`], isBatch: false };
  const why = await startOutside(launch, { platform, env, after: systemClock().after, patienceMs });
  if (why === null) return;
  remark(`${name} opened no window (${program}: ${why}).`);
  openTab(file, options);
}

function openTab(file: string, { platform, remark }: BrowserOptions): void {
  remark(`Opening your browser. If it can’t read ${file}, open the address above in it.`);
  openOutside(platform, file).catch((error: unknown) =>
    remark(`${describeError(error)} Open the address above in your browser.`),
  );
}

/**
 * Browsers installed as snaps can read neither hidden folders in the home folder nor `/tmp` and `/run`, so people with
 * snaps get a visible folder. Flatpak can pass on a file from anywhere.
 */
async function hasSnaps(home: string): Promise<boolean> {
  return stat(path.join(home, 'snap')).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

/** The size of the prompter’s own window, without what the browser puts around it. */
const windowSize = { width: 460, height: 260 };
/** A window of this size wasn’t made for the prompter: browsers open a new one about as large as their last. */
const largeWindow = { width: 800, height: 500 };

/**
 * A page that posts the token, so that it is in no address and no history. In a window of its own it first takes the
 * prompter’s size; the browser remembers another one that the person gives it. A tab can’t be resized.
 */
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
<script>
if (matchMedia('(display-mode: standalone)').matches && innerWidth >= ${largeWindow.width} && innerHeight >= ${largeWindow.height})
  resizeTo(${windowSize.width} + outerWidth - innerWidth, ${windowSize.height} + outerHeight - innerHeight);
document.forms[0].submit();
</script>
</html>
`;
}
