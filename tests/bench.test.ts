import { expect, test } from 'vitest';
import { projectRoot } from '../src/cli/project-root.ts';
import { runCaptured } from '../src/cli/run-captured.ts';

const bench = (...words: string[]) => runCaptured(process.execPath, ['bench/bench.ts', ...words], { cwd: projectRoot });

test('the benchmarks say how they are used, and refuse what they don’t know', async () => {
  const { code, output } = await bench('--help');
  expect(output).toMatch(
    /^Usage: npm run bench .*\n {7}npm run bench -- voice .*\nThe benchmarks are: outline, read, .*\.\n$/,
  );
  expect(code).toBe(0);
  expect(await bench('--fast')).toEqual({
    code: 2,
    output: expect.stringMatching(/^Unknown option '--fast'\.[^]*Usage: npm run bench /),
  });
  expect(await bench('walking')).toEqual({
    code: 2,
    output: expect.stringMatching(/^Unknown benchmark: walking\. Choose from: outline, .*\n$/),
  });
});
