import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setInterval as every } from 'node:timers/promises';
import { runCaptured } from '../../src/cli/run-captured.ts';

/** Some networks drop what they block: a download that receives nothing for `idleMs` is cancelled. */
const patience = { idleMs: 30_000, lookAgainMs: 1000 };

/**
 * Lets the `electron` package download its runtime (about 110 MB). Returns null if that worked, or else a few words
 * why not. It may take as long as it needs while something arrives.
 */
export async function fetchElectron(
  packageDir: string,
  env: NodeJS.ProcessEnv,
  limits = patience,
): Promise<string | null> {
  // Downloads go to a separate folder, so that progress can be seen and nothing is left behind.
  const temporary = await mkdtemp(path.join(tmpdir(), 'offbook-electron-'));
  const stop = new AbortController();
  const done = new AbortController();
  // What has arrived is unpacked beside the package.
  const folders = [temporary, path.join(packageDir, 'dist')];
  const stalled = watchIdle(folders, limits, stop, done.signal);
  const { code, output } = await runCaptured(process.execPath, [path.join(packageDir, 'install.js')], {
    cwd: packageDir,
    env: { ...env, TMPDIR: temporary, TMP: temporary, TEMP: temporary },
    signal: stop.signal,
  });
  done.abort();
  await stalled;
  await rm(temporary, { recursive: true, force: true });
  if (stop.signal.aborted) return `nothing arrived for ${limits.idleMs / 1000} seconds`;
  return code === 0 ? null : errorIn(output);
}

/** Cancels the download if the folders haven't grown for the limit. Resolves when the download is over. */
async function watchIdle(
  folders: readonly string[],
  limits: typeof patience,
  stop: AbortController,
  done: AbortSignal,
): Promise<void> {
  let bytes = 0;
  let idleMs = 0;
  try {
    for await (const _ of every(limits.lookAgainMs, null, { signal: done })) {
      const now = await bytesIn(folders);
      idleMs = now === bytes ? idleMs + limits.lookAgainMs : 0;
      bytes = now;
      if (idleMs >= limits.idleMs) stop.abort();
    }
  } catch (error) {
    if (!done.aborted) throw error;
  }
}

/** The error's own words out of everything that a program printed, such as “fetch failed”; or else the last line. */
export function errorIn(output: string): string {
  return /\b\w*Error: (.+)/.exec(output)?.[1] ?? output.trim().split('\n').at(-1) ?? '';
}

async function bytesIn(folders: readonly string[]): Promise<number> {
  const entries = folders.map((folder) => readdir(folder, { withFileTypes: true, recursive: true }).catch(() => []));
  const files = (await Promise.all(entries)).flat().filter((entry) => entry.isFile());
  const sizes = files.map(({ parentPath, name }) =>
    stat(path.join(parentPath, name)).then(
      ({ size }) => size,
      () => 0,
    ),
  );
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}
