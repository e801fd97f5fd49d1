import { chmod, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { defaultSetup } from '../../../src/core/rehearsal/questions.ts';
import { driveApp, type DrivenApp } from '../app-driver.ts';
import { folderWith } from '../library-driver.ts';
import { storyText } from '../story-texts.ts';
import { tempFolder } from '../temp-folder.ts';

vi.setConfig({ testTimeout: 60_000 });

const kiln = `# Ownership

## The kiln

Tell me about a time when you repaired something.

> * A:
>   * Lit the fire again

**A:** I lit the fire again and told everybody how it is done.

### Also works for the following questions:

#### Courage

Tell me about a time you disagreed.

> 1. The potter wanted a new kiln
> 2. I asked for one week

#### Thrift

Tell me about a time you saved money.

> 1. A new kiln costs more than the shed
`;

async function driveFolder(files: Readonly<Record<string, string>>): Promise<DrivenApp & { folder: string }> {
  const folder = await folderWith(files);
  const driven = await driveApp({ folders: [folder] });
  await driven.ready();
  return { ...driven, folder };
}

const ferry = storyText('The ferry', ['Rowed over']);
const ids = ({ state }: DrivenApp): string[] => state().library.stories.map(({ id }) => id);

describe('names', () => {
  const asked = (question: string): string => `## ${question}\n\n**A:** I did it myself.\n`;

  test('lack what their questions begin with, know where they differ, and follow the files', async () => {
    const { folder, state, until } = await driveFolder({
      'a.md': asked('Tell me about a time when you had to explain a change of course to the crew'),
      'b.md': asked('Describe a time you had to explain a change of course to the owner.'),
      'c.md': ferry,
    });
    const named = () => state().library.stories.map(({ name, nameDiffersAt }) => [name, name.slice(nameDiffersAt)]);
    expect(named()).toEqual([
      ['Explain a change of course to the crew', 'crew'],
      ['Explain a change of course to the owner', 'owner'],
      ['The ferry', 'The ferry'],
    ]);
    await writeFile(
      path.join(folder, 'b.md'),
      asked('Tell me about a time you had to explain a change of course to the crew'),
    );
    await until(() => state().library.stories[1]?.name.endsWith('crew') ?? false);
    expect(named().map(([name]) => name)).toEqual([
      'Tell me about a time when you had to explain a change of course to the crew',
      'Tell me about a time you had to explain a change of course to the crew',
      'The ferry',
    ]);
  });
});

describe('finding', () => {
  test('an alternate’s words find the story with that alternate, and open it with its notes first', async () => {
    const driven = await driveFolder({ 'a.md': ferry, 'b.md': kiln });
    const { app, state } = driven;
    const [match] = await app.handlers.findStories({ words: 'disagreed' });
    expect(match).toMatchObject({ alternate: 0 });
    await app.handlers.openStory({ id: match!.storyId, variant: null, alternate: match!.alternate });
    const { prompt } = state().session;
    expect(prompt).toMatchObject({ title: 'The kiln', alternate: 0, question: 'Tell me about a time you disagreed.' });
    expect(prompt?.sections.map(({ label }) => label)).toEqual(['Notes', 'A']);
    expect(prompt?.sections[0]?.items[0]?.text).toContain('new kiln');
    expect(prompt?.sections[1]?.items.map(({ text }) => text)).toEqual(['Lit the fire again']);
  });

  test('follows saved files and other folders', async () => {
    const driven = await driveFolder({ 'a.md': ferry });
    const { app, folder, until } = driven;
    expect(await app.handlers.findStories({ words: 'zeppelin' })).toEqual([]);
    await writeFile(path.join(folder, 'b.md'), storyText('The zeppelin', ['Took off']));
    await app.handlers.rescan(undefined);
    await until(({ library }) => library.stories.length === 2);
    expect(await app.handlers.findStories({ words: 'zeppelin' })).toHaveLength(1);
    await app.handlers.openFolder({ path: await folderWith({ 'c.md': kiln }) });
    expect(await app.handlers.findStories({ words: 'zeppelin' })).toEqual([]);
    expect(await app.handlers.findStories({ words: 'kiln' })).toHaveLength(1);
  });

  test('returns no more than asked for', async () => {
    const files = Object.fromEntries(
      ['a', 'b', 'c'].map((name) => [`${name}.md`, storyText(`The ferry ${name}`, ['x'])]),
    );
    const { app } = await driveFolder(files);
    expect(await app.handlers.findStories({ words: 'ferry' })).toHaveLength(3);
    expect(await app.handlers.findStories({ words: 'ferry', limit: 2 })).toHaveLength(2);
  });
});

describe('an alternate on the prompter', () => {
  test('keeps the story’s time and row, and stays with its story until another question is chosen', async () => {
    const driven = await driveFolder({ 'a.md': kiln, 'b.md': ferry });
    const { app, clock, state, elapsed } = driven;
    const [kilnId, ferryId] = ids(driven) as [string, string];
    app.runCommand('play-pause');
    clock.pass(5000);
    await app.handlers.openStory({ id: kilnId, variant: null, alternate: 1 });
    expect(state().session.prompt?.alternate).toBe(1);
    expect(elapsed()).toBe(5000);
    await app.handlers.openStory({ id: kilnId, variant: null });
    expect(state().session.prompt).toMatchObject({ alternate: null, sections: [{ label: 'A' }] });
    await app.handlers.openStory({ id: kilnId, variant: null, alternate: 0 });
    await app.handlers.openStory({ id: ferryId, variant: null });
    expect(state().session.prompt).toMatchObject({ title: 'The ferry', alternate: null });
    for (const back of ['last-story', 'next-story', 'next-story'] as const) app.runCommand(back);
    expect(state().session.prompt).toMatchObject({ title: 'The kiln', alternate: 0 });
    expect(elapsed()).toBe(5000);
    app.runCommand('reset');
    expect(state().session.prompt?.alternate).toBe(0);
    expect(driven.notices()).toEqual(['info: R again goes back to the story’s own question.']);
    app.runCommand('reset');
    expect(state().session.prompt?.alternate).toBeNull();
  });

  test('is followed by its question when the file is saved, and dropped when it is gone', async () => {
    const driven = await driveFolder({ 'a.md': kiln });
    const { app, folder, state, until } = driven;
    await app.handlers.openStory({ id: ids(driven)[0]!, variant: null, alternate: 1 });
    const swapped = kiln.replace(/#### Courage[^]*?(?=#### Thrift)/u, '');
    await writeFile(path.join(folder, 'a.md'), swapped);
    await app.handlers.rescan(undefined);
    await until(({ session }) => session.prompt?.alternate === 0);
    expect(state().session.prompt?.question).toBe('Tell me about a time you saved money.');
    await writeFile(path.join(folder, 'a.md'), kiln.replace(/### Also works[^]*/u, ''));
    await app.handlers.rescan(undefined);
    await until(({ session }) => session.prompt?.alternate === null);
    expect(state().session.prompt?.question).toBe('Tell me about a time when you repaired something.');
  });

  test('that doesn’t exist is refused, and the prompter stays as it is', async () => {
    const driven = await driveFolder({ 'a.md': kiln });
    const before = driven.state().session;
    const open = async () => driven.app.handlers.openStory({ id: ids(driven)[0]!, variant: null, alternate: 7 });
    await expect(open).rejects.toThrow('“The kiln” no longer has alternate question 8.');
    expect(driven.state().session).toEqual(before);
  });
});

describe('prepared follow-ups on the prompter', () => {
  const text = `${ferry}
### Follow-up questions

#### Who paid?

#### What did it cost?

A week.

#### And then?

Then it held.
`;

  async function driveFollowUps(): Promise<DrivenApp> {
    const folders = [await folderWith({ 'a.md': text, 'b.md': kiln })];
    const driven = await driveApp({ folders });
    await driven.ready();
    return driven;
  }

  test('the key goes through those with an answer and back to the outline', async () => {
    const { app, state } = await driveFollowUps();
    const shown = () => {
      app.runCommand('next-follow-up');
      return state().session.prompt?.followUp;
    };
    expect([shown(), shown(), shown(), shown()]).toEqual([1, 2, null, 1]);
  });

  test('a call shows one, and refuses one without an answer', async () => {
    const { app, state } = await driveFollowUps();
    await app.handlers.showFollowUp({ index: 2 });
    expect(state().session.prompt?.followUp).toBe(2);
    for (const index of [0, 7]) {
      await expect(async () => app.handlers.showFollowUp({ index })).rejects.toThrow('has no prepared answer any more');
    }
    expect(state().session.prompt?.followUp).toBe(2);
    await app.handlers.showFollowUp({ index: null });
    expect(state().session.prompt?.followUp).toBeNull();
  });

  test('a step through the outline leads back to it first, and moves nothing', async () => {
    const { app, state } = await driveFollowUps();
    const before = state().session.session;
    for (const id of ['next-row', 'previous-section'] as const) {
      await app.handlers.showFollowUp({ index: 1 });
      app.runCommand(id);
      expect(state().session).toMatchObject({ prompt: { followUp: null }, session: before });
    }
  });

  test('a story without any says so', async () => {
    const driven = await driveFollowUps();
    driven.app.runCommand('next-story');
    driven.app.runCommand('next-follow-up');
    expect(driven.notices()).toEqual(['info: This story has no prepared answer to a follow-up.']);
    // Over another story it would be wrong.
    driven.app.runCommand('next-story');
    expect(driven.notices()).toEqual([]);
  });
});

/** A story that has a question, but isn’t written yet. */
const plannedTunnel = `# Ownership

## The tunnel

When did you dig a tunnel?

S:
T:
A:
R:
`;

describe('a list of questions', () => {
  const bank = `# Common questions

* Describe something that you repaired.
* How do you hire?
* When did you dig a tunnel?

`;
  const files = { 'a.md': kiln, 'b.md': `${bank}${plannedTunnel}` };

  test('says which story answers each, and which have none; a planned one doesn’t count', async () => {
    const folder = await folderWith(files);
    const driven = await driveApp({ folders: [folder] });
    await driven.ready();
    const questions = await driven.app.handlers.readQuestionBank(undefined);
    const file = path.join(folder, 'b.md');
    expect(questions).toEqual([
      { question: 'Describe something that you repaired.', file, line: 3, storyId: ids(driven)[0] },
      { question: 'How do you hire?', file, line: 4, storyId: null },
      { question: 'When did you dig a tunnel?', file, line: 5, storyId: null },
    ]);
  });

  test('follows saved files', async () => {
    const folder = await folderWith(files);
    const { app, ready, until } = await driveApp({ folders: [folder] });
    await ready();
    await app.handlers.readQuestionBank(undefined);
    await writeFile(path.join(folder, 'a.md'), kiln.replace('repaired something', 'hire people'));
    await until(({ library }) => library.stories[0]?.question?.includes('hire') === true);
    const [repaired, hire] = await app.handlers.readQuestionBank(undefined);
    expect([repaired?.storyId, hire?.storyId === null]).toEqual([null, false]);
  });
});

describe('a planned story', () => {
  async function drivePlanned(): Promise<DrivenApp> {
    const folders = [await folderWith({ 'a.md': ferry, 'b.md': plannedTunnel, 'c.md': kiln })];
    const driven = await driveApp({ folders });
    await driven.ready();
    return driven;
  }

  test('is listed and found, but next and previous story skip it', async () => {
    const driven = await drivePlanned();
    const { app, state } = driven;
    expect(state().library.stories.map((story) => story.planned)).toEqual([false, true, false]);
    expect(await app.handlers.findStories({ words: 'tunnel' })).toHaveLength(1);
    app.runCommand('next-story');
    expect(state().session.prompt?.title).toBe('The kiln');
    app.runCommand('previous-story');
    expect(state().session.prompt?.title).toBe('The ferry');
    app.runCommand('previous-story');
    expect(state().session.prompt?.title).toBe('The kiln');
  });

  test('isn’t shown, pinned or not, and can’t be rehearsed', async () => {
    const driven = await drivePlanned();
    const { app, state, notices } = driven;
    const id = ids(driven)[1]!;
    await expect(async () => app.handlers.openStory({ id, variant: null })).rejects.toThrow(
      '“The tunnel” isn’t written yet.',
    );
    await app.handlers.pinStory({ id, slot: 4 });
    app.runCommand('story-4');
    expect(notices().at(-1)).toContain('“The tunnel” isn’t written yet.');
    expect(state().session.prompt?.title).toBe('The ferry');
    const one = { ...defaultSetup, stories: { which: 'one', id } } as const;
    await expect(app.handlers.startRehearsal(one)).rejects.toThrow('isn’t written yet');
    await app.handlers.startRehearsal({ ...defaultSetup, stories: { which: 'all' } });
    expect(state().rehearsal?.of).toBe(2);
  });
});

describe('pins', () => {
  test('open a story by its key, move, and can be removed', async () => {
    const driven = await driveFolder({ 'a.md': kiln, 'b.md': ferry });
    const { app, state } = driven;
    const [kilnId, ferryId] = ids(driven) as [string, string];
    await app.handlers.pinStory({ id: ferryId, slot: 3 });
    app.runCommand('story-3');
    expect(state().session.prompt?.title).toBe('The ferry');
    await app.handlers.pinStory({ id: kilnId, slot: 3 });
    expect(state().settings.pins).toMatchObject({ 3: { id: kilnId } });
    await app.handlers.pinStory({ id: kilnId, slot: 9 });
    expect(state().settings.pins).toMatchObject({ 9: { id: kilnId } });
    await app.handlers.pinStory({ id: kilnId, slot: null });
    expect(state().settings.pins).toEqual({});
    expect(await app.handlers.undoSettings(undefined)).toContain('Pinned stories');
    expect(state().settings.pins).toMatchObject({ 9: { id: kilnId } });
  });

  test('a key without a story says what to do; so does one whose story is gone, and the pin stays', async () => {
    const driven = await driveFolder({ 'a.md': kiln, 'b.md': ferry });
    const { app, folder, state, notices, until } = driven;
    const [kilnId] = ids(driven) as [string];
    app.runCommand('story-1');
    expect(notices().at(-1)).toBe('info: No story is pinned to 1 yet. Pin one in the library.');
    await app.handlers.pinStory({ id: kilnId, slot: 1 });
    await app.handlers.openStory({ id: ids(driven)[1]!, variant: null });
    await rm(path.join(folder, 'a.md'));
    await app.handlers.rescan(undefined);
    await until(({ library }) => library.stories.length === 1);
    app.runCommand('story-1');
    expect(notices().at(-1)).toContain(`The story pinned to 1 (${kilnId}) is no longer in your files.`);
    expect(state().session.prompt?.title).toBe('The ferry');
    expect(state().settings.pins).toMatchObject({ 1: { id: kilnId } });
    await app.handlers.pinStory({ id: kilnId, slot: null });
    expect(state().settings.pins).toEqual({});
  });

  test('only existing stories can be pinned', async () => {
    const { app, state } = await driveFolder({ 'a.md': kiln });
    const pin = async () => app.handlers.pinStory({ id: 'gone', slot: 1 });
    await expect(pin).rejects.toThrow('That story is no longer in your files.');
    expect(state().settings.pins).toEqual({});
  });
});

describe('a pin follows its story', () => {
  const pinnedTo = ({ state }: DrivenApp, slot: '1' | '2') => {
    const id = state().settings.pins[slot]?.id;
    return state().library.stories.find((story) => story.id === id)?.title ?? null;
  };
  const save = async ({ app, until }: DrivenApp, file: string, text: string, title: string): Promise<void> => {
    await writeFile(file, text);
    await app.handlers.rescan(undefined);
    await until(({ library }) => library.stories.some((story) => story.title === title));
  };

  test('under another heading, in another group, in another file; undo of something else leaves it there', async () => {
    const driven = await driveFolder({ 'a.md': kiln, 'b.md': ferry });
    const { app, folder, state } = driven;
    await app.handlers.pinStory({ id: ids(driven)[0]!, slot: 1 });
    await app.handlers.changeSettings({ textSize: 40, storyTargets: { [`${ids(driven)[0]}#brief`]: 90_000 } });
    const renamed = kiln.replace('## The kiln', '## The cold kiln').replace('Lit the fire again', 'Lit it again');
    await save(driven, path.join(folder, 'a.md'), renamed, 'The cold kiln');
    expect(pinnedTo(driven, '1')).toBe('The cold kiln');
    await rename(path.join(folder, 'a.md'), path.join(folder, 'z.md'));
    await app.handlers.rescan(undefined);
    expect(pinnedTo(driven, '1')).toBe('The cold kiln');
    await save(driven, path.join(folder, 'z.md'), renamed.replace('# Ownership', '# Fire'), 'The cold kiln');
    app.runCommand('story-1');
    expect(state().session.prompt).toMatchObject({ group: 'Fire', title: 'The cold kiln' });
    expect(state().settings.storyTargets).toEqual({ [`${state().settings.pins[1]?.id}#brief`]: 90_000 });
    expect(await app.handlers.undoSettings(undefined)).toContain('Text size');
    expect(pinnedTo(driven, '1')).toBe('The cold kiln');
  });

  test('that was renamed while the program was closed, by its text; ids of an older file are completed', async () => {
    const folder = await folderWith({ 'a.md': kiln, 'b.md': ferry });
    const pins = { 1: 'a-ownership-the-kiln', 2: 'never-there' };
    const settingsDir = await folderWith({ 'settings.json': JSON.stringify({ version: 1, folders: [folder], pins }) });
    const first = await driveApp({ settingsDir });
    await first.ready();
    expect(first.state().settings.pins['1']?.text).toMatch(/^[0-9a-f]+$/);
    await first.app.close();
    await writeFile(path.join(folder, 'a.md'), kiln.replace('## The kiln', '## The cold kiln'));
    const second = await driveApp({ settingsDir });
    await second.ready();
    expect(pinnedTo(second, '1')).toBe('The cold kiln');
    expect(second.state().settings.pins['2']).toEqual({ id: 'never-there', text: '' });
    expect(await second.app.handlers.undoSettings(undefined)).toBeNull();
  });

  test('never two to the same story', async () => {
    const twin = kiln.replace('## The kiln', '## The oven');
    const driven = await driveFolder({ 'a.md': kiln, 'b.md': twin });
    const { app, folder } = driven;
    const [kilnId, ovenId] = ids(driven) as [string, string];
    await app.handlers.pinStory({ id: kilnId, slot: 1 });
    await app.handlers.pinStory({ id: ovenId, slot: 2 });
    await rm(path.join(folder, 'b.md'));
    await save(driven, path.join(folder, 'a.md'), kiln.replace('## The kiln', '## The stove'), 'The stove');
    expect([pinnedTo(driven, '1'), pinnedTo(driven, '2')]).toEqual(['The stove', null]);
    expect(driven.state().settings.pins['2']?.id).toBe(ovenId);
  });

  test('not to a copy: neither where one is made, nor where the story’s folder is away at the start', async () => {
    const own = await folderWith({ 'texts/a.md': kiln });
    const other = await folderWith({ 'copy of a.md': kiln, 'deep/down/a.md': ferry });
    const settingsDir = await tempFolder();
    const first = await driveApp({ settingsDir, folders: [path.join(own, 'texts'), other] });
    await first.ready();
    const [kilnId] = ids(first) as [string];
    await first.app.handlers.pinStory({ id: kilnId, slot: 1 });
    await mkdir(path.join(own, 'texts', 'A'));
    await writeFile(path.join(own, 'texts', 'A', 'a.md'), kiln);
    await first.app.handlers.rescan(undefined);
    expect(first.state().library.stories).toHaveLength(4);
    first.app.runCommand('story-1');
    expect(first.state().session.prompt?.storyId).toBe(kilnId);
    expect(first.state().library.stories.find(({ id }) => id === kilnId)?.file).toBe(path.join(own, 'texts', 'a.md'));
    await first.app.close();

    await rename(path.join(own, 'texts'), path.join(own, 'away'));
    const second = await driveApp({ settingsDir });
    await second.ready();
    expect(second.state().settings.pins['1']?.id).toBe(kilnId);
    await rename(path.join(own, 'away'), path.join(own, 'texts'));
    await second.app.handlers.rescan(undefined);
    await second.until(({ library }) => library.stories.length === 4);
    expect(pinnedTo(second, '1')).toBe('The kiln');
  });

  test('even to its current name when a change of pins is undone', async () => {
    const driven = await driveFolder({ 'a.md': kiln, 'b.md': ferry });
    const { app, folder } = driven;
    const [kilnId, ferryId] = ids(driven) as [string, string];
    await app.handlers.pinStory({ id: kilnId, slot: 1 });
    await app.handlers.pinStory({ id: ferryId, slot: 1 });
    await save(driven, path.join(folder, 'a.md'), kiln.replace('## The kiln', '## The oven'), 'The oven');
    await app.handlers.undoSettings(undefined);
    expect(pinnedTo(driven, '1')).toBe('The oven');
  });
});

describe('the last two stories', () => {
  test('even if the previous one was renamed in the meantime', async () => {
    const driven = await driveFolder({ 'a.md': kiln, 'b.md': ferry });
    const { app, folder, state, until } = driven;
    app.runCommand('next-story');
    await writeFile(path.join(folder, 'a.md'), kiln.replace('## The kiln', '## The oven'));
    await app.handlers.rescan(undefined);
    await until(({ library }) => library.stories.some(({ title }) => title === 'The oven'));
    app.runCommand('last-story');
    expect(state().session.prompt?.title).toBe('The oven');
  });

  test('back and forth; before there are two, a message', async () => {
    const driven = await driveFolder({ 'a.md': kiln, 'b.md': ferry });
    const { app, state, notices } = driven;
    app.runCommand('last-story');
    expect(notices().at(-1)).toBe('info: No earlier story to go back to.');
    app.runCommand('next-story');
    const titles = [1, 2, 3].map(() => {
      app.runCommand('last-story');
      return state().session.prompt?.title;
    });
    expect(titles).toEqual(['The kiln', 'The ferry', 'The kiln']);
  });
});

describe('a story whole', () => {
  test('with its problems by line; null if it is gone', async () => {
    const unlabelled = '# Ownership\n\n## The loom\n\nTell me about it.\n\n> * A:\n>   * Wove\n';
    const driven = await driveFolder({ 'a.md': kiln, 'b.md': unlabelled });
    const { app } = driven;
    const [kilnId, loomId] = ids(driven) as [string, string];
    expect(await app.handlers.readStory({ id: kilnId })).toMatchObject({ title: 'The kiln', alternates: [{}, {}] });
    expect(await app.handlers.readStory({ id: 'gone' })).toBeNull();
    const problems = await app.handlers.readProblems({ storyId: loomId });
    const brief = driven.state().library.stories.find(({ id }) => id === loomId)!;
    expect(brief.problems + brief.hints).toBe(problems.length);
    expect(problems.length).toBeGreaterThan(0);
    for (const problem of problems) expect(problem.file).toContain('b.md');
    expect(await app.handlers.readProblems({ storyId: null })).toEqual(expect.arrayContaining(problems));
    expect(await app.handlers.readProblems({ storyId: 'gone' })).toEqual([]);
  });

  test('duplicates are reported, at the second one', async () => {
    const driven = await driveFolder({ 'a.md': ferry, 'b.md': ferry });
    const [first, second] = ids(driven) as [string, string];
    expect(first).not.toBe(second);
    const codesOf = async (storyId: string) =>
      (await driven.app.handlers.readProblems({ storyId })).map(({ code }) => code);
    expect(await codesOf(second)).toContain('duplicate-story');
    expect(await codesOf(first)).not.toContain('duplicate-story');
  });

  test('its estimate follows the speaking rate', async () => {
    const { app, state, events } = await driveFolder({ 'a.md': kiln });
    const before = state().library.stories[0]?.estimateMs;
    events.length = 0;
    await app.handlers.changeSettings({ wordsPerMinute: 290 });
    expect(state().library.stories[0]?.estimateMs).toBeCloseTo(before! / 2, -1);
    expect(events.map(({ name }) => name)).toContain('libraryChanged');
  });
});

test('a folder that vanishes while its story is on the prompter: the story stays, with a message', async () => {
  const driven = await driveFolder({ 'a.md': kiln });
  const { app, folder, state, until } = driven;
  await rename(folder, `${folder}-elsewhere`);
  await app.handlers.rescan(undefined);
  await until(({ library }) => library.problems.some(({ code }) => code === 'unreadable-folder'));
  expect(state().session.prompt?.title).toBe('The kiln');
  expect(state().library.problems[0]?.message).toContain(folder);
  app.runCommand('next-row');
  await rename(`${folder}-elsewhere`, folder);
  await app.handlers.rescan(undefined);
  await until(({ library }) => library.problems.length === 0);
  expect(ids(driven)).toHaveLength(1);
});

describe.skipIf(process.platform === 'win32')('the editor', () => {
  /** An editor that records its arguments. */
  async function recordingEditor(): Promise<{ editor: string; opened: () => Promise<string[]> }> {
    const folder = await tempFolder();
    const editor = path.join(folder, 'my editor');
    const out = path.join(folder, 'opened');
    await writeFile(editor, `#!/bin/sh\nprintf '%s\\n' "$@" > '${out}.part'; mv '${out}.part' '${out}'\n`);
    await chmod(editor, 0o755);
    return { editor, opened: () => vi.waitFor(async () => (await readFile(out, 'utf8')).trim().split('\n')) };
  }

  test('opens a file of the library at its line, whatever it is called', async () => {
    const { app, folder } = await driveFolder({ "it's $(me) & co.md": kiln });
    const { editor, opened } = await recordingEditor();
    await app.handlers.changeSettings({ editor: `"${editor}" --at {line} {file}` });
    await app.handlers.openInEditor({ file: path.join(folder, "it's $(me) & co.md"), line: 12 });
    expect(await opened()).toEqual(['--at', '12', path.join(folder, "it's $(me) & co.md")]);
  });

  test('opens no other file', async () => {
    const { app } = await driveFolder({ 'a.md': kiln });
    const { editor } = await recordingEditor();
    await app.handlers.changeSettings({ editor: `"${editor}" {file}` });
    const open = async () => app.handlers.openInEditor({ file: '/etc/passwd', line: 1 });
    await expect(open).rejects.toThrow('/etc/passwd is no longer one of your story files');
  });

  test('that doesn’t exist is named; nothing else is tried in its place', async () => {
    const { app, folder, shell } = await driveFolder({ 'a.md': kiln });
    await app.handlers.changeSettings({ editor: '/nowhere/edit {file}' });
    const open = async () => app.handlers.openInEditor({ file: path.join(folder, 'a.md'), line: 1 });
    await expect(open).rejects.toThrow('The editor “/nowhere/edit {file}” isn’t on this computer.');
    expect(shell.opened).toEqual([]);
  });

  test('without any on the computer the system’s own program opens it', async () => {
    const { app, folder, shell } = await driveFolder({ 'a.md': kiln });
    vi.stubEnv('PATH', await tempFolder());
    vi.stubEnv('VISUAL', '');
    vi.stubEnv('EDITOR', 'vi');
    await app.handlers.openInEditor({ file: path.join(folder, 'a.md'), line: 3 });
    vi.unstubAllEnvs();
    expect(shell.opened).toEqual([path.join(folder, 'a.md')]);
  });
});

test('a path with a NUL character is refused in a sentence', async () => {
  const { app } = await driveApp();
  await expect(async () => app.handlers.openFolder({ path: '/my\0stories' })).rejects.toThrow('No path has a NUL');
});

describe('links', () => {
  test('https and mailto are opened; all others are refused', async () => {
    const { app, shell } = await driveApp();
    await app.handlers.openLink({ url: 'https://example.org/a' });
    await app.handlers.openLink({ url: 'mailto:me@example.org' });
    for (const url of ['http://example.org', 'file:///etc/passwd', 'javascript:alert(1)', 'x', '']) {
      await expect(async () => app.handlers.openLink({ url })).rejects.toThrow('Offbook only opens https and mailto');
    }
    expect(shell.opened).toEqual(['https://example.org/a', 'mailto:me@example.org']);
  });
});

describe('commands that show something', () => {
  test('reach the shell, and the views by an event', async () => {
    const { app, shell, events } = await driveApp();
    for (const id of ['find-story', 'show-help', 'show-library', 'show-settings', 'show-prompter'] as const) {
      app.runCommand(id);
    }
    const asked = ['palette', 'help', 'library', 'settings', 'prompter'];
    expect(shell.shown).toEqual(asked);
    const told = events.filter(({ name }) => name === 'viewRequested').map(({ payload }) => payload);
    expect(told).toEqual(asked.map((view) => ({ view })));
    app.runCommand('toggle-click-through');
    await app.handlers.giveFocusBack(undefined);
    await app.handlers.suspendHotkeys({ suspended: true });
    expect([shell.givenBack, shell.suspended]).toEqual([1, true]);
  });
});
