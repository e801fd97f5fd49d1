import { expect, test } from 'vitest';
import { houseFindings } from '../../scripts/house-rules.ts';

const long = (lines: number) => 'export {};\n'.repeat(lines);

function findings(files: Readonly<Record<string, string>>): string[] {
  return houseFindings(new Map(Object.entries(files)));
}

test.each([
  ['a room below', 'services/library/library.ts', '../practice/log.ts'],
  ['a feature', 'renderer/rehearsal/Stage.tsx', '../progress/Log.tsx'],
  ['the views', 'renderer/client/store.ts', '../ui/Icon.tsx'],
  ['a feature', 'renderer/ui/Icon.tsx', '../prompter/Header.tsx'],
  ['the shell', 'renderer/prompter/Prompter.tsx', '../shell/App.tsx'],
])('%s doesn’t import what is above or beside it: %s, %s', (_what, file, specifier) => {
  const text = `import { x } from '${specifier}';\n${long(20)}`;
  expect(findings({ [`src/${file}`]: text })).toEqual([expect.stringContaining('may not import')]);
});

test.each([
  ['services/app/app.ts', '../rehearsal/service.ts'],
  ['services/library/library.ts', '../../core/prompter/plan.ts'],
  ['renderer/library/LibraryView.tsx', '../search/Palette.tsx'],
  ['renderer/settings/SettingLine.tsx', '../../core/rehearsal/run.ts'],
  ['renderer/shell/App.tsx', '../prompter/Prompter.tsx'],
  ['renderer/main.tsx', './shell/App.tsx'],
])('%s may import %s', (file, specifier) => {
  expect(findings({ [`src/${file}`]: `import { x } from '${specifier}';\n${long(20)}` })).toEqual([]);
});

test('a view loaded on demand counts as an import', () => {
  const text = `const view = import('../progress/ProgressView.tsx');\n${long(20)}`;
  expect(findings({ 'src/renderer/settings/SettingsView.tsx': text })).toHaveLength(1);
});

test('a name exported twice is found, an overload is not', () => {
  const name = `export function planOf(): void;\nexport function planOf(): void {}\n${long(20)}`;
  expect(findings({ 'src/core/a.ts': name })).toEqual([]);
  expect(findings({ 'src/core/a.ts': name, 'src/main/b.ts': `export type planOf = 1;\n${long(20)}` })).toEqual([
    'src/main/b.ts: src/core/a.ts exports “planOf” too; rename one, or share it.',
  ]);
});

test('a file of more than 300 lines is found', () => {
  expect(findings({ 'src/core/a.ts': long(300) })).toEqual([]);
  expect(findings({ 'src/core/a.ts': long(301) })).toEqual(['src/core/a.ts: 301 lines; cut it below 300.']);
});

test('a crumb is found unless it has a test of its own or a second importer', () => {
  const crumb = { 'src/core/a.ts': long(14), 'src/core/b.ts': `import './a.ts';\n${long(20)}` };
  expect(findings(crumb)).toEqual(['src/core/a.ts: 14 lines for one importer; move them there.']);
  expect(findings({ ...crumb, 'tests/core/a.test.ts': '' })).toEqual([]);
  expect(findings({ ...crumb, 'src/core/c.ts': `import { a } from './a.ts';\n${long(20)}` })).toEqual([]);
});

test.each([
  'The rows are drawn anew.',
  'It is tried again by itself.',
  'The page is told of it.',
  'Mend the folder.',
  'What stands there',
  'It now lies in the folder.',
  'It is no folder.',
  'The key is as at first again.',
  'It puts on a story.',
  'It can’t be had.',
  'What was said before',
  'There is none.',
  'Once more',
  'What it came to',
  'There is nothing to undo.',
])('words of a translation are found in any text: %s', (line) => {
  expect(findings({ 'README.md': `Fine.\n${line}\n` })).toEqual([expect.stringMatching(/^README\.md:2: /)]);
});

test('word lists of the search are data', () => {
  expect(findings({ 'src/core/search/synonyms.ts': `'fix, mend',\n${long(20)}` })).toEqual([]);
});

test.each(['The stand-in for Electron', 'I understand.', 'believed'])('other words are not: %s', (line) => {
  expect(findings({ 'README.md': line })).toEqual([]);
});
