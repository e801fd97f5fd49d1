import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setInterval as every } from 'node:timers/promises';
import { runCaptured } from '../../src/cli/run-captured.ts';

/** Some networks drop what they block: a download that receives nothing for `idleMs` is cancelled. */
const patience = { idleMs: 30_000, lookAgainMs: 1000 };

/** How far it is, in bytes, and for how long nothing has arrived. */
export interface FetchProgress {
  downloaded: number;
  unpacked: number;
  idleMs: number;
}

/** The variable with a proxy that downloads can use; null if none is set. */
export function proxyVariable(env: NodeJS.ProcessEnv): string | null {
  return ['https_proxy', 'HTTPS_PROXY', 'http_proxy', 'HTTP_PROXY'].find((name) => env[name]) ?? null;
}

/**
 * Lets the `electron` package download its runtime (about 110 MB), through a proxy if the environment names one. Returns
 * null if that worked, or else a few words why not. It may take as long as it needs while something arrives.
 */
export async function fetchElectron(
  packageDir: string,
  env: NodeJS.ProcessEnv,
  onProgress: (progress: FetchProgress) => void,
  limits = patience,
): Promise<string | null> {
  // Downloads go to a separate folder, so that progress can be seen and nothing is left behind.
  const temporary = await mkdtemp(path.join(tmpdir(), 'offbook-electron-'));
  const stop = new AbortController();
  const done = new AbortController();
  // What has arrived is unpacked beside the package, where an earlier attempt may have left something.
  const dist = path.join(packageDir, 'dist');
  const leftover = await bytesIn(dist);
  const measure = async () => ({
    downloaded: await bytesIn(temporary),
    unpacked: (await bytesIn(dist)) - leftover,
  });
  const stalled = watchIdle(measure, onProgress, limits, stop, done.signal);
  // The downloader ignores proxies otherwise. Whoever has set it has a reason.
  const proxy = proxyVariable(env) === null ? {} : { ELECTRON_GET_USE_PROXY: 'true' };
  const { code, output } = await runCaptured(process.execPath, [path.join(packageDir, 'install.js')], {
    cwd: packageDir,
    env: { ...proxy, ...env, TMPDIR: temporary, TMP: temporary, TEMP: temporary },
    signal: stop.signal,
  });
  done.abort();
  await stalled;
  await rm(temporary, { recursive: true, force: true });
  if (stop.signal.aborted) return `nothing arrived for ${limits.idleMs / 1000} seconds`;
  return code === 0 ? null : errorIn(output);
}

/** Reports progress, and cancels the download if there was none for the limit. Resolves when the download is over. */
async function watchIdle(
  measure: () => Promise<Omit<FetchProgress, 'idleMs'>>,
  onProgress: (progress: FetchProgress) => void,
  limits: typeof patience,
  stop: AbortController,
  done: AbortSignal,
): Promise<void> {
  let before = { downloaded: 0, unpacked: 0 };
  let idleMs = 0;
  try {
    for await (const _ of every(limits.lookAgainMs, null, { signal: done })) {
      const now = await measure();
      const isSame = now.downloaded === before.downloaded && now.unpacked === before.unpacked;
      idleMs = isSame ? idleMs + limits.lookAgainMs : 0;
      before = now;
      onProgress({ ...now, idleMs });
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

/** A sentence about a download, with what is known of it. */
export function fetchSentence({ downloaded, unpacked, idleMs }: FetchProgress): string {
  if (unpacked > 0) return 'Unpacking Electron’s runtime.';
  const megabytes = Math.round(downloaded / 1_000_000);
  const idle = idleMs < 3000 ? '' : ` Nothing has arrived for ${Math.round(idleMs / 1000)} seconds.`;
  return `Downloading Electron’s runtime: ${megabytes} of about 110 MB. This happens only once.${idle}`;
}

async function bytesIn(folder: string): Promise<number> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile());
  const sizes = files.map(({ parentPath, name }) =>
    stat(path.join(parentPath, name)).then(
      ({ size }) => size,
      () => 0,
    ),
  );
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}
