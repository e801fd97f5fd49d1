/*
 * Everything that must hold before a change goes in: types of every zone, lint, format, unused code, build
 * and tests. Runs all steps even where one fails, prints each with its time, and ends with 1 if any failed.
 */
import { availableParallelism } from 'node:os';
import { projectRoot } from '../src/cli/project-root.ts';
import { runCaptured } from '../src/cli/run-captured.ts';

interface Step {
  name: string;
  /** A tool's own program, which Node runs, and what is given to it. */
  args: readonly string[];
}

const zones = ['core', 'services', 'main', 'web', 'preload', 'renderer', 'cli'];

const tsc = 'node_modules/typescript/bin/tsc';
const types: readonly Step[] = [
  ...zones.map((zone) => ({ name: `types of ${zone}`, args: [tsc, '-p', `src/${zone}`] })),
  { name: 'types of tests and scripts', args: [tsc, '-p', '.'] },
];
const oneByOne: readonly Step[] = [
  { name: 'lint', args: ['node_modules/oxlint/bin/oxlint', '--type-aware', '--deny-warnings'] },
  { name: 'house rules', args: ['scripts/house.ts'] },
  { name: 'format', args: ['node_modules/oxfmt/bin/oxfmt', '--check'] },
  { name: 'unused code', args: ['node_modules/knip/bin/knip.js'] },
  { name: 'build', args: ['node_modules/electron-vite/bin/electron-vite.js', 'build'] },
  { name: 'tests', args: ['scripts/test.ts'] },
];

const failed = [...(await runSteps(types, Math.min(2, availableParallelism()))), ...(await runSteps(oneByOne, 1))];
console.log(failed.length === 0 ? 'All is well.' : `Failed: ${failed.join(', ')}.`);
process.exitCode = failed.length === 0 ? 0 : 1;

/** Runs steps, some at a time, in their order; gives the names of those that failed. */
async function runSteps(steps: readonly Step[], atATime: number): Promise<string[]> {
  const waiting = [...steps];
  const names: string[] = [];
  const work = async () => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
      if (!(await runStep(step))) names.push(step.name);
    }
  };
  await Promise.all(Array.from({ length: atATime }, work));
  return names;
}

async function runStep({ name, args }: Step): Promise<boolean> {
  const startMs = performance.now();
  const { code, output } = await runCaptured(process.execPath, args, { cwd: projectRoot });
  const seconds = ((performance.now() - startMs) / 1000).toFixed(1);
  console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`);
  const lastLine = output.trim().split('\n').at(-1) ?? '';
  if (code !== 0) console.log(output.trimEnd());
  else if (name === 'tests') console.log(`       ${lastLine}`);
  return code === 0;
}
