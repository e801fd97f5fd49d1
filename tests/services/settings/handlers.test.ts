import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Interview } from '../../../src/core/rehearsal/interviews.ts';
import { defaultSettings } from '../../../src/core/settings/schema.ts';
import { driveApp, fakeShell } from '../app-driver.ts';
import { folderWith } from '../library-driver.ts';
import { storyText } from '../story-texts.ts';

const ferry = storyText('The ferry', ['Rowed over']);
const reachingOut = ['folders', 'editor', 'startAtLogin', 'hotkeys', 'listening', 'recordRuns'];

describe('undo', () => {
  test('undoes changes one by one and says which, then that nothing is left', async () => {
    const { app, state, clock, notices } = await driveApp();
    await app.handlers.changeSettings({ textSize: 30 });
    clock.pass(5000);
    await app.handlers.changeSettings({ theme: 'light', countUp: true });
    expect(await app.handlers.undoSettings(undefined)).toBe('Undid the change to “Count up”, “Theme”.');
    expect(state().settings).toMatchObject({ theme: 'system', countUp: false, textSize: 30 });
    app.runCommand('undo-setting');
    expect(notices().at(-1)).toBe('info: Undid the change to “Text size”.');
    expect(state().settings).toEqual(defaultSettings());
    expect(await app.handlers.undoSettings(undefined)).toBeNull();
    app.runCommand('undo-setting');
    expect(notices().at(-1)).toBe('info: No settings change to undo.');
  });

  test('a slider that is drawn along is one change; the next one is another', async () => {
    const { app, state, clock } = await driveApp();
    for (const textSize of [24, 30, 36]) {
      await app.handlers.changeSettings({ textSize });
      clock.pass(100);
    }
    clock.pass(5000);
    await app.handlers.changeSettings({ textSize: 40 });
    await app.handlers.undoSettings(undefined);
    expect(state().settings.textSize).toBe(36);
    await app.handlers.undoSettings(undefined);
    expect(state().settings.textSize).toBe(22);
  });

  test('a folder comes back, and its stories with it', async () => {
    const [one, other] = [await folderWith({ 'a.md': ferry }), await folderWith({ 'b.md': storyText('Loom', ['x']) })];
    const { app, state, ready, until } = await driveApp({ folders: [one] });
    await ready();
    await app.handlers.openFolder({ path: other });
    expect(state().library.stories.map(({ title }) => title)).toEqual(['Loom']);
    await app.handlers.undoSettings(undefined);
    await until(({ library }) => library.stories[0]?.title === 'The ferry');
    expect(state().settings.folders).toEqual([one]);
  });
});

describe('folders', () => {
  test('one more, one less; each said when it can’t be', async () => {
    const [one, other] = [await folderWith({ 'a.md': ferry }), await folderWith({ 'b.md': storyText('Loom', ['x']) })];
    const { app, state, ready } = await driveApp({ folders: [one] });
    await ready();
    await app.handlers.addFolder({ path: other });
    expect(state().library.stories.map(({ title }) => title)).toEqual(['The ferry', 'Loom']);
    await expect(async () => app.handlers.addFolder({ path: other })).rejects.toThrow(
      `${other} is already one of your folders.`,
    );
    await expect(async () => app.handlers.addFolder({ path: '/nowhere' })).rejects.toThrow('/nowhere can');
    expect(state().settings.folders).toEqual([one, other]);
    await app.handlers.removeFolder({ path: one });
    expect(state().settings.folders).toEqual([other]);
    expect(state().library.stories.map(({ title }) => title)).toEqual(['Loom']);
    await expect(async () => app.handlers.removeFolder({ path: one })).rejects.toThrow(
      `${one} isn’t one of your folders.`,
    );
    expect(await readFile(path.join(one, 'a.md'), 'utf8')).toBe(ferry);
  });
});

test('settings of which one can’t be are refused as a whole', async () => {
  const folder = await folderWith({ 'a.md': ferry });
  const { app, state } = await driveApp({ folders: [folder] });
  const before = state().settings;
  const change = async () => app.handlers.changeSettings({ textSize: 40, folders: [folder, '/nowhere at all'] });
  await expect(change).rejects.toThrow('/nowhere at all can’t be opened');
  const hotkeys = { reset: 'F9', faster: 'F9' };
  await expect(async () => app.handlers.changeSettings({ folders: [], hotkeys })).rejects.toThrow('F9');
  expect(state().settings).toEqual(before);
  expect(state().library.folders).toEqual([folder]);
  await app.handlers.changeSettings({ textSize: 40, folders: [] });
  expect(await app.handlers.undoSettings(undefined)).toBe('Undid the change to “Story folders”, “Text size”.');
  expect(state().settings).toEqual(before);
});

describe('reset', () => {
  test('singly or all but the folders and the interviews; undone in one step', async () => {
    const folder = await folderWith({ 'a.md': ferry });
    const { app, state, clock } = await driveApp({ folders: [folder] });
    const interviews: Interview[] = [
      { id: '1', company: 'Kestrel', day: null, time: null, competencies: [], stories: { which: 'all' } },
    ];
    await app.handlers.changeSettings({ textSize: 30, theme: 'light', hotkeys: { reset: 'Control+F9' }, interviews });
    clock.pass(5000);
    await app.handlers.resetSettings({ keys: ['theme'] });
    expect(state().settings).toMatchObject({ theme: 'system', textSize: 30 });
    clock.pass(5000);
    await app.handlers.resetSettings({ keys: null });
    expect(state().settings).toEqual({ ...defaultSettings(), folders: [folder], interviews });
    await app.handlers.undoSettings(undefined);
    expect(state().settings.textSize).toBe(30);
    expect(state().settings.hotkeys['reset']).toBe('Control+F9');
  });
});

describe('hotkeys', () => {
  test.each([
    [{ reset: 'CommandOrControl+Shift+F8' }, 'is the hotkey for “Start or pause”'],
    [{ reset: 'shift+cmdorctrl+f8' }, 'is the hotkey for “Start or pause”'],
    [{ reset: 'Alt+F9', faster: 'alt+f9' }, 'Alt+F9 is the hotkey for “Scroll faster”'],
    [{ reset: 'Quickly+Q' }, '“Quickly+Q” isn’t a key combination'],
    [{ reset: 'Control+Shift' }, 'isn’t a key combination'],
    [{ reset: 'F5' }, /F5 needs \w+ or \w+ with it/],
    [{ reset: 'x' }, /X needs \w+ or \w+ with it/],
    [{ reset: 'Shift+A' }, /A needs \w+ or \w+ with it/],
  ])('%j is refused where it is set, and nothing changes', async (hotkeys, why) => {
    const { app, state } = await driveApp();
    await expect(async () => app.handlers.changeSettings({ hotkeys, textSize: 40 })).rejects.toThrow(why);
    expect(state().settings).toEqual(defaultSettings());
  });

  test('free ones are set, and none is allowed', async () => {
    const { app, state } = await driveApp();
    const hotkeys = {
      'play-pause': null,
      reset: 'CommandOrControl+Shift+F8',
      faster: 'Shift+F6',
      slower: 'Control+Plus',
    };
    await app.handlers.changeSettings({ hotkeys });
    expect(state().settings.hotkeys).toMatchObject(hotkeys);
  });
});

describe('a file of settings', () => {
  test('what is saved is what comes back elsewhere', async () => {
    const one = await driveApp();
    const folder = await folderWith({ 'a.md': ferry });
    await one.app.handlers.changeSettings({
      textSize: 30,
      theme: 'contrast',
      pins: { 4: { id: 'a-story', text: '' } },
      folders: [folder],
    });
    const text = await one.app.handlers.exportSettings(undefined);
    const other = await driveApp();
    const { applied, unconfirmed, refused } = await other.app.handlers.importSettings({ text });
    expect(refused).toEqual([]);
    expect(applied).toEqual(Object.keys(defaultSettings()).filter((key) => !reachingOut.includes(key)));
    expect(unconfirmed).toEqual({ folders: [folder] });
    await other.app.handlers.changeSettings(unconfirmed);
    expect(other.state().settings).toEqual(one.state().settings);
    expect(other.state().library.stories).toHaveLength(1);
    expect(await other.app.handlers.undoSettings(undefined)).toBe('Undid the change to “Story folders”.');
    expect(await other.app.handlers.undoSettings(undefined)).toBe(
      'Undid the change to “Pinned stories”, “Text size”, “Theme”.',
    );
    expect(other.state().settings).toEqual(defaultSettings());
  });

  test('what reaches out of Offbook waits for the person, whatever it is set to', async () => {
    const folder = await folderWith({ 'a.md': ferry });
    const { app, state, shell } = await driveApp();
    const wanted = {
      folders: [folder],
      editor: 'code',
      startAtLogin: true,
      listening: true,
      recordRuns: true,
      hotkeys: { ...defaultSettings().hotkeys, reset: 'Control+F9' },
    };
    const { unconfirmed, ...others } = await app.handlers.importSettings({
      text: JSON.stringify({ program: 'offbook', content: 'settings', version: 1, settings: wanted }),
    });
    expect(others).toEqual({ applied: [], refused: [] });
    expect(unconfirmed).toEqual(wanted);
    expect(state().settings).toEqual(defaultSettings());
    expect(shell.asked).toEqual([]);
    for (const [key, value] of Object.entries(unconfirmed)) {
      await app.handlers.changeSettings({ [key]: value });
      expect(state().settings).toMatchObject({ [key]: value });
    }
  });

  test('a copied settings.json is read too; its version and other programs’ keys aren’t settings', async () => {
    const { app, state } = await driveApp();
    expect(await app.handlers.importSettings({ text: '{"version": 1, "textSize": 30, "startAtLogin": true}' })).toEqual(
      {
        applied: ['textSize'],
        unconfirmed: { startAtLogin: true },
        refused: [],
      },
    );
    expect(state().settings).toEqual({ ...defaultSettings(), textSize: 30 });
  });

  test.each([
    ['not JSON', 'theme: dark', 'This file isn’t JSON'],
    ['nothing', '', 'This file isn’t JSON'],
    ['a list', '[1, 2]', 'isn’t a file that Offbook exported'],
    [
      'another program’s',
      '{"editor.fontSize": 12, "theme": "dark", "version": 1}',
      'isn’t a file that Offbook exported',
    ],
    [
      'Offbook’s, but no settings',
      '{"program": "offbook", "content": "stories", "settings": {}}',
      'isn’t a file that Offbook exported',
    ],
    [
      'without values',
      '{"program": "offbook", "content": "settings", "settings": 5}',
      'isn’t a file that Offbook exported',
    ],
    [
      'a newer Offbook’s',
      '{"program": "offbook", "content": "settings", "version": 99, "settings": {"textSize": 30}}',
      'a newer version of Offbook',
    ],
  ])('%s is refused whole, and nothing is lost', async (_, text, why) => {
    const { app, state } = await driveApp();
    await app.handlers.changeSettings({ textSize: 40 });
    const before = state().settings;
    await expect(async () => app.handlers.importSettings({ text })).rejects.toThrow(why);
    expect(state().settings).toEqual(before);
  });

  test('single values that can’t be are refused by name; the others are taken', async () => {
    const { app, state } = await driveApp();
    await app.handlers.changeSettings({ speed: 1.5 });
    const settings = {
      textSize: 30,
      speed: 99,
      folders: ['/nowhere at all'],
      colour: 'blue',
      hotkeys: { reset: 'Alt+F9', faster: 'Alt+F9' },
      constructor: 1,
    };
    const text = JSON.stringify({ program: 'offbook', content: 'settings', version: 1, settings });
    const { applied, refused } = await app.handlers.importSettings({ text: `\uFEFF${text}` });
    expect(applied).toEqual(['textSize']);
    expect(refused).toEqual([
      'Scrolling speed: The setting "speed" must be a number from 0.5 to 2; it stays as it is.',
      'This Offbook has no setting “colour”.',
      'This Offbook has no setting “constructor”.',
      expect.stringContaining('Hotkeys: “Start over”: Alt+F9 is the hotkey for') as string,
      expect.stringContaining('Story folders: /nowhere at all can’t be opened') as string,
    ]);
    expect(state().settings).toEqual({ ...defaultSettings(), textSize: 30, speed: 1.5 });
  });
});

test('an unknown accelerator in the settings file doesn’t keep others from being set', async () => {
  const settingsDir = await folderWith({ 'settings.json': '{"hotkeys": {"reset": "Quickly+Q"}}' });
  const { app, state } = await driveApp({ settingsDir });
  await app.handlers.changeSettings({ textSize: 30, hotkeys: { ...state().settings.hotkeys, faster: 'Control+F9' } });
  expect(state().settings).toMatchObject({ textSize: 30, hotkeys: { reset: 'Quickly+Q', faster: 'Control+F9' } });
  // Nor does it keep a file from being imported that has it, too.
  const text = await app.handlers.exportSettings(undefined);
  await app.handlers.changeSettings({ hotkeys: { ...state().settings.hotkeys, faster: 'Control+F11' } });
  const { unconfirmed, refused } = await app.handlers.importSettings({ text });
  expect(refused).toEqual([]);
  await app.handlers.changeSettings(unconfirmed);
  expect(state().settings.hotkeys).toMatchObject({ reset: 'Quickly+Q', faster: 'Control+F9' });
});

describe('a command that a page or a file brings', () => {
  const command = 'my-editor "--at {line}" {file}';
  const fileWith = (settings: object) =>
    JSON.stringify({ program: 'offbook', content: 'settings', version: 1, settings });

  test('is shown whole and set once the person allows it', async () => {
    const { app, state, shell } = await driveApp();
    await app.handlers.changeSettings({ editor: command });
    expect(state().settings.editor).toBe(command);
    expect(shell.asked).toHaveLength(1);
    expect(shell.asked[0]?.detail.split('\n')[0]).toBe(command);
    // Nobody is asked about what holds already, comes back, or is on the list.
    await app.handlers.changeSettings({ editor: command });
    expect(await app.handlers.importSettings({ text: fileWith({ editor: command }) })).toMatchObject({
      unconfirmed: {},
    });
    await app.handlers.resetSettings({ keys: ['editor'] });
    await app.handlers.changeSettings({ editor: 'zed' });
    await app.handlers.undoSettings(undefined);
    await app.handlers.undoSettings(undefined);
    expect(state().settings.editor).toBe(command);
    expect(shell.asked).toHaveLength(1);
  });

  test('is not set when they don’t; of a file the rest is', async () => {
    const { app, state, shell } = await driveApp();
    shell.confirms = false;
    const refusal = `“${command}” wasn’t set because you didn’t allow it.`;
    await expect(async () => app.handlers.changeSettings({ editor: command, textSize: 30 })).rejects.toThrow(refusal);
    expect(state().settings).toEqual(defaultSettings());
    const { unconfirmed } = await app.handlers.importSettings({ text: fileWith({ editor: command, textSize: 30 }) });
    await expect(async () => app.handlers.changeSettings(unconfirmed)).rejects.toThrow(refusal);
    expect(state().settings).toEqual({ ...defaultSettings(), textSize: 30 });
    expect(shell.asked).toHaveLength(2);
    expect(await app.handlers.undoSettings(undefined)).toBe('Undid the change to “Text size”.');
    expect(await app.handlers.undoSettings(undefined)).toBeNull();
  });

  test('is refused while another one is asked about', async () => {
    const { promise, resolve } = Promise.withResolvers<boolean>();
    const shell = { ...fakeShell(), confirm: () => promise };
    const { app, state } = await driveApp({ shell });
    const first = app.handlers.changeSettings({ editor: 'first {file}' });
    await expect(async () => app.handlers.changeSettings({ editor: 'second {file}' })).rejects.toThrow(
      'another command is waiting for your answer',
    );
    resolve(true);
    await first;
    expect(state().settings.editor).toBe('first {file}');
  });

  test.each(['code\n-rf', 'code \u202Edm.exe', 'code\u200B', 'a\u0000b', 'a\u2028b'])(
    '%j is refused, since a dialog wouldn’t show it as it is',
    async (hidden) => {
      const { app, shell } = await driveApp();
      const { refused } = await app.handlers.importSettings({ text: fileWith({ editor: hidden }) });
      expect(refused).toEqual([expect.stringContaining('must be a command on one line')]);
      expect(shell.asked).toEqual([]);
    },
  );
});
