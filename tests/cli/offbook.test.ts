import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test, vi } from 'vitest';

vi.setConfig({ testTimeout: 30_000 });

const entry = fileURLToPath(new URL('../../src/cli/offbook.ts', import.meta.url));

/** What it prints; rejects if the exit code isn't 0. */
const offbook = (...words: string[]) => promisify(execFile)(process.execPath, [entry, ...words]);

test.each(['--do', 'find', 'inspect', 'lint', 'log', 'outline', 'plan', 'serve'])(
  '%s --help prints its usage',
  async (name) => {
    const { stdout, stderr } = await offbook(name, '--help');
    expect(stdout).toMatch(new RegExp(`^Usage: offbook ${name} \\S`));
    expect(stdout.trim().split('\n')).toHaveLength(1);
    expect(stderr).toBe('');
  },
);

test('--help prints all usages; -h is the same', async () => {
  const { stdout } = await offbook('--help');
  expect(stdout).toContain('offbook serve [--stories DIR]');
  expect((await offbook('-h')).stdout).toBe(stdout);
});

test('after “--” it is an ordinary word', async () => {
  await expect(offbook('inspect', '--', '--help')).rejects.toMatchObject({ code: 1, stderr: /--help/ });
});
