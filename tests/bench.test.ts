import { expect, test } from 'vitest';
import { projectRoot } from '../src/cli/project-root.ts';
import { runCaptured } from '../src/cli/run-captured.ts';

const bench = (...words: string[]) => runCaptured(process.execPath, ['bench/bench.ts', ...words], { cwd: projectRoot });

test('the benchmarks say how they are used, and refuse what they don’t know', async () => {
  const { code, output } = await bench('--help');
  expect(output).toMatch(/^Usage: npm run bench \[-- NAME…\] .*\nThe benchmarks are: outline, read, .*\.\n$/);
  expect(code).toBe(0);
  for (const [word, refusal] of [
    ['--fast', /^Unknown option '--fast'[^]*\nThe benchmarks are: outline, /],
    ['walking', /^Unknown benchmark: walking\. Choose from: outline, /],
  ] as const)
    expect(await bench(word)).toEqual({ code: 2, output: expect.stringMatching(refusal) });
});
