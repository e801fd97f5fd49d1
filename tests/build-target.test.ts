import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import config from '../electron.vite.config.ts';
import { projectRoot } from '../src/cli/project-root.ts';

/** The first versions that have all of the edition that the code may use. */
const oldest: Readonly<Record<string, number>> = { chrome: 119, firefox: 125, safari: 17.4 };

test.each(['core', 'renderer'])('what %s may call is what the browsers of the build have', async (zone) => {
  const tsconfig: unknown = JSON.parse(await readFile(path.join(projectRoot, 'src', zone, 'tsconfig.json'), 'utf8'));
  const { lib } = (tsconfig as { compilerOptions: { lib: string[] } }).compilerOptions;
  const { target } = (config as { renderer: { build: { target: string } } }).renderer.build;
  expect(lib.filter((name) => !name.startsWith('DOM'))).toEqual([target.toUpperCase()]);
  expect(target).toBe('es2024');
});

test('no browser of the build is older than the first that has ES2024', () => {
  const { cssTarget } = (config as { renderer: { build: { cssTarget: string[] } } }).renderer.build;
  for (const browser of cssTarget) {
    const [, name = '', version] = /^([a-z]+)([\d.]+)$/.exec(browser) ?? [];
    expect(Number(version), browser).toBeGreaterThanOrEqual(oldest[name] ?? Infinity);
  }
});
