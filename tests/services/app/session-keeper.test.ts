import { readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { SessionHandover } from '../../../src/core/prompter/place.ts';
import { driveApp, type DrivenApp } from '../app-driver.ts';
import { saveStory } from '../../stories/story-files.ts';
import { tempFolder } from '../temp-folder.ts';

const storyText = (title: string) => `# Ownership

## ${title}

> S: ${title} begins
> A: ${title} goes on
> R: ${title} ends
`;

/** A program over some stories, in its own settings folder or that of an earlier one. */
async function program(titles: readonly string[], settingsDir?: string): Promise<DrivenApp> {
  const folder = await tempFolder();
  for (const title of titles) await saveStory(path.join(folder, `${title}.md`), storyText(title));
  const driven = await driveApp({ folders: [folder], ...(settingsDir === undefined ? {} : { settingsDir }) });
  await driven.ready();
  return driven;
}

const shown = ({ state }: DrivenApp) => state().session.prompt?.title;

/** What a page that followed this program hands over; `laterMs` is when somebody acted there, from now. */
function handoverOf({ app, state, clock }: DrivenApp, laterMs: number): SessionHandover {
  const { prompt, session } = state().session;
  if (prompt === null) throw new Error('No story is shown.');
  const { storyId, variant, alternate, reached, followUp } = prompt;
  const story = app.handlers.readStory({ id: storyId });
  if (story === null || story instanceof Promise) throw new Error('It is gone.');
  const place = { shown: { storyId, variant, alternate, reached, followUp, session }, left: [], previous: null };
  return { place, story, actedAt: clock.wallTime().getTime() + laterMs };
}

describe('the next start', () => {
  test('shows the story and the place of the last one, paused', async () => {
    const before = await program(['Canal', 'Ferry', 'Lock']);
    before.app.runCommand('next-story');
    before.app.runCommand('play-pause');
    before.clock.pass(20_000);
    before.app.runCommand('next-row');
    await before.app.close();
    const after = await program(['Canal', 'Ferry', 'Lock'], before.settingsDir);
    expect(shown(after)).toBe('Ferry');
    expect(after.elapsed()).toBe(20_000);
    expect(after.row()).toBe(before.row());
    expect(after.state().session.session.status.kind).toBe('paused');
  });

  test('finds the place of a program that was killed', async () => {
    const before = await program(['Canal', 'Ferry']);
    before.app.runCommand('next-story');
    const file = path.join(before.settingsDir, 'place.json');
    await expect.poll(() => readFile(file, 'utf8').catch(() => '')).toContain('ferry');
    expect((await stat(file)).mode & 0o077).toBe(0);
    expect(shown(await program(['Canal', 'Ferry'], before.settingsDir))).toBe('Ferry');
  });

  test('after more than an hour shows the story at its start', async () => {
    const before = await program(['Canal', 'Ferry']);
    before.app.runCommand('next-story');
    before.app.runCommand('next-row');
    await before.app.close();
    const file = path.join(before.settingsDir, 'place.json');
    const kept = JSON.parse(await readFile(file, 'utf8')) as { actedAt: number };
    await writeFile(file, JSON.stringify({ ...kept, actedAt: kept.actedAt - 3_700_000 }));
    const after = await program(['Canal', 'Ferry'], before.settingsDir);
    expect(shown(after)).toBe('Ferry');
    expect(after.state().session.session.cursorMs).toBe(0);
  });

  test.each([
    ['a story that is gone', (text: string) => text.replaceAll('ferry', 'other')],
    ['a file that was cut off', (text: string) => text.slice(0, 40)],
    ['a file of another version', (text: string) => text.replace('"version":1', '"version":2')],
  ])('shows the first story after %s, and says nothing', async (_what, change) => {
    const before = await program(['Canal', 'Ferry']);
    before.app.runCommand('next-story');
    await before.app.close();
    const file = path.join(before.settingsDir, 'place.json');
    await writeFile(file, change(await readFile(file, 'utf8')));
    const after = await program(['Canal', 'Ferry'], before.settingsDir);
    expect(shown(after)).toBe('Canal');
    expect(after.notices()).toEqual([]);
  });
});

describe('a page that hands over its session', () => {
  test('is at its place in the new program: with its clock, and told to all views', async () => {
    const old = await program(['Canal', 'Ferry']);
    old.app.runCommand('next-story');
    old.app.runCommand('play-pause');
    old.clock.pass(5000);
    const after = await program(['Canal', 'Ferry']);
    after.clock.pass(5000);
    await after.app.handlers.adoptSession(handoverOf(old, 0));
    expect(shown(after)).toBe('Ferry');
    expect(after.elapsed()).toBe(5000);
    expect(after.events.at(-1)?.name).toBe('sessionChanged');
  });

  test('comes late where somebody acted in the program, or in another page, since', async () => {
    const old = await program(['Canal', 'Ferry', 'Lock']);
    old.app.runCommand('next-story');
    const early = handoverOf(old, -1);
    old.app.runCommand('next-story');
    const late = handoverOf(old, 0);
    const after = await program(['Canal', 'Ferry', 'Lock']);
    await after.app.handlers.adoptSession(late);
    await after.app.handlers.adoptSession(early);
    expect(shown(after)).toBe('Lock');
    after.clock.pass(1);
    after.app.runCommand('next-story');
    await after.app.handlers.adoptSession(late);
    expect(shown(after)).toBe('Canal');
  });

  test('keeps a story that the program doesn’t have', async () => {
    const old = await program(['Ferry']);
    const after = await program(['Canal']);
    await after.app.handlers.adoptSession(handoverOf(old, 0));
    expect(shown(after)).toBe('Ferry');
    expect(after.notices()).toEqual(['info: Not in the file any more; still shown.']);
    after.app.runCommand('next-story');
    expect(shown(after)).toBe('Canal');
  });

  test('from the future can’t keep others out', async () => {
    const old = await program(['Canal', 'Ferry']);
    const after = await program(['Canal', 'Ferry']);
    await after.app.handlers.adoptSession(handoverOf(old, 1e12));
    old.app.runCommand('next-story');
    await after.app.handlers.adoptSession(handoverOf(old, 0));
    expect(shown(after)).toBe('Ferry');
  });
});

describe('the time of a key press', () => {
  test('counts, not its arrival', async () => {
    const { app, clock, elapsed, state } = await program(['Canal']);
    await app.handlers.runCommand({ id: 'play-pause', atMs: clock.nowMs() - 700 });
    clock.pass(1000);
    expect(elapsed()).toBe(1700);
    await app.handlers.runCommand({ id: 'play-pause', atMs: clock.nowMs() - 300 });
    expect(elapsed()).toBe(1400);
    expect(state().session.sentAtMs).toBe(clock.nowMs());
  });

  test('isn’t believed where it is in the future or long ago', async () => {
    const { app, clock, elapsed } = await program(['Canal']);
    await app.handlers.runCommand({ id: 'play-pause', atMs: clock.nowMs() + 60_000 });
    clock.pass(1000);
    expect(elapsed()).toBe(1000);
    await app.handlers.runCommand({ id: 'reset' });
    await app.handlers.runCommand({ id: 'play-pause', atMs: clock.nowMs() - 600_000 });
    expect(elapsed()).toBe(5000);
  });
});
