import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { headlessShell, installedBrowser } from './find-browser.ts';
import { errorIn } from './start/electron-runtime.ts';

/** A way to get a browser: its command, when it is worth trying, and how long it may take. */
interface Way {
  name: string;
  applies: () => boolean;
  command: readonly [string, ...string[]];
  limitMs: number;
}

const playwright = 'node_modules/@playwright/test/cli.js';

const ways: readonly Way[] = [
  {
    name: "Debian's Chromium without windows, with which the tests are faster",
    applies: () => isDebianRoot() && !existsSync(headlessShell),
    command: aptInstall('chromium-headless-shell'),
    limitMs: 120_000,
  },
  {
    name: "Playwright's own Chromium",
    applies: () => installedBrowser() === null,
    command: [process.execPath, playwright, 'install', 'chromium'],
    limitMs: 240_000,
  },
  {
    name: "Debian's Chromium",
    applies: () => installedBrowser() === null && isDebianRoot(),
    command: aptInstall('chromium'),
    limitMs: 240_000,
  },
];

function isDebianRoot(): boolean {
  const about = '/etc/os-release';
  return process.getuid?.() === 0 && existsSync(about) && /^ID=debian$/m.test(readFileSync(about, 'utf8'));
}

/** Gets the lists of packages only if those on the computer don't do. Without a network it gives up soon. */
function aptInstall(name: string): Way['command'] {
  const apt = 'apt-get -o Acquire::Retries=0 -o Acquire::http::Timeout=10';
  const install = `${apt} install -y --no-install-recommends ${name}`;
  return ['sh', '-c', `${install} || { ${apt} update && ${install}; }`];
}

/** No browser is available; the message says what to do. */
export class NoBrowserError extends Error {}

/**
 * The path of a Chromium or Chrome: the best of those that are installed, after the ways above were tried where they
 * apply. Installing takes minutes. Throws a NoBrowserError, so that tests are never skipped unnoticed.
 */
export function provideBrowser(remark: (text: string) => void): string {
  for (const way of ways) {
    if (!way.applies()) continue;
    remark(`Getting ${way.name}.`);
    const failure = install(way);
    if (failure !== null) remark(`It couldn’t be installed: ${failure}`);
  }
  const installed = installedBrowser();
  if (installed !== null) return installed;
  throw new NoBrowserError(
    'Tests of the whole program need a browser. Install Chromium or Google Chrome, or run “npx playwright install chromium”, and start the tests again.',
  );
}

/** Runs a way's command. Returns why it failed, or null. */
function install({ command: [program, ...args], limitMs }: Way): string | null {
  const { status, error, stdout, stderr } = spawnSync(program, args, {
    encoding: 'utf8',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: limitMs,
  });
  return status === 0 ? null : (error?.message ?? errorIn(`${stdout}${stderr}`));
}
