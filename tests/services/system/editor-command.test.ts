import { describe, expect, test } from 'vitest';
import { settingRows } from '../../../src/core/settings/table.ts';
import { batchArguments } from '../../../src/services/system/cmd-line.ts';
import {
  commandFromTemplate,
  editorCommands,
  launchesOf,
  splitCommand,
  type EditorCommand,
} from '../../../src/services/system/editor-command.ts';
import type { Environment, OutsideLaunch } from '../../../src/services/system/outside-programs.ts';

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

  test('that is empty gives no command', () => {
    expect(commandFromTemplate('  ', file, 7)).toBeNull();
  });

  test('takes a file’s name as it is, even one that looks like a placeholder or an option', () => {
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

test.each(settingRows.editor.choices.map(({ value }) => value))('%s is given the file and the line', (name) => {
  const [program, ...words] = commandFromTemplate(name, file, 7) ?? [];
  expect(program).toBe(name);
  expect(words.join(' ')).toContain(file);
  expect(words.join(' ')).toContain('7');
});

/** What would be started if only these files exist. */
async function started(
  command: EditorCommand,
  platform: NodeJS.Platform,
  env: Environment,
  files: readonly string[],
): Promise<OutsideLaunch[]> {
  const isThere = (wanted: string) => Promise.resolve(files.includes(wanted));
  const launches: OutsideLaunch[] = [];
  for await (const launch of launchesOf(command, platform, env, isThere)) launches.push(launch);
  return launches;
}

describe('on Windows', () => {
  const home = 'C:\\Users\\me\\AppData\\Local\\Programs';
  const bin = `${home}\\Microsoft VS Code\\bin`;
  const env = { Path: `C:\\Windows;"${bin}";.;tools;`, SystemRoot: 'D:\\Windows', LocalAppData: home.slice(0, -9) };
  const goto = ['--goto', 'C:\\a & b\\%PATH%.md:7'];

  test('the program behind code.cmd is started, and the script beside it never; then the .cmd by cmd.exe', async () => {
    const files = [`${bin}\\code`, `${bin}\\code.cmd`, `${home}\\Microsoft VS Code\\Code.exe`];
    const [exe, cmd, ...more] = await started(['code', ...goto], 'win32', env, files.slice(0, 3));
    expect(exe).toEqual({ program: files[2], words: goto, isBatch: false });
    expect(cmd).toEqual({
      program: 'D:\\Windows\\System32\\cmd.exe',
      words: batchArguments(`${bin}\\code.cmd`, goto),
      isBatch: true,
    });
    // Again where it is installed, in case PATH doesn’t contain it.
    expect(more).toEqual([exe]);
  });

  test.each([
    ['cursor', 'C:\\cursor\\resources\\app\\bin', 'C:\\cursor\\Cursor.exe'],
    ['codium', 'C:\\codium\\bin', 'C:\\codium\\VSCodium.exe'],
    ['code-insiders', 'C:\\insiders\\bin', 'C:\\insiders\\Code - Insiders.exe'],
  ])('%s too', async (name, folder, exe) => {
    const [first] = await started([name, 'x'], 'win32', { PATH: folder }, [`${folder}\\${name}.cmd`, exe]);
    expect(first).toEqual({ program: exe, words: ['x'], isBatch: false });
  });

  test('a program given by its path needs no extension', async () => {
    const files = ['C:\\Tools\\edit.exe', 'C:\\Tools\\edit.bat', 'C:\\Tools\\edit'];
    const programs = await started(['C:\\Tools\\edit', 'x'], 'win32', {}, files);
    expect(programs.map(({ program }) => program)).toEqual([files[0], 'C:\\Windows\\System32\\cmd.exe']);
    expect(await started(['C:/Tools/edit.bat', 'x'], 'win32', {}, ['C:\\Tools\\edit.bat'])).toMatchObject([
      { isBatch: true },
    ]);
  });

  test('what isn’t on PATH is found where it is installed', async () => {
    const files = ['C:\\Program Files\\Notepad++\\notepad++.exe'];
    const programs = await started(['notepad++', 'x'], 'win32', { ProgramFiles: 'C:\\Program Files' }, files);
    expect(programs).toEqual([{ program: files[0], words: ['x'], isBatch: false }]);
  });

  test('nothing is taken from the folder that the program runs in', async () => {
    expect(await started(['code', 'x'], 'win32', env, ['code.cmd', 'code.exe', 'tools\\code.exe'])).toEqual([]);
  });
});

describe('elsewhere', () => {
  test('PATH is searched, except its relative folders', async () => {
    const files = ['code', './code', 'bin/code', '/b/code', '/c/code'];
    const programs = await started(['code', 'x'], 'linux', { PATH: ':.:bin:/a:/b:/c' }, files);
    expect(programs.map(({ program }) => program)).toEqual(['/b/code', '/c/code']);
    expect(await started(['code', 'x'], 'linux', {}, files)).toEqual([]);
    expect(await started(['/b/code', 'x'], 'linux', {}, files)).toMatchObject([{ program: '/b/code' }]);
  });

  test('a Mac’s applications are found without PATH', async () => {
    const bundled = 'Visual Studio Code.app/Contents/Resources/app/bin/code';
    const files = ['/opt/homebrew/bin/code', `/Applications/${bundled}`, `/Users/me/Applications/${bundled}`];
    const programs = await started(['code', 'x'], 'darwin', { PATH: '/usr/bin', HOME: '/Users/me' }, files);
    expect(programs.map(({ program }) => program)).toEqual(files);
    expect(await started(['code', 'x'], 'linux', { PATH: '/usr/bin', HOME: '/Users/me' }, files)).toEqual([]);
  });
});
