import { chmod, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { projectRoot } from '../../src/cli/project-root.ts';
import { runCaptured } from '../../src/cli/run-captured.ts';

vi.setConfig({ testTimeout: 180_000 });

const script = path.join(projectRoot, 'scripts', 'desktop-proof.sh');
const proof = (args: string[], env: NodeJS.ProcessEnv = {}) =>
  runCaptured('bash', [script, ...args], { cwd: projectRoot, env: { ...process.env, ...env } });

/** The programs of this computer by their names; null for one that isn't installed. */
const installed = (name: string) =>
  (process.env['PATH'] ?? '')
    .split(path.delimiter)
    .map((folder) => path.join(folder, name))
    .find((file) => existsSync(file)) ?? null;
const needs = ['Xvfb', 'openbox', 'xdotool', 'xprop', 'xwininfo', 'xterm', 'xeyes', 'weston', 'weston-debug'];
const has = needs.every((name) => installed(name) !== null);

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'offbook-proof-test-'));
  onTestFinished(() => rm(folder, { recursive: true }));
});

describe.skipIf(process.platform !== 'linux')('the proof on a desktop', () => {
  test.skipIf(!has)('sees the keyboard, the stacking order, clicks and Wayland’s windows as they are', async () => {
    const { code, output } = await proof(['--self-check']);
    expect(output).toMatch(/^\d\d ok, 0 failed, \d skipped$/m);
    expect(code).toBe(0);
  });

  test.skipIf(!has)('fails for a program without a window, and says what it printed', async () => {
    const program = path.join(folder, 'program');
    await writeFile(program, '#!/bin/sh\necho "The display is upside down."\nexit 1\n');
    await chmod(program, 0o755);
    const { code, output } = await proof([program]);
    expect(output).toContain('FAILED   X11: a window comes. It printed: The display is upside down.');
    expect(output).toContain('no window, and it says why: The display is upside down.');
    expect(code).toBe(1);
  });

  test('says how it is used', async () => {
    const { code, output } = await proof(['--help']);
    expect(output).toMatch(
      /^What no program can say about itself.*scripts\/desktop-proof\.sh --self-check.*any failed\.\n$/s,
    );
    expect(code).toBe(0);
  });

  test('says what it can’t prove without its tools', async () => {
    for (const name of ['bash', 'dirname', 'mktemp', 'rm'])
      await symlink(installed(name) ?? '', path.join(folder, name));
    const { code, output } = await proof(['--self-check'], { PATH: folder });
    expect(output).toContain('skipped: X: Xvfb isn’t installed\n');
    expect(output).toContain('skipped: Wayland: weston isn’t installed\n');
    expect(output).toContain('0 ok, 0 failed, 2 skipped');
    expect(code).toBe(0);
  });
});
