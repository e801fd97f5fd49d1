import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { answerCall } from '../../../src/core/contract/answer-call.ts';
import type { CallName } from '../../../src/core/contract/contract.ts';
import { driveApp, fakeShell, type DrivenApp } from '../app-driver.ts';
import { storyText } from '../story-texts.ts';
import { tempFolder } from '../temp-folder.ts';

// Real files, workers and watchers on a computer that may be busy.
vi.setConfig({ testTimeout: 30_000 });

const bullets = ['Asked the people', 'Wrote it down', 'Tried it small', 'Told everybody'];

async function folderWith(files: Record<string, string>): Promise<string> {
  const folder = await tempFolder();
  for (const [name, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), text);
  }
  return folder;
}

/** The program with two stories, the first on the prompter. */
async function withTwo(): Promise<DrivenApp & { folder: string }> {
  const folder = await folderWith({ 'a.md': storyText('Alpha', bullets), 'b.md': storyText('Beta', ['One', 'Two']) });
  const driven = await driveApp({ folders: [folder] });
  await driven.ready();
  return { ...driven, folder };
}

async function call(driven: DrivenApp, name: CallName, input?: unknown) {
  return answerCall(driven.app.handlers, name, input);
}

const titles = (driven: DrivenApp): string[] => driven.state().library.stories.map((story) => story.title);

describe('starting', () => {
  test('with a folder: its stories are read, the first is on the prompter, the folder is remembered', async () => {
    const folder = await folderWith({ 'b.md': storyText('Beta', bullets), 'a.md': storyText('Alpha', bullets) });
    const driven = await driveApp({ folders: [folder] });
    expect(driven.state().library).toMatchObject({ folders: [folder], samples: false, status: 'loading', stories: [] });
    const state = await driven.ready();
    expect(state.library).toMatchObject({ folders: [folder], samples: false, problems: [] });
    expect(titles(driven)).toEqual(['Alpha', 'Beta']);
    expect(state.session.prompt).toMatchObject({ title: 'Alpha', group: 'Ownership' });
    expect(state.session.session).toMatchObject({ status: { kind: 'idle' }, targetMs: 120_000 });
    expect(state.settings.folders).toEqual([folder]);

    await driven.app.close();
    const again = await driveApp({ settingsDir: driven.settingsDir });
    await again.ready();
    expect(again.state().library.folders).toEqual([folder]);
    expect(titles(again)).toEqual(['Alpha', 'Beta']);
  });

  test('before one was ever chosen: the samples, marked as samples and not remembered', async () => {
    const samplesDir = await folderWith({ 'sample.md': storyText('A sample', bullets) });
    const driven = await driveApp({ samplesDir });
    const state = await driven.ready();
    expect(state.library).toMatchObject({ folders: [samplesDir], samples: true });
    expect(state.session.prompt?.title).toBe('A sample');
    expect(state.settings.folders).toEqual([]);
  });

  test('with a single file', async () => {
    const folder = await folderWith({ 'a.md': storyText('Alpha', bullets), 'b.md': storyText('Beta', bullets) });
    const driven = await driveApp({ folders: [path.join(folder, 'b.md')] });
    await driven.ready();
    expect(titles(driven)).toEqual(['Beta']);
  });

  test('with a folder that isn’t there: a problem with its name, and the last choice is kept', async () => {
    const folder = await folderWith({ 'a.md': storyText('Alpha', bullets) });
    const first = await driveApp({ folders: [folder] });
    await first.app.close();
    const missing = path.join(folder, 'missing');
    const driven = await driveApp({ folders: [missing], settingsDir: first.settingsDir });
    const state = await driven.ready();
    expect(state.library.problems).toMatchObject([{ file: missing, severity: 'error' }]);
    expect(state.session.prompt).toBeNull();
    expect(state.settings.folders).toEqual([folder]);

    await mkdir(missing);
    await writeFile(path.join(missing, 'new.md'), storyText('New', bullets));
    const back = await driven.until(({ library }) => library.stories.length === 1);
    expect(back.library.problems).toEqual([]);
    expect(driven.state().session.prompt?.title).toBe('New');
  });

  test('with a broken settings file: uses the defaults and says where the file is', async () => {
    const settingsDir = await tempFolder();
    await writeFile(path.join(settingsDir, 'settings.json'), '{"textSize": 3');
    const driven = await driveApp({ settingsDir });
    expect(driven.notices()).toHaveLength(1);
    expect(driven.notices()[0]).toContain('settings.broken-');
    expect(driven.state().settings.textSize).toBe(22);
  });
});

describe('opening a folder', () => {
  test('shows its first story', async () => {
    const driven = await withTwo();
    const other = await folderWith({ 'für Später/c d.markdown': storyText('Gamma', bullets) });
    expect(await call(driven, 'openFolder', { path: other })).toEqual({ ok: true, value: null });
    expect(driven.state()).toMatchObject({
      library: { folders: [other], samples: false, status: 'ready' },
      session: { prompt: { title: 'Gamma' }, session: { status: { kind: 'idle' } } },
      settings: { folders: [other] },
    });
    expect(driven.state().library.stories[0]?.file).toBe(path.join(other, 'für Später', 'c d.markdown'));
  });

  test('takes a path as people paste it', async () => {
    const driven = await withTwo();
    const other = await folderWith({ 'c.md': storyText('Gamma', bullets) });
    expect(await call(driven, 'openFolder', { path: `  "${other}/" ` })).toEqual({ ok: true, value: null });
    expect(driven.state().library.folders).toEqual([other]);
  });

  test('refuses what can’t be opened, by name and with a way out, and keeps what is open', async () => {
    const driven = await withTwo();
    await writeFile(path.join(driven.folder, 'notes.txt'), 'x');
    const cases = [
      [path.join(driven.folder, 'none'), /none can’t be opened: it doesn’t exist\. Check the path/u],
      [path.join(driven.folder, 'a.md', 'below'), /below can’t be opened: a part of its path is a file/u],
      [path.join(driven.folder, 'notes.txt'), /notes\.txt isn’t a story file\. Choose a folder, or a file/u],
      ['stories', /“stories” isn’t a full path\. Use one such as/u],
      ['~/surely not there', new RegExp(`${homedir()}.surely not there can’t be opened`, 'u')],
    ] as const;
    for (const [typed, error] of cases) {
      expect(await call(driven, 'openFolder', { path: typed })).toEqual({
        ok: false,
        error: expect.stringMatching(error) as string,
      });
    }
    expect(driven.state().library.folders).toEqual([driven.folder]);
    expect(titles(driven)).toEqual(['Alpha', 'Beta']);
  });

  test('with the shell’s dialog, which can also be canceled', async () => {
    const driven = await withTwo();
    expect(await call(driven, 'chooseFolder')).toEqual({ ok: true, value: null });
    expect(driven.state().library.folders).toEqual([driven.folder]);
    driven.shell.chosen = await folderWith({ 'c.md': storyText('Gamma', bullets) });
    expect(await call(driven, 'chooseFolder')).toEqual({ ok: true, value: driven.shell.chosen });
    // Opening it is another call.
    expect(driven.state().library.folders).toEqual([driven.folder]);
    await call(driven, 'addFolder', { path: driven.shell.chosen });
    expect(titles(driven)).toEqual(['Alpha', 'Beta', 'Gamma']);
    await call(driven, 'undoSettings');
    await driven.until(({ library }) => library.stories.length === 2);
    expect(driven.state().library.folders).toEqual([driven.folder]);
  });

  test('the last of several asked for at once is the one that is open', async () => {
    const driven = await withTwo();
    const others = await Promise.all(
      ['Gamma', 'Delta'].map((title) => folderWith({ 'c.md': storyText(title, bullets) })),
    );
    await Promise.all(others.map((other) => call(driven, 'openFolder', { path: other })));
    expect(driven.state().library.folders).toEqual(driven.state().settings.folders);
    await driven.ready();
    expect(titles(driven)).toHaveLength(1);
  });

  test('leaves the prompter and its clock alone, whichever way it comes and goes', async () => {
    const driven = await withTwo();
    const { app, clock, state, elapsed, folder } = driven;
    const other = await folderWith({
      'c.md': storyText('Gamma', bullets),
      'deep/a.md': storyText('Alpha', ['Copied']),
    });
    app.runCommand('play-pause');
    clock.pass(5000);
    app.runCommand('next-story');
    app.runCommand('play-pause');
    const alphaAndBeta = state().library.stories.map(({ id }) => id);
    const steps: (() => Promise<unknown>)[] = [
      () => call(driven, 'addFolder', { path: other }),
      () => call(driven, 'removeFolder', { path: other }),
      () => call(driven, 'changeSettings', { folders: [other, folder] }),
      () => call(driven, 'undoSettings'),
    ];
    for (const step of steps) {
      driven.events.length = 0;
      await step();
      expect(state().session.prompt?.title).toBe('Beta');
      await driven.ready();
      clock.pass(1000);
      expect(state().session).toMatchObject({ prompt: { title: 'Beta' }, session: { status: { kind: 'running' } } });
      expect(state().library.stories.map(({ id }) => id)).toEqual(expect.arrayContaining(alphaAndBeta));
      expect(driven.events.map(({ name }) => name)).not.toContain('sessionChanged');
    }
    expect(elapsed()).toBe(4000);
    app.runCommand('last-story');
    expect(state().session.prompt?.title).toBe('Alpha');
    expect(elapsed()).toBe(5000);
  });

  test('without the running story keeps it on the prompter and says so', async () => {
    const driven = await withTwo();
    const other = await folderWith({ 'c.md': storyText('Gamma', bullets) });
    driven.app.runCommand('play-pause');
    driven.clock.pass(5000);
    await call(driven, 'addFolder', { path: other });
    await call(driven, 'removeFolder', { path: driven.folder });
    expect(titles(driven)).toEqual(['Gamma']);
    expect(driven.state().session).toMatchObject({
      prompt: { title: 'Alpha' },
      session: { status: { kind: 'running' } },
    });
    expect(driven.elapsed()).toBe(5000);
    expect(driven.notices().at(-1)).toBe('info: Not in the file any more; still shown.');
    expect(driven.state().session.prompt?.isGone).toBe(true);
    driven.app.runCommand('next-story');
    expect(driven.state().session.prompt?.title).toBe('Gamma');
  });

  test('removes nothing while it is being read', async () => {
    const driven = await withTwo();
    const reading = call(driven, 'openFolder', { path: path.parse(driven.folder).root });
    await driven.until(({ library }) => library.status === 'loading');
    expect(titles(driven)).toEqual(['Alpha', 'Beta']);
    driven.app.runCommand('next-story');
    expect(driven.state().session.prompt?.title).toBe('Beta');
    await call(driven, 'openFolder', { path: driven.folder });
    await reading;
    expect(driven.state().session.prompt?.title).toBe('Beta');
  });

  test('keeps an unreachable one, its stories and its problems', async () => {
    const driven = await withTwo();
    const stick = await folderWith({ 'deep/s.md': storyText('Stick', bullets) });
    await writeFile(path.join(driven.folder, 'b.md'), 'No longer text: \0');
    await call(driven, 'addFolder', { path: path.join(stick, 'deep') });
    await rename(path.join(stick, 'deep'), path.join(stick, 'away'));
    await call(driven, 'rescan');
    const other = await folderWith({ 'c.md': storyText('Gamma', bullets) });
    expect(await call(driven, 'addFolder', { path: other })).toEqual({ ok: true, value: null });
    expect(driven.state().settings.folders).toEqual([driven.folder, path.join(stick, 'deep'), other]);
    expect(titles(driven)).toEqual(['Alpha', 'Beta', 'Stick', 'Gamma']);
    const turned = driven.state().settings.folders.toReversed();
    expect(await call(driven, 'changeSettings', { folders: turned })).toEqual({ ok: true, value: null });
    expect(driven.state().settings.folders).toEqual(turned);
    expect(titles(driven)).toContain('Stick');
  });

  test('beside those of the command line, also where one of them is missing', async () => {
    const folder = await folderWith({ 'a.md': storyText('Alpha', bullets) });
    const missing = path.join(folder, 'missing');
    const driven = await driveApp({ folders: [folder, missing] });
    await driven.ready();
    const other = await folderWith({ 'c.md': storyText('Gamma', bullets) });
    await call(driven, 'addFolder', { path: other });
    expect(driven.state().library.folders).toEqual([folder, missing, other]);
    await call(driven, 'removeFolder', { path: missing });
    expect(driven.state().settings.folders).toEqual([folder, other]);
  });

  test('through the settings, down to none, which means the samples', async () => {
    const driven = await withTwo();
    const other = await folderWith({ 'c.md': storyText('Gamma', bullets) });
    await call(driven, 'changeSettings', { folders: [other, driven.folder] });
    expect(titles(driven)).toEqual(['Gamma', 'Alpha', 'Beta']);
    await call(driven, 'changeSettings', { folders: [] });
    expect(driven.state().library.samples).toBe(true);
  });
});

describe('a saved file', () => {
  test('reaches the prompter, keeps the row and never touches the clock', async () => {
    const driven = await withTwo();
    driven.app.runCommand('play-pause');
    driven.clock.pass(70_000);
    expect(driven.row()).toBe('Tried it small');
    const { status } = driven.state().session.session;
    await writeFile(path.join(driven.folder, 'a.md'), storyText('Alpha', ['First of all', ...bullets]));
    await driven.until(({ session }) => session.plan.rows.length === 5);
    expect(driven.row()).toBe('Tried it small');
    expect(driven.left()).toBe(50_000);
    expect(driven.state().session.session.status).toEqual(status);
  });

  test('with another heading it is the same story', async () => {
    const driven = await withTwo();
    driven.app.runCommand('play-pause');
    driven.clock.pass(70_000);
    await writeFile(path.join(driven.folder, 'a.md'), storyText('Another name', bullets));
    await driven.until(({ session }) => session.prompt?.title === 'Another name');
    expect(driven.row()).toBe('Tried it small');
    expect(driven.left()).toBe(50_000);
    expect(driven.notices()).toEqual(['info: Updated.']);
  });

  test('renamed, it is the same story', async () => {
    const driven = await withTwo();
    driven.app.runCommand('play-pause');
    driven.clock.pass(70_000);
    await rename(path.join(driven.folder, 'a.md'), path.join(driven.folder, 'z.md'));
    await driven.until(({ session, library }) =>
      library.stories.some((story) => story.id === session.prompt?.storyId && story.file.endsWith('z.md')),
    );
    expect(driven.state().session.prompt?.title).toBe('Alpha');
    expect(driven.left()).toBe(50_000);
  });

  test('deleted while it is on the prompter, it stays there, with a message', async () => {
    const driven = await withTwo();
    driven.app.runCommand('play-pause');
    await rm(path.join(driven.folder, 'a.md'));
    await driven.until(({ library }) => library.stories.length === 1);
    expect(driven.state().session).toMatchObject({
      prompt: { title: 'Alpha' },
      session: { status: { kind: 'running' } },
    });
    expect(driven.notices()).toEqual(['info: Not in the file any more; still shown.']);
    driven.clock.pass(6000);
    expect(driven.notices()).toEqual([]);
    expect(driven.state().session.prompt?.isGone).toBe(true);
    driven.app.runCommand('next-story');
    expect(driven.state().session.prompt?.title).toBe('Beta');
    expect(driven.notices()).toEqual([]);
  });

  test('deleted and put back, it is in its file again, and nobody says otherwise', async () => {
    const driven = await withTwo();
    const file = path.join(driven.folder, 'a.md');
    await rename(file, `${file}.away`);
    await driven.until(({ notices }) => notices.length === 1);
    await rename(`${file}.away`, file);
    await driven.until(({ notices, library }) => notices.length === 0 && library.stories.length === 2);
    expect(driven.state().session.prompt?.isGone).toBe(false);
  });

  test('saved with other words, it says so for two seconds; a line above it changes nothing', async () => {
    const driven = await withTwo();
    const file = path.join(driven.folder, 'a.md');
    await writeFile(file, `\n\n${storyText('Alpha', bullets)}`);
    await driven.until(({ library }) => library.stories[0]?.line === 3);
    expect(driven.notices()).toEqual([]);
    await writeFile(file, storyText('Alpha', [...bullets, 'One more']));
    await driven.until(({ notices }) => notices.length > 0);
    expect(driven.notices()).toEqual(['info: Updated.']);
    driven.clock.pass(2000);
    expect(driven.notices()).toEqual([]);
  });

  test('that breaks leaves its last version on the prompter and says what is wrong with it', async () => {
    const driven = await withTwo();
    await writeFile(path.join(driven.folder, 'a.md'), Buffer.from([0xff, 0xfe, 0x00, 0x41]));
    const state = await driven.until(({ library }) => library.problems.length > 0);
    expect(state.library.problems).toMatchObject([{ file: path.join(driven.folder, 'a.md'), severity: 'error' }]);
    expect(titles(driven)).toEqual(['Alpha', 'Beta']);
    expect(state.session.prompt?.title).toBe('Alpha');
    await writeFile(path.join(driven.folder, 'a.md'), storyText('Alpha', ['Fixed']));
    await driven.until(({ library, session }) => library.problems.length === 0 && session.plan.rows.length === 1);
  });
});

describe('stories and variants', () => {
  test('next and previous wrap around, each story where it was left', async () => {
    const driven = await withTwo();
    driven.app.runCommand('play-pause');
    driven.clock.pass(5000);
    driven.app.runCommand('next-story');
    expect(driven.state().session).toMatchObject({ prompt: { title: 'Beta' }, session: { status: { kind: 'idle' } } });
    driven.app.runCommand('next-story');
    expect(driven.state().session).toMatchObject({
      prompt: { title: 'Alpha' },
      session: { status: { kind: 'paused' } },
    });
    expect(driven.elapsed()).toBe(5000);
    driven.app.runCommand('previous-story');
    expect(driven.state().session.prompt?.title).toBe('Beta');
  });

  test('with a single story, next and previous say so', async () => {
    const driven = await driveApp({ folders: [await folderWith({ 'a.md': storyText('Alpha', bullets) })] });
    await driven.ready();
    driven.app.runCommand('next-story');
    expect(driven.notices()).toEqual(['info: This is your only story.']);
    expect(driven.state().session.prompt?.title).toBe('Alpha');
  });

  test('next variant cycles back to the story; without variants it says so', async () => {
    const variant = '\n### Shorter answer\n\n> * A:\n>   * In brief\n\n**A:** I did it, in short.\n';
    const folder = await folderWith({
      'a.md': storyText('Alpha', bullets) + variant,
      'b.md': storyText('Beta', bullets),
    });
    const driven = await driveApp({ folders: [folder] });
    await driven.ready();
    expect(driven.state().library.stories[0]?.variants).toEqual(['Shorter answer']);
    driven.app.runCommand('play-pause');
    driven.clock.pass(3000);
    driven.app.runCommand('next-variant');
    expect(driven.state().session.prompt).toMatchObject({ title: 'Alpha', variant: 0, variantTitle: 'Shorter answer' });
    expect(driven.state().session.session.status.kind).toBe('running');
    expect(driven.elapsed()).toBe(3000);
    expect(driven.notices()).toEqual(['info: Shorter answer · V goes back']);
    driven.app.runCommand('next-variant');
    expect(driven.notices()).toEqual(['info: Full answer · V shows “Shorter answer”']);
    expect(driven.state().session.prompt).toMatchObject({ title: 'Alpha', variant: null, variantTitle: null });
    driven.app.runCommand('next-story');
    driven.app.runCommand('next-variant');
    expect(driven.notices().at(-1)).toContain('no variants');
  });

  test('own-time gives a story the time of its text, also while it runs, and takes it back; an undo does too', async () => {
    const spoken = `# Work\n\n## Long\n\n**A:** ${'word '.repeat(580)}\n`;
    const driven = await driveApp({ folders: [await folderWith({ 'a.md': spoken, 'b.md': '## Bare\n\n> * One\n' })] });
    const { state } = await driven.ready().then(() => driven);
    const id = state().library.stories[0]?.id ?? '';
    driven.app.runCommand('own-time');
    expect(state().settings.storyTargets).toEqual({ [id]: 240_000 });
    expect(state().session).toMatchObject({ plan: { targetMs: 240_000 }, session: { targetMs: 240_000 } });
    expect(driven.notices()).toEqual(['info: This story now has 4:00. T goes back to 2:00.']);
    expect(await call(driven, 'undoSettings')).toMatchObject({ ok: true });
    expect(driven.left()).toBe(120_000);
    driven.app.runCommand('play-pause');
    driven.clock.pass(30_000);
    driven.app.runCommand('own-time');
    expect(driven.left()).toBe(210_000);
    expect(state().session.session.status.kind).toBe('running');
    driven.app.runCommand('own-time');
    expect(driven.left()).toBe(90_000);
    expect(state().settings.storyTargets).toEqual({});
    driven.app.runCommand('next-story');
    driven.app.runCommand('own-time');
    expect(driven.notices().at(-1)).toContain('no full answer');
  });

  test('by id; a story that is gone is refused with a message', async () => {
    const driven = await withTwo();
    const [, beta] = driven.state().library.stories;
    expect(await call(driven, 'openStory', { id: beta?.id, variant: null })).toEqual({ ok: true, value: null });
    expect(driven.state().session.prompt?.title).toBe('Beta');
    expect(await call(driven, 'openStory', { id: 'gone', variant: null })).toMatchObject({
      ok: false,
      error: 'That story is no longer in your files. Choose another one from the list.',
    });
    expect(await call(driven, 'openStory', { id: beta?.id, variant: 3 })).toMatchObject({ ok: false });
    expect(driven.state().session.prompt?.title).toBe('Beta');
  });
});

describe('commands', () => {
  test('start, pause, resume, reset', async () => {
    const driven = await withTwo();
    driven.app.runCommand('play-pause');
    driven.clock.pass(3000);
    driven.app.runCommand('play-pause');
    driven.clock.pass(3000);
    expect(driven.elapsed()).toBe(3000);
    driven.app.runCommand('play-pause');
    driven.clock.pass(1000);
    expect(driven.elapsed()).toBe(4000);
    driven.app.runCommand('reset');
    expect(driven.state().session.session).toMatchObject({ status: { kind: 'idle' }, elapsedBeforeMs: 0, cursorMs: 0 });
  });

  test('add and remove 15 seconds', async () => {
    const driven = await withTwo();
    driven.app.runCommand('add-time');
    expect(driven.left()).toBe(135_000);
    driven.app.runCommand('take-time');
    driven.app.runCommand('take-time');
    expect(driven.left()).toBe(105_000);
  });

  test('rows and sections, and at either end the offer of another story', async () => {
    const driven = await withTwo();
    driven.app.runCommand('previous-row');
    expect(driven.row()).toBe('Asked the people');
    for (const bullet of [...bullets.slice(1), 'Told everybody']) {
      driven.app.runCommand('next-row');
      expect(driven.row()).toBe(bullet);
    }
    driven.app.runCommand('next-section');
    expect(driven.row()).toBe('Told everybody');
    expect(driven.state().session.offer).toEqual({ name: 'Beta', step: 1 });
    driven.app.runCommand('toggle-top');
    expect(driven.state().session.offer).toBeNull();
    driven.app.runCommand('next-row');
    await call(driven, 'showFollowUp', { index: null });
    expect(driven.state().session.offer).toBeNull();
    driven.app.runCommand('previous-section');
    expect(driven.row()).toBe('Asked the people');
  });

  test('a position by click or wheel', async () => {
    const driven = await withTwo();
    const third = driven.state().session.plan.rows[2];
    await call(driven, 'moveCursor', { cursorMs: third?.startMs });
    expect(driven.row()).toBe('Tried it small');
  });

  test('toggle-mode goes to the voice only where Offbook listens', async () => {
    const driven = await withTwo();
    const modes = async (count: number): Promise<string[]> => {
      const seen: string[] = [];
      for (let press = 0; press < count; press += 1) {
        await call(driven, 'runCommand', { id: 'toggle-mode' });
        seen.push(driven.state().session.session.mode);
      }
      return seen;
    };
    expect(await modes(2)).toEqual(['step', 'auto']);
    await call(driven, 'changeSettings', { listening: true });
    expect(await modes(3)).toEqual(['step', 'voice', 'auto']);
  });

  test('silence holds the cursor for a while, and nobody acted', async () => {
    const driven = await withTwo();
    driven.app.runCommand('play-pause');
    const held = () => driven.state().session.session.cursorAtElapsedMs;
    await call(driven, 'holdCursor', { forMs: 6000 });
    expect(held()).toBe(6000);
    await call(driven, 'holdCursor', { forMs: 0 });
    expect(held()).toBe(0);
  });

  test.each([
    ['bigger', 'textSize', 24],
    ['smaller', 'textSize', 20],
    ['faster', 'speed', 1.1],
    ['slower', 'speed', 0.9],
    ['less-opaque', 'opacity', 0.95],
    ['toggle-mode', 'mode', 'step'],
    ['next-theme', 'theme', 'dark'],
    ['toggle-count-up', 'countUp', true],
    ['toggle-top', 'alwaysOnTop', false],
  ] as const)('%s sets %s to %s, tells every view and is saved', async (id, key, value) => {
    const driven = await withTwo();
    await call(driven, 'runCommand', { id });
    expect(driven.state().settings[key]).toBe(value);
    expect(driven.events.filter((event) => event.name === 'settingsChanged')).toMatchObject([
      { payload: { [key]: value } },
    ]);
    await driven.app.close();
    const saved = JSON.parse(await readFile(path.join(driven.settingsDir, 'settings.json'), 'utf8')) as object;
    expect(saved).toMatchObject({ [key]: value });
  });

  test.each([
    ['bigger', 'textSize', 64, 'Text size is at its maximum (64 pixels).'],
    ['smaller', 'textSize', 14, 'Text size is at its minimum (14 pixels).'],
    ['faster', 'speed', 2, 'Scrolling speed is at its maximum (2×).'],
    ['slower', 'speed', 0.5, 'Scrolling speed is at its minimum (0.5×).'],
    ['more-opaque', 'opacity', 1, 'already opaque (100 %)'],
    ['less-opaque', 'opacity', 0.6, 'at maximum transparency (60 % opaque)'],
  ] as const)('%s stops at its limit and says so', async (id, key, bound, sentence) => {
    const driven = await withTwo();
    for (let press = 0; press < 40; press += 1) driven.app.runCommand(id);
    expect(driven.state().settings[key]).toBe(bound);
    expect(driven.notices()).toHaveLength(1);
    expect(driven.notices()[0]).toContain(sentence);
  });

  test('each change shows the new value for a moment, in place of the last one', async () => {
    const driven = await withTwo();
    for (const id of ['faster', 'faster', 'bigger', 'less-opaque', 'faster'] as const) driven.app.runCommand(id);
    expect(driven.notices()).toEqual([
      'info: Text size: 24 pixels.',
      'info: Opacity: 95 %.',
      'info: Scrolling speed: 1.3×.',
    ]);
    driven.clock.pass(3000);
    expect(driven.notices()).toEqual([]);
  });

  test('an odd size in between stops at the limit', async () => {
    const driven = await withTwo();
    await call(driven, 'changeSettings', { textSize: 63 });
    driven.app.runCommand('bigger');
    expect(driven.state().settings.textSize).toBe(64);
  });

  test('next theme cycles', async () => {
    const driven = await withTwo();
    const seen = Array.from({ length: 4 }, () => {
      driven.app.runCommand('next-theme');
      return driven.state().settings.theme;
    });
    expect(seen).toEqual(['dark', 'light', 'contrast', 'system']);
    expect(driven.notices().at(-1)).toBe('info: Theme: match system.');
  });

  test('what a shell can’t do changes nothing and shows a message', async () => {
    const folder = await folderWith({ 'a.md': storyText('Alpha', bullets) });
    const shell = { ...fakeShell({ opacity: false, alwaysOnTop: false }), togglePrompter: () => 'Not in a browser.' };
    const driven = await driveApp({ folders: [folder], shell });
    await driven.ready();
    const before = driven.state().settings;
    for (const id of ['less-opaque', 'toggle-top', 'toggle-prompter'] as const) driven.app.runCommand(id);
    expect(driven.notices()).toHaveLength(3);
    expect(driven.notices()[0]).toContain('Transparency needs the desktop app');
    expect(driven.notices()[2]).toBe('info: Not in a browser.');
    expect(driven.state().settings).toEqual(before);
  });

  test('show and hide is the shell’s', async () => {
    const driven = await withTwo();
    driven.app.runCommand('toggle-prompter');
    expect(driven.shell.toggled).toBe(1);
    expect(driven.notices()).toEqual([]);
  });

  test('so is another size', async () => {
    const driven = await withTwo();
    for (const id of ['toggle-line', 'next-size'] as const) driven.app.runCommand(id);
    expect(driven.shell.resized).toEqual(['toggle-line', 'next-size']);
    expect(driven.notices()).toEqual([]);
  });

  test('without a story they say what to do', async () => {
    const driven = await driveApp({ folders: [await tempFolder()] });
    await driven.ready();
    for (const id of ['play-pause', 'reset', 'next-row', 'next-story', 'next-variant', 'add-time'] as const) {
      driven.app.runCommand(id);
    }
    expect(driven.notices()).toEqual(['info: The prompter has no story yet. Open a folder with your stories first.']);
    expect(driven.state().session.session.status.kind).toBe('idle');
  });
});

describe('settings', () => {
  test('a new target reaches a session that hasn’t started; a bad one is refused', async () => {
    const driven = await withTwo();
    await call(driven, 'changeSettings', { targetMs: 60_000 });
    expect(driven.left()).toBe(60_000);
    expect(await call(driven, 'changeSettings', { targetMs: 5 })).toMatchObject({ ok: false });
    expect(await call(driven, 'changeSettings', { nonsense: 5 })).toMatchObject({ ok: false });
    expect(driven.left()).toBe(60_000);
  });

  test('a reset takes the current target', async () => {
    const driven = await withTwo();
    driven.app.runCommand('play-pause');
    await call(driven, 'changeSettings', { targetMs: 60_000 });
    expect(driven.left()).toBe(120_000);
    driven.app.runCommand('reset');
    expect(driven.left()).toBe(60_000);
    expect(driven.state().session.plan.targetMs).toBe(60_000);
  });

  test('settings that don’t affect the session don’t send it again', async () => {
    const driven = await withTwo();
    driven.events.length = 0;
    await call(driven, 'changeSettings', { theme: 'light' });
    await call(driven, 'changeSettings', { theme: 'light' });
    expect(driven.events.map((event) => event.name)).toEqual(['settingsChanged']);
  });
});

describe('sleep', () => {
  test('pauses the countdown where it was and says so until the person resumes', async () => {
    const driven = await withTwo();
    driven.app.runCommand('play-pause');
    driven.clock.pass(48_000);
    driven.clock.sleep(3_600_000);
    driven.clock.pass(2000);
    expect(driven.state().session.session).toMatchObject({ status: { kind: 'paused', by: 'sleep' } });
    const sentence = 'info: The computer slept, so the countdown was paused at 1:12. Press Space to resume.';
    expect(driven.notices()).toEqual([sentence]);
    driven.clock.pass(600_000);
    expect(driven.notices()).toEqual([sentence]);
    driven.app.runCommand('play-pause');
    expect(driven.notices()).toEqual([]);
    expect(driven.left()).toBe(72_000);
  });

  test('a suspend event from the shell pauses immediately, and only once', async () => {
    const driven = await withTwo();
    driven.app.runCommand('play-pause');
    driven.clock.pass(10_000);
    driven.app.machineSuspended();
    expect(driven.left()).toBe(110_000);
    driven.clock.sleep(3_600_000, true);
    driven.app.machineResumed();
    driven.clock.pass(10_000);
    expect(driven.left()).toBe(110_000);
    expect(driven.notices()).toHaveLength(1);
  });

  test('nothing running means no message', async () => {
    const driven = await withTwo();
    driven.app.machineSuspended();
    driven.clock.sleep(3_600_000);
    driven.app.machineResumed();
    driven.clock.pass(10_000);
    expect(driven.notices()).toEqual([]);
  });
});

describe('views', () => {
  test('a view that comes back finds everything as it is', async () => {
    const driven = await withTwo();
    driven.app.runCommand('play-pause');
    driven.clock.pass(5000);
    driven.app.notify('error', 'Something is wrong.');
    const answer = await call(driven, 'readState');
    expect(answer).toEqual({ ok: true, value: driven.state() });
    expect(structuredClone(driven.state())).toEqual(JSON.parse(JSON.stringify(driven.state())));
    expect(driven.state().session.sentAtMs).toBe(driven.clock.nowMs());
    expect(driven.state().capabilities.shell).toBe('electron');
  });

  test('events come after the change, with the new values', async () => {
    const driven = await withTwo();
    driven.events.length = 0;
    driven.clock.pass(700);
    driven.app.runCommand('play-pause');
    expect(driven.events).toEqual([{ name: 'sessionChanged', payload: driven.state().session }]);
    driven.app.capabilitiesChanged();
    expect(driven.events.at(-1)).toEqual({ name: 'capabilitiesChanged', payload: driven.state().capabilities });
  });

  test('nothing is sent while nothing changes', async () => {
    const driven = await withTwo();
    driven.app.runCommand('play-pause');
    driven.events.length = 0;
    driven.clock.pass(600_000);
    await call(driven, 'rescan');
    expect(driven.events).toEqual([]);
  });

  test('a listener that left hears nothing more; a view’s changes to what it got stay its own', async () => {
    const driven = await withTwo();
    let heard = 0;
    const leave = driven.app.on('settingsChanged', (settings) => {
      heard += 1;
      settings.hotkeys = {};
      settings.folders.length = 0;
    });
    driven.app.runCommand('bigger');
    leave();
    driven.app.runCommand('bigger');
    expect(heard).toBe(1);
    expect(driven.state().settings.folders).toEqual([driven.folder]);
  });

  test('a whole disk that is still being read is left for another folder, and nobody waits for it', async () => {
    const folder = await folderWith({ 'a.md': storyText('Alpha', bullets) });
    const driven = await driveApp({ folders: [path.parse(folder).root] });
    expect(driven.state().library.status).toBe('loading');
    await call(driven, 'openFolder', { path: folder });
    expect(driven.state().library).toMatchObject({ status: 'ready', folders: [folder] });
    expect(titles(driven)).toEqual(['Alpha']);
  });

  test('closing stops the workers that read stories', async () => {
    const driven = await withTwo();
    expect(driven.isParserClosed()).toBe(false);
    await driven.app.close();
    expect(driven.isParserClosed()).toBe(true);
  });

  test('errors stay until they are dismissed', async () => {
    const driven = await withTwo();
    driven.app.notify('error', 'Something is wrong.');
    driven.app.notify('info', 'By the way.');
    driven.clock.pass(3_600_000);
    const [notice] = driven.state().notices;
    expect(driven.notices()).toEqual(['error: Something is wrong.']);
    await call(driven, 'dismissNotice', { id: notice?.id });
    expect(driven.notices()).toEqual([]);
  });
});
