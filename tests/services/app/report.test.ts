import { chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { storyTexts } from '../../../src/core/report/report.ts';
import { readStories } from '../../../src/core/stories/reader.ts';
import { driveApp, type DrivenApp } from '../app-driver.ts';
import { tempFolder } from '../temp-folder.ts';

// Real files, workers and watchers on a computer that may be busy.
vi.setConfig({ testTimeout: 30_000 });

const samples = path.resolve(import.meta.dirname, '../../../stories');

/** An editor that records what it opens: its command, and what it recorded. */
async function fakeEditor(): Promise<{ command: string; opened: () => Promise<string> }> {
  const folder = await tempFolder();
  const [script, seen] = [path.join(folder, 'editor.mjs'), path.join(folder, 'seen.txt')];
  await writeFile(
    script,
    `import { renameSync, writeFileSync } from 'node:fs';
    writeFileSync(${JSON.stringify(`${seen}.new`)}, process.argv.slice(2).join('\\n'));
    renameSync(${JSON.stringify(`${seen}.new`)}, ${JSON.stringify(seen)});`,
  );
  return {
    command: `"${process.execPath}" "${script}" {file}`,
    opened: () => vi.waitFor(() => readFile(seen, 'utf8'), { timeout: 10_000 }),
  };
}

/** The report’s path, from the message to the person. */
async function told(driven: DrivenApp): Promise<string> {
  const state = await driven.until(({ notices }) => notices.some(({ text }) => text.startsWith('A report was saved')));
  const said = state.notices.map(({ text }) => text).find((text) => text.startsWith('A report was saved')) ?? '';
  expect(said).toContain('Nothing was sent');
  return /saved as (.*?)\. Nothing/u.exec(said)?.[1] ?? '';
}

test('a report is saved next to the settings and opened, without any text of a story', async () => {
  const settingsDir = await tempFolder();
  const editor = await fakeEditor();
  const driven = await driveApp({ settingsDir, folders: [samples] });
  await driven.ready();
  await driven.app.handlers.changeSettings({ editor: editor.command, textSize: 33 });

  // As if errors of the program had quoted all of it, without quotation marks.
  const names = await readdir(samples);
  const library = {
    files: names,
    stories: [],
    problems: [],
    asides: [],
    unplaced: [] as { file: string; line: number; text: string }[],
  };
  const stories = (await Promise.all(names.map((name) => readFile(path.join(samples, name), 'utf8')))).flatMap(
    (text, at) => readStories(text, names[at] ?? '').stories,
  );
  const texts = storyTexts({ ...library, stories });
  const sentences = texts.flatMap((text) => text.split(/(?<=[.!?])\s+|\n+/u)).filter((each) => /\p{L}/u.test(each));
  expect(sentences.length).toBeGreaterThan(100);
  const lines = [...sentences, ...names, ...stories.map(({ id }) => id)].map(
    (each) => `An error of the program: ${each}`,
  );
  // More lines than a report includes.
  const batches = Array.from({ length: Math.ceil(lines.length / 150) }, (_, at) =>
    lines.slice(at * 150, at * 150 + 150),
  );
  for (const batch of batches) {
    const log = batch.map((line) => `2026-11-22T20:15:00.000Z ${line} in ${samples}/x.md`);
    await writeFile(path.join(settingsDir, 'offbook.log'), log.join('\n'));
    driven.app.runCommand('report-problem');
    const file = await told(driven);
    const report = await vi.waitFor(async () => {
      const text = await readFile(file, 'utf8');
      expect(text.split('\n').filter((line) => line.startsWith('2026-11-22T20:15:00.000Z '))).toHaveLength(
        batch.length,
      );
      return text;
    });
    const small = report.toLowerCase();
    for (const sentence of sentences) {
      // A word or two can be the program's own, such as a heading of the report.
      if (sentence.split(/\s+/u).length > 2) expect(small).not.toContain(sentence.toLowerCase());
    }
    for (const name of names) expect(report).not.toContain(name);
    expect(report).not.toContain(samples);
    expect(report).not.toContain(settingsDir);
    expect(report).toContain('An error of the program: ');
    for (const { id } of driven.state().notices) await driven.app.handlers.dismissNotice({ id });
  }

  const report = await readFile(path.join(settingsDir, 'report.txt'), 'utf8');
  expect(report).toContain('Offbook: driven by a test');
  expect(report).toContain(`Node: ${process.versions.node}`);
  expect(report).toContain('textSize: 33');
  expect(report).toContain('folders: 1');
  expect(await editor.opened()).toBe(path.join(settingsDir, 'report.txt'));
});

test('without a log, and before anything was read, it says so', async () => {
  const settingsDir = await tempFolder();
  const editor = await fakeEditor();
  await writeFile(path.join(settingsDir, 'settings.json'), JSON.stringify({ version: 1, editor: editor.command }));
  const driven = await driveApp({ settingsDir });
  driven.app.runCommand('report-problem');
  expect(await readFile(await told(driven), 'utf8')).toMatch(/The log, newest last\n-+\nnone\n/u);
  await driven.ready();
});

test.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
  'where the settings folder is read-only it goes to a temporary one',
  async () => {
    const settingsDir = await tempFolder();
    const { command } = await fakeEditor();
    await writeFile(path.join(settingsDir, 'settings.json'), JSON.stringify({ version: 1, editor: command }));
    await chmod(settingsDir, 0o555);
    onTestFinished(() => chmod(settingsDir, 0o755));
    const driven = await driveApp({ settingsDir });
    driven.app.runCommand('report-problem');
    expect(path.dirname(await told(driven))).not.toBe(settingsDir);
  },
);

test('if a folder is in its way it goes to a temporary one, with what could be read', async () => {
  const settingsDir = await tempFolder();
  const editor = await fakeEditor();
  await writeFile(path.join(settingsDir, 'settings.json'), JSON.stringify({ version: 1, editor: editor.command }));
  await mkdir(path.join(settingsDir, 'report.txt', 'full'), { recursive: true });
  await mkdir(path.join(settingsDir, 'offbook.log'));
  const driven = await driveApp({ settingsDir });
  driven.app.runCommand('report-problem');
  const file = await told(driven);
  expect(path.dirname(file)).not.toBe(settingsDir);
  expect(await editor.opened()).toBe(file);
  expect(await readFile(file, 'utf8')).toContain('The log can’t be read: it isn’t a regular file.');
});

test('a missing editor is reported; the report is still saved', async () => {
  const settingsDir = await tempFolder();
  await writeFile(path.join(settingsDir, 'settings.json'), JSON.stringify({ version: 1, editor: 'no-such-editor' }));
  const driven = await driveApp({ settingsDir });
  driven.app.runCommand('report-problem');
  await driven.until(({ notices }) =>
    notices.some(({ text }) => text.includes('The editor “no-such-editor” isn’t on this computer')),
  );
  expect(await readFile(path.join(settingsDir, 'report.txt'), 'utf8')).toContain('Report of a problem');
});
