import { rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { timeoutProblem } from '../../../src/services/library/parse-pool.ts';
import { readStorySource } from '../../../src/services/library/story-source.ts';
import { driveApp } from '../app-driver.ts';
import { folderWith } from '../library-driver.ts';
import { storyText } from '../story-texts.ts';
import { tempFolder } from '../temp-folder.ts';

vi.setConfig({ testTimeout: 60_000 });

const ferry = storyText('The ferry', ['Rowed over']);

async function driveFolder(files: Readonly<Record<string, string>>) {
  const folder = await folderWith(files);
  const driven = await driveApp({ folders: [folder] });
  await driven.ready();
  const id = driven.state().library.stories[0]?.id ?? '';
  return { ...driven, folder, id, read: async (of = id) => driven.app.handlers.readSource({ id: of }) };
}

test('a story’s file comes as it is on disk, with what each line was taken for', async () => {
  const { folder, id, read } = await driveFolder({ 'a.md': ferry });
  const source = await read();
  expect(source).toMatchObject({ file: path.join(folder, 'a.md'), text: ferry });
  const lines = ferry.split('\n');
  const roleOf = (words: string) => {
    const line = lines.findIndex((each) => each.includes(words)) + 1;
    return source?.roles.find((each) => each.line <= line && line <= each.endLine);
  };
  expect(roleOf('## The ferry')).toMatchObject({ role: 'storyTitle' });
  expect(roleOf('Tell me about')).toMatchObject({ role: 'question' });
  expect(roleOf('I looked at')).toMatchObject({ role: 'section', section: 'action', story: id });
});

test('its lines are those of an editor, whatever the line ends', async () => {
  const { read } = await driveFolder({ 'a.md': `\uFEFF${ferry.replaceAll('\n', '\r\n')}` });
  expect((await read())?.text).toBe(ferry);
});

test('it has the problems of the whole file, and of no other', async () => {
  const stray = `A stray remark.\n\n${ferry}`;
  const { read, folder } = await driveFolder({ 'a.md': ferry, 'b.md': stray });
  const source = await read();
  expect(source?.problems.every(({ file }) => file === path.join(folder, 'a.md'))).toBe(true);
});

test('a story that is gone has no source', async () => {
  const { read } = await driveFolder({ 'a.md': ferry });
  expect(await read('gone')).toBeNull();
});

test.skipIf(process.platform === 'win32')('a file that leads out of the folder meanwhile is refused', async () => {
  const { folder, read } = await driveFolder({ 'a.md': ferry });
  const secret = path.join(await tempFolder(), 'secret.md');
  await writeFile(secret, ferry.replace('The ferry', 'Secret'));
  await rm(path.join(folder, 'a.md'));
  await symlink(secret, path.join(folder, 'a.md'));
  await expect(read()).rejects.toThrow('is a link out of the folder');
});

test('a file outside the open folders is refused, even one whose path begins alike', async () => {
  const folder = await folderWith({ 'open/a.md': ferry, 'open-too/a.md': ferry });
  const roles = () => Promise.resolve({ ok: true as const, roles: [] });
  const read = (file: string) =>
    readStorySource(path.join(folder, file), { parser: { roles }, roots: [path.join(folder, 'open')], problems: [] });
  expect((await read('open/a.md')).text).toBe(ferry);
  await expect(read('open-too/a.md')).rejects.toThrow('isn’t in one of your open folders');
  await expect(read('open/../open-too/a.md')).rejects.toThrow('isn’t in one of your open folders');
});

test('a text that can’t be understood is shown anyway, and why', async () => {
  const folder = await folderWith({ 'a.md': ferry });
  const file = path.join(folder, 'a.md');
  const roles = () => Promise.resolve({ ok: false as const, problem: timeoutProblem(file, 5000) });
  const source = await readStorySource(file, { parser: { roles }, roots: [folder], problems: [] });
  expect(source).toMatchObject({ text: ferry, roles: [], problems: [{ code: 'parse-timeout' }] });
});
