import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { startProblems } from '../../scripts/packed/check-start.ts';
import { temporary } from '../electron/programs.ts';

/** A program that does this, on systems with shell scripts. */
async function program(lines: string): Promise<string> {
  const file = path.join(await temporary('program'), 'offbook');
  await writeFile(file, `#!/bin/sh\n${lines}\n`, { mode: 0o755 });
  return file;
}

test.runIf(process.platform !== 'win32')('a program that exits with 2 has started', async () => {
  expect(await startProblems(await program('test "$1 $2" = "--do no-such-command" && exit 2'))).toEqual([]);
});

test.runIf(process.platform !== 'win32').each([
  ['echo "Integrity check failed" >&2; exit 133', 'ended with 133 instead of 2.\nIntegrity check failed'],
  ['exit 0', 'ended with 0'],
])('one that does %s hasn’t', async (lines, said) => {
  const [problem] = await startProblems(await program(lines));
  expect(problem).toContain(said);
});

test.runIf(process.platform !== 'win32')('one that doesn’t exit is killed', async () => {
  const [problem] = await startProblems(await program('exec sleep 600'), 200);
  expect(problem).toContain('ended with null');
});
