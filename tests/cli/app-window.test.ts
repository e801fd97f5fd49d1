import { spawn, spawnSync } from 'node:child_process';
import { chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { chromium, type Page } from '@playwright/test';
import { expect, onTestFinished, test, vi } from 'vitest';
import { runProgram } from '../program-process.ts';
import { tempFolder } from '../services/temp-folder.ts';

vi.setConfig({ testTimeout: 120_000 });

/** The headless shell has no windows, so only a whole browser will do. */
const browser = ['chromium', 'google-chrome-stable', 'google-chrome'].map(fileOf).find((file) => file !== null) ?? null;
const screen = fileOf('Xvfb');

function fileOf(name: string): string | null {
  const found = spawnSync('which', [name], { encoding: 'utf8' });
  return found.status === 0 ? found.stdout.trim() : null;
}

/** A screen that nobody sees; its name, such as `:99`. */
async function startScreen(program: string): Promise<string> {
  const words = ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp', '-noreset'];
  const child = spawn(program, words, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  onTestFinished(() => void child.kill());
  // The number comes in pieces, and ends with its line.
  let written = '';
  for await (const piece of (child.stdio[3] as Readable).setEncoding('utf8')) {
    written += String(piece);
    if (written.endsWith('\n')) return `:${written.trim()}`;
  }
  throw new Error('Xvfb quit before it had a screen.');
}

/** The browser under the name that is found first, with a profile of its own and a port for the test. */
async function putBrowser(bin: string, program: string, profile: string): Promise<void> {
  const asRoot = process.getuid?.() === 0 ? '--no-sandbox --test-type' : '';
  const switches = `${asRoot} --no-first-run --disable-gpu --disable-background-networking --remote-debugging-port=0`;
  const file = path.join(bin, 'google-chrome-stable');
  await writeFile(file, `#!/bin/sh\nexec "${program}" ${switches} --user-data-dir="${profile}" "$@"\n`);
  await chmod(file, 0o755);
}

async function commandLines(): Promise<string[]> {
  const processes = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  return Promise.all(processes.map((name) => readFile(`/proc/${name}/cmdline`, 'utf8').catch(() => '')));
}

test.skipIf(browser === null || screen === null)(
  'a real browser opens a window of its own, of the prompter’s size, which stays one when it has come in',
  async () => {
    const home = await tempFolder();
    const [bin, profile] = [path.join(home, 'bin'), path.join(home, 'profile')];
    await mkdir(bin);
    await putBrowser(bin, browser ?? '', profile);
    const env = { HOME: home, OFFBOOK_HOME: path.join(home, '.config', 'Offbook'), CI: '', WAYLAND_DISPLAY: '' };
    const program = runProgram(['src/cli/offbook.ts', 'serve', '--port', '0'], {
      ...env,
      PATH: `${bin}${path.delimiter}${process.env['PATH']}`,
      DISPLAY: await startScreen(screen ?? ''),
    });
    onTestFinished(async () => {
      program.kill('SIGKILL');
      await program.exited;
    });
    const { origin, hash } = new URL(await program.address);
    const port = await vi.waitFor(
      async () => {
        const written = await readFile(path.join(profile, 'DevToolsActivePort'), 'utf8').catch(() => '');
        expect(written, program.stderr()).not.toBe('');
        return written.split('\n')[0];
      },
      { timeout: 30_000, interval: 200 },
    );
    const connected = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
    onTestFinished(async () => {
      // Closing a connection leaves the browser open.
      const session = await connected.newBrowserCDPSession();
      await session.send('Browser.close').catch(() => undefined);
    });
    const pages = (): Page[] => connected.contexts().flatMap((context) => context.pages());
    await vi.waitFor(() => expect(pages().map((page) => page.url())).toEqual([`${origin}/`]), { timeout: 30_000 });
    const [page] = pages();
    await page?.getByRole('list', { name: 'Outline' }).waitFor();
    const seen = await page?.evaluate(() => ({
      isApp: matchMedia('(display-mode: standalone)').matches,
      size: [innerWidth, innerHeight],
    }));
    expect(seen).toEqual({ isApp: true, size: [460, 260] });

    const lines = (await commandLines()).join('\n');
    expect(lines).toContain('--app=file:///');
    expect(lines).not.toContain(hash.replace('#token=', ''));
    program.kill('SIGTERM');
    expect(await program.exited).toBe(0);
    // The window goes on without the program.
    expect(await page?.getByRole('list', { name: 'Outline' }).isVisible()).toBe(true);
  },
);
