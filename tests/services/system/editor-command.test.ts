import { describe, expect, test } from 'vitest';
import { commandFromTemplate, editorCommands, splitCommand } from '../../../src/services/system/editor-command.ts';

const file = '/my stories/a.md';

test.each([
  ['code', ['code']],
  ['  code   -n ', ['code', '-n']],
  ['"C:\\Program Files\\x.exe" -n \'two words\'', ['C:\\Program Files\\x.exe', '-n', 'two words']],
  ['', []],
])('%j has the words %j', (written, words) => {
  expect(splitCommand(written)).toEqual(words);
});

describe('a template', () => {
  test.each([
    ['vi +{line} {file}', ['vi', '+7', file]],
    ['my-editor', ['my-editor', file]],
    ['my-editor -x', ['my-editor', '-x', file]],
    ['code', ['code', '--goto', `${file}:7`]],
    ['"/opt/VS Code/bin/code" -n', ['/opt/VS Code/bin/code', '-n', '--goto', `${file}:7`]],
    ['C:\\Tools\\Notepad++.exe', ['C:\\Tools\\Notepad++.exe', '-n7', file]],
    ['code {file}', ['code', file]],
    ['idea', ['idea', '--line', '7', file]],
  ])('%j', (template, words) => {
    expect(commandFromTemplate(template, file, 7)).toEqual(words);
  });

  test('of nothing is none', () => {
    expect(commandFromTemplate('  ', file, 7)).toBeNull();
  });

  test('takes a file’s name as it is, also one that looks like a place or like options', () => {
    expect(commandFromTemplate('e {file}', '/{line}/$(x).md', 7)).toEqual(['e', '/{line}/$(x).md']);
  });
});

describe('without a template', () => {
  test('what the environment names comes first, if it has a window of its own', () => {
    const programs = (env: Record<string, string>) => editorCommands(null, env, file, 7).map(([program]) => program);
    expect(programs({ VISUAL: 'subl -w', EDITOR: 'vi' }).slice(0, 2)).toEqual(['subl', 'code']);
    expect(programs({ EDITOR: '/usr/bin/gedit' })[0]).toBe('/usr/bin/gedit');
    expect(programs({ EDITOR: 'nano' })[0]).toBe('code');
    expect(programs({ EDITOR: ' ' })[0]).toBe('code');
  });

  test('with one, nothing else is tried', () => {
    expect(editorCommands('vi {file}', { VISUAL: 'code' }, file, 7)).toEqual([['vi', file]]);
  });
});
