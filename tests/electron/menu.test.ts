import { describe, expect, test } from 'vitest';
import type { Running } from './driver/start-program.ts';
import { callsOf, eventually, runCommand, setUpPrograms, untilShown } from './programs.ts';
import type { ShownMenuItem } from './sides.ts';

/* The menu bar with its roles resolved, and the keys that only it answers. */
const { start } = setUpPrograms();

async function shown(platform: NodeJS.Platform, packaged = false): Promise<Running> {
  const running = await start({ platform, packaged });
  await untilShown(running);
  return running;
}

/** Every item of the menu bar, as `label key`. */
async function itemsOf(running: Running): Promise<string[]> {
  const all = (items: readonly ShownMenuItem[]): string[] =>
    items.flatMap(({ label, accelerator, submenu }) => [`${label} ${accelerator ?? ''}`.trim(), ...all(submenu ?? [])]);
  return all(await running.act.menuBar());
}
const menusOf = async (running: Running) => (await running.act.menuBar()).map(({ label }) => label);

describe('the menu bar', () => {
  test('macOS: the program by its name, with settings, close and quit by their usual keys, also without a window', async () => {
    const running = await shown('darwin', true);
    expect(await menusOf(running)).toEqual(['Offbook', 'File', 'Edit', 'Stories', 'Prompter', 'Window', 'Help']);
    const items = await itemsOf(running);
    for (const item of [
      'About Offbook',
      'Settings… CommandOrControl+,',
      'Hide Offbook Command+H',
      'Quit Offbook CommandOrControl+Q',
      'Close Window CommandOrControl+W',
      'Copy CommandOrControl+C',
      'Minimize CommandOrControl+M',
    ]) {
      expect(items).toContain(item);
    }
    expect(items).toEqual(expect.arrayContaining(['Pinned story 9', 'Show all keys']));
    expect(new Set(items).size).toBe(items.length);

    await running.act.closeWindow(1);
    expect(await running.act.pressMenuKey('CommandOrControl+,')).toBe(true);
    await eventually(async () => (await running.act.windows())[0]?.focused).toBe(true);
    expect(callsOf(running, 'loadURL').at(-1)?.args[0]).toContain('?view=settings');
    // Close closes the window with the focus.
    expect(await running.act.pressMenuKey('CommandOrControl+W')).toBe(true);
    await eventually(() => running.act.windows()).toEqual([]);
    expect(await running.act.pressMenuKey('CommandOrControl+Q')).toBe(true);
    expect(await running.exited).toBe(0);
  });

  test.each([
    ['linux', 'Quit CommandOrControl+Q'],
    ['win32', 'Exit'],
  ] as const)('%s: settings, close and quit are under File', async (platform, quit) => {
    const running = await shown(platform, true);
    expect(await menusOf(running)).toEqual(['File', 'Edit', 'Stories', 'Prompter', 'Help']);
    const [file] = await running.act.menuBar();
    expect(file?.submenu?.map(({ label, accelerator }) => `${label} ${accelerator ?? ''}`.trim())).toEqual([
      'Settings… CommandOrControl+,',
      'Close CommandOrControl+W',
      quit,
    ]);
    expect((await itemsOf(running)).join()).not.toContain('Developer');
  });

  test('Linux: its keys close the frameless prompter and quit, and leave to the page what it does itself', async () => {
    const running = await shown('linux');
    // Only where Offbook runs from its sources.
    expect(await itemsOf(running)).toContain('Toggle Developer Tools Ctrl+Shift+I');
    await runCommand(running, 'show-library');
    await eventually(async () => (await running.act.windows())[1]?.focused).toBe(true);
    for (const key of ['CommandOrControl+,', 'CommandOrControl+C']) {
      expect(await running.act.pressMenuKey(key)).toBe(false);
    }
    await running.act.focusWindow(1);
    expect(await running.act.pressMenuKey('CommandOrControl+W')).toBe(true);
    expect((await running.act.windows()).map(({ name }) => name)).toEqual(['window 2']);
    await running.act.focusWindow(2);
    expect(await running.act.pressMenuKey('CommandOrControl+Q')).toBe(true);
    expect(await running.exited).toBe(0);
  });
});
