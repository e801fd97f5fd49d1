import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { installedBrowser } from './find-browser.ts';
import { errorIn } from './start/electron-runtime.ts';

/** A way to get a browser: its commands, when it can work at all, and how long it may take. */
interface Way {
  name: string;
  applies: () => boolean;
  commands: readonly (readonly [string, ...string[]])[];
  limitMs: number;
}

const playwright = 'node_modules/@playwright/test/cli.js';

const ways: readonly Way[] = [
  {
    name: "Playwright's own Chromium",
    applies: () => true,
    commands: [[process.execPath, playwright, 'install', 'chromium']],
    limitMs: 240_000,
  },
  {
    name: "Debian's Chromium",
    applies: () => process.getuid?.() === 0 && existsSync('/etc/debian_version'),
    commands: [
      ['apt-get', 'update'],
      ['apt-get', 'install', '-y', '--no-install-recommends', 'chromium'],
    ],
    limitMs: 240_000,
  },
];

/** No browser is available; the message says what to do. */
export class NoBrowserError extends Error {}

/**
 * The path of a Chromium or Chrome: an installed one, or else one that the ways above install, tried in order.
 * Installing takes minutes. Throws a NoBrowserError, so that tests are never skipped unnoticed.
 */
export function provideBrowser(remark: (text: string) => void): string {
  const installed = installedBrowser();
  if (installed !== null) return installed;
  for (const way of ways.filter(({ applies }) => applies())) {
    remark(`This computer has neither Chromium nor Chrome: getting ${way.name}.`);
    const failure = install(way);
    if (failure !== null) remark(`${way.name} couldn’t be installed: ${failure}`);
    const found = installedBrowser();
    if (found !== null) return found;
  }
  throw new NoBrowserError(
    'Tests of the whole program need a browser. Install Chromium or Google Chrome, or run “npx playwright install chromium”, and start the tests again.',
  );
}

/** Runs a way's commands. Returns why one of them failed, or null. */
function install({ commands, limitMs }: Way): string | null {
  for (const [program, ...args] of commands) {
    const { status, error, stdout, stderr } = spawnSync(program, args, {
      encoding: 'utf8',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: limitMs,
    });
    if (status !== 0) return error?.message ?? errorIn(`${stdout}${stderr}`);
  }
  return null;
}
