import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { BrowserWindowConstructorOptions } from 'electron';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { laptop, monitor } from './driver/displays.ts';
import type { Running } from './driver/start-program.ts';
import {
  callsOf,
  eventually,
  noticesOf,
  runCommand,
  setUpPrograms,
  stateOf,
  temporary,
  untilShown,
} from './programs.ts';

/* Where the windows open after the first time. windows.test.ts has the first time, and displays that come and go. */
const { start, startForAll } = setUpPrograms();

const boundsOf = async (running: Running, window: number) =>
  (await running.act.windows()).find(({ name }) => name === `window ${window}`)?.bounds;
const kept = (home: string): Promise<string> =>
  readFile(path.join(home, 'Offbook', 'windows.json'), 'utf8').catch(() => '');

/** Opens the library and waits until it is shown; the number of its window. */
async function openLibrary(running: Running): Promise<number> {
  await untilShown(running);
  const window = callsOf(running, 'new').length + 1;
  await runCommand(running, 'show-library');
  await eventually(
    async () => (await running.act.windows()).find(({ name }) => name === `window ${window}`)?.visible,
  ).toBe(true);
  return window;
}

describe('the library', () => {
  const first = { x: 160, y: 80, width: 1120, height: 720 };
  const dragged = { x: 1600, y: 100, width: 900, height: 700 };

  test('opens on the display in use, then where it was on this desk, in the same start and in the next', async () => {
    const home = await temporary('home');
    const running = await start({ home, displays: [laptop, monitor] });
    const window = await openLibrary(running);
    expect(callsOf(running, 'new')[1]?.args[0]).toMatchObject({ ...first, minWidth: 480, minHeight: 360 });
    await running.act.placeWindow(window, dragged);
    await running.act.closeWindow(window);
    const again = await openLibrary(running);
    expect(await boundsOf(running, again)).toEqual(dragged);
    await running.act.quit();
    expect(await running.exited).toBe(0);
    expect(JSON.parse(await kept(home))).toMatchObject({ library: [dragged], prompter: [{ width: 460 }] });

    const alone = await start({ home, displays: [laptop] });
    const other = await openLibrary(alone);
    expect(await boundsOf(alone, other)).toEqual(first);
    await alone.act.setDisplays([laptop, monitor]);
    expect(await boundsOf(alone, other)).toEqual(dragged);
    await alone.act.setDisplays([laptop]);
    const back = await boundsOf(alone, other);
    expect((back?.x ?? 0) + (back?.width ?? 0)).toBeLessThanOrEqual(laptop.bounds.width);
  });

  test('that filled its display does so again, and from there goes back to its place', async () => {
    const home = await temporary('home');
    const running = await start({ home });
    const window = await openLibrary(running);
    const place = { x: 100, y: 60, width: 900, height: 600 };
    await running.act.placeWindow(window, place);
    await running.act.maximizeWindow(window);
    // A display that comes and goes doesn't take that away.
    await running.act.setDisplays([laptop, monitor]);
    await running.act.setDisplays([laptop]);
    expect(callsOf(running, 'setBounds', `window ${window}`)).toEqual([]);
    await running.act.quit();
    expect(await running.exited).toBe(0);

    const next = await start({ home });
    const again = await openLibrary(next);
    expect((await next.act.windows()).find(({ name }) => name === `window ${again}`)).toMatchObject({
      maximized: true,
      focused: true,
      bounds: place,
    });
    expect((await next.act.windows())[0]).toMatchObject({ maximized: false });
  });
});

describe('the prompter', () => {
  test('on Wayland stays, and says why; its size is kept, not the corner that Wayland reports', async () => {
    const home = await temporary('home');
    const running = await start({ home, env: { XDG_SESSION_TYPE: 'wayland' } });
    await untilShown(running);
    await runCommand(running, 'to-camera');
    expect(callsOf(running, 'setBounds')).toEqual([]);
    expect((await noticesOf(running)).join()).toContain('On Wayland, programs can’t move their windows.');
    await running.act.placeWindow(1, { x: 0, y: 0, width: 500, height: 300 });
    await running.act.quit();
    expect(await running.exited).toBe(0);
    expect(JSON.parse(await kept(home))).toMatchObject({ prompter: [{ x: 490, y: 30, width: 500, height: 300 }] });
  });
});

/* One program for these. */
describe('in one program', () => {
  let running: Running;
  beforeAll(async () => {
    running = await startForAll();
  });
  beforeEach(async () => {
    await untilShown(running);
    await running.act.setDisplays([laptop]);
  });

  test('the prompter stays where it is without any display', async () => {
    const before = await boundsOf(running, 1);
    await running.act.setDisplays([]);
    expect(await boundsOf(running, 1)).toEqual(before);
    await running.act.setDisplays([laptop]);
    expect(await boundsOf(running, 1)).toEqual(before);
    expect(await noticesOf(running)).toEqual([]);
  });

  test('the prompter has another size by a key, in the same place and on the screen, and one line leads back', async () => {
    const own = { x: 20, y: 700, width: 500, height: 150 };
    await running.act.placeWindow(1, own);
    await runCommand(running, 'toggle-line');
    expect(await boundsOf(running, 1)).toEqual({ x: 40, y: 700, width: 460, height: 64 });
    await runCommand(running, 'toggle-line');
    expect(await boundsOf(running, 1)).toEqual(own);
    for (const size of [
      { width: 460, height: 260 },
      { width: 900, height: 200 },
    ]) {
      await runCommand(running, 'next-size');
      expect(await boundsOf(running, 1)).toMatchObject(size);
    }
    // Without the move it would reach beyond the left edge.
    expect(await boundsOf(running, 1)).toMatchObject({ x: 0 });
    expect((await running.act.windows())[0]).toMatchObject({ visible: true, focused: false });
  });

  test('the prompter moves under the camera of the display in use, with its size, shown and without the focus', async () => {
    await running.act.setDisplays([laptop, monitor]);
    await running.act.placeWindow(1, { x: 1700, y: 700, width: 600, height: 300 });
    await runCommand(running, 'toggle-prompter');
    await runCommand(running, 'to-camera');
    expect(await boundsOf(running, 1)).toEqual({ x: 420, y: 30, width: 600, height: 300 });
    expect((await running.act.windows())[0]).toMatchObject({ visible: true, focused: false });
  });

  test('a prompter whose display is unplugged comes back with the story and the running clock as they were', async () => {
    await running.act.setDisplays([laptop, monitor]);
    await running.act.placeWindow(1, { x: 2000, y: 300, width: 460, height: 260 });
    await runCommand(running, 'next-story');
    await runCommand(running, 'play-pause');
    const before = (await stateOf(running)).session;
    await running.act.setDisplays([laptop]);
    expect((await boundsOf(running, 1))?.x).toBeLessThanOrEqual(laptop.bounds.width - 460);
    const after = (await stateOf(running)).session;
    expect(after.prompt).toEqual(before.prompt);
    expect(after.session).toEqual(before.session);
    expect(after.session.status.kind).toBe('running');
    expect((await running.act.windows())[0]).toMatchObject({ visible: true, focused: false });
  });

  test('the library fits a small display', async () => {
    const area = { x: 0, y: 0, width: 800, height: 600 };
    await running.act.setDisplays([{ ...laptop, bounds: area, workArea: area }]);
    await openLibrary(running);
    const options = callsOf(running, 'new').at(-1)?.args[0] as BrowserWindowConstructorOptions;
    expect(options).toMatchObject(area);
  });
});
