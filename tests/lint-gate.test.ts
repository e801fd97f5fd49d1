import { cp, mkdtemp, realpath, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { projectRoot } from '../src/cli/project-root.ts';
import { runCaptured } from '../src/cli/run-captured.ts';

/*
 * The gate itself: the project's own lint and compiler settings, around files that break every rule of who
 * may import whom. Were a rule lost, nothing else would notice.
 */
const folders: string[] = [];
let findings: string[] = [];
let compilerErrors = '';

beforeAll(async () => {
  findings = await lint(await copyFixture('lint'));
  const { output } = await run('typescript/bin/tsc', ['-p', 'src/core'], await copyFixture('globals'));
  compilerErrors = output;
});

afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true });
});

const restricted = 'eslint(no-restricted-imports)';

test.each([
  [
    'core',
    'src/core/imports.ts',
    ["'node:fs'", "'electron'", "'chokidar'", "'../services/clean.ts'", "'../main/clean.ts'"],
  ],
  ['services', 'src/services/imports.ts', ["'electron'", "'ws'", "'../main/clean.ts'"]],
  ['main', 'src/main/imports.ts', ["'../web/clean.ts'", "'react'"]],
  ['web', 'src/web/imports.ts', ["'electron'", "'../renderer/clean.ts'"]],
  ['cli', 'src/cli/imports.ts', ["'../main/clean.ts'", "'zustand'"]],
  ['preload', 'src/preload/imports.ts', ["'node:fs'", "'../services/clean.ts'"]],
  ['renderer', 'src/renderer/imports.tsx', ["'electron'", "'node:fs'", "'../services/clean.ts'"]],
])('%s may not reach beyond its zone', (_zone, file, imports) => {
  const found = findings.filter((finding) => finding.startsWith(`${file} ${restricted}`));
  for (const [index, name] of imports.entries()) expect(found[index]).toContain(`${name} import is restricted`);
  expect(found).toHaveLength(imports.length);
});

test.each([
  ['src/core/date.ts', 'core(no-clock)', 6],
  ['src/core/ring-a.ts', 'import(no-cycle)', 1],
  ['src/core/ring-b.ts', 'import(no-cycle)', 1],
  ['src/core/loose.ts', 'typescript(no-explicit-any)', 1],
  ['src/core/loose.ts', 'typescript(no-non-null-assertion)', 1],
  ['src/core/loose.ts', 'typescript(no-floating-promises)', 1],
  ['src/core/loose.ts', 'eslint(no-empty)', 1],
  ['src/core/loose.ts', 'import(no-default-export)', 1],
  ['src/renderer/imports.tsx', 'react(no-danger)', 1],
])('%s breaks %s', (file, rule, times) => {
  expect(findings.filter((finding) => finding.startsWith(`${file} ${rule} `))).toHaveLength(times);
});

test('what keeps to the rules passes', () => {
  expect(findings.filter((finding) => finding.includes('/clean.ts '))).toEqual([]);
});

test.each(['window', 'process', 'setTimeout', 'performance', 'document', 'fetch', 'Buffer'])(
  'in core, %s does not compile, whatever its packages bring along',
  (name) => {
    expect(compilerErrors).toContain(`Cannot find name '${name}'.`);
  },
);

test('nothing else there fails to compile', () => {
  expect(compilerErrors.trim().split('\n')).toHaveLength(7);
});

/** A folder outside the project with a fixture's files, and the project's settings where they apply to them. */
async function copyFixture(name: string): Promise<string> {
  const folder = await realpath(await mkdtemp(path.join(tmpdir(), 'offbook-gate-')));
  folders.push(folder);
  await cp(path.join(projectRoot, 'tests/fixtures/lint-gate', name), folder, { recursive: true });
  for (const file of ['.oxlintrc.json', 'scripts/lint/core-clock.ts', 'tsconfig.base.json', 'src/core/tsconfig.json']) {
    await cp(path.join(projectRoot, file), path.join(folder, file));
  }
  await symlink(path.join(projectRoot, 'node_modules'), path.join(folder, 'node_modules'), 'junction');
  return folder;
}

/** What the linter says, one string a finding: `file rule message`, in the order of files and lines. */
async function lint(folder: string): Promise<string[]> {
  const { output } = await run('oxlint/bin/oxlint', ['--type-aware', '--format=json', 'src'], folder);
  const { diagnostics } = JSON.parse(output) as { diagnostics: { filename: string; code: string; message: string }[] };
  return diagnostics.map(({ filename, code, message }) => `${filename.replaceAll('\\', '/')} ${code} ${message}`);
}

function run(tool: string, args: string[], cwd: string) {
  return runCaptured(process.execPath, [path.join(projectRoot, 'node_modules', tool), ...args], { cwd });
}
