import { execFile, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { chromium, type Browser, type Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { projectRoot } from '../../src/cli/project-root.ts';
import { browserOptions } from '../../scripts/browser-options.ts';
import { firstThatRuns, headlessShell, systemCandidates } from '../../scripts/find-browser.ts';
import { runProgram } from '../program-process.ts';

/*
 * On Linux, media keys and headset buttons reach a browser by MPRIS, which `playerctl` speaks, too: a real Chromium with
 * the page, on a message bus of its own, driven from outside. On other systems nobody can press these keys for a test.
 */

/** Debian’s browser without windows has no media keys. */
const candidates = systemCandidates(process.platform, process.env).filter((file) => file !== headlessShell);
const browserFile = process.platform === 'linux' ? firstThatRuns(candidates) : null;
const missing = [
  ...(browserFile === null ? ['Chromium on Linux'] : []),
  ...['dbus-daemon', 'playerctl'].filter((program) => spawnSync(program, ['--version']).status !== 0),
];

let bus: ChildProcess;
let browser: Browser;
let page: Page;
let folder: string;
let stop: () => Promise<unknown>;
const env: Record<string, string> = {};

/** A busy computer takes its time. */
const soon = { timeout: 20_000 };

/** What the desktop says of the players; empty where there are none. */
async function playerctl(...words: string[]): Promise<string> {
  try {
    const { stdout } = await promisify(execFile)('playerctl', words, { env: { ...process.env, ...env } });
    return stdout.trim();
  } catch {
    return '';
  }
}

describe.skipIf(missing.length > 0)(`media keys (needs ${missing.join(', ') || 'nothing more'})`, () => {
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'offbook-media-'));
    await writeFile(path.join(folder, 'settings.json'), JSON.stringify({ version: 1, mediaKeys: true }));
    bus = spawn('dbus-daemon', ['--session', '--print-address', '--nofork'], { stdio: ['ignore', 'pipe', 'ignore'] });
    const [address] = (await once(bus.stdout ?? bus, 'data')) as [Buffer];
    env['DBUS_SESSION_BUS_ADDRESS'] = address.toString().trim();
    const stories = path.join(projectRoot, 'stories');
    const program = runProgram(['src/cli/offbook.ts', 'serve', '--port', '0', '--stories', stories, '--no-open'], {
      OFFBOOK_HOME: folder,
    });
    stop = () => {
      program.kill('SIGINT');
      return program.exited;
    };
    const { args = [], ...options } = browserOptions(browserFile);
    browser = await chromium.launch({
      ...options,
      args: [...args, '--headless=new'],
      ignoreDefaultArgs: ['--mute-audio'],
      env: { ...process.env, ...env },
    });
    const context = await browser.newContext({ viewport: { width: 460, height: 260 } });
    page = await context.newPage();
    await page.goto(await program.address);
  });

  afterAll(async () => {
    await browser.close();
    await stop();
    bus.kill();
    await rm(folder, { recursive: true, force: true });
  });

  test('start, pause and move the prompter while another page has the focus', async () => {
    const state = page.locator('.state');
    const current = page.locator('[aria-current="true"]');
    await expect.poll(() => state.textContent(), soon).toBe('Not started');
    await page.keyboard.press('d');
    await expect.poll(() => playerctl('status'), soon).toBe('Paused');

    await (await browser.newPage()).bringToFront();
    await playerctl('play');
    await expect.poll(() => state.textContent(), soon).toBe('Running');
    await expect.poll(() => playerctl('status'), soon).toBe('Playing');
    const first = await current.textContent();
    await playerctl('next');
    await expect.poll(() => current.textContent(), soon).not.toBe(first);
    await playerctl('previous');
    await expect.poll(() => current.textContent(), soon).toBe(first);
    await playerctl('play-pause');
    await expect.poll(() => state.textContent(), soon).toBe('Paused');
    await expect.poll(() => playerctl('status'), soon).toBe('Paused');
    expect(await playerctl('metadata', 'title')).toBe('Offbook');
  });

  test('are given back when the setting is switched off', async () => {
    const settings = await page.context().newPage();
    await settings.goto(`${new URL(page.url()).origin}/?view=settings`);
    await settings.getByRole('switch', { name: 'Media keys' }).click();
    await expect.poll(() => playerctl('status'), soon).toBe('Stopped');
  });
});
