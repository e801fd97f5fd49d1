import { describe, expect, test } from 'vitest';
import type { Running } from './driver/start-program.ts';
import { callsOf, eventually, setUpPrograms } from './programs.ts';
import { smallPage, smallProgram, type SmallProgram } from './small-program.ts';

/*
 * What a broken preload and broken messages do under the stand-in: had it no test of its own, a stand-in that lets
 * everything through would make all other tests here worthless. `stand-in-main.test.ts` is the same for a main.
 */
const { start } = setUpPrograms();
const run = async (parts: SmallProgram): Promise<Running> => start({ appDir: await smallProgram(parts), pages: true });

/** What a small program printed, where it tells what it saw. */
const printed = (running: Running) => eventually(() => running.stderr());

describe('a preload', () => {
  const failures: [string, SmallProgram, RegExp][] = [
    [
      'with an ESM import',
      { preload: "import { contextBridge } from 'electron';" },
      /Cannot use import statement outside a module/,
    ],
    ['with a module the sandbox does not have', { preload: "require('node:fs');" }, /module not found: node:fs/],
    ['at a wrong path', { preloadPath: "'../preload/index.js'" }, /ENOENT/],
    ['that uses more of electron than a preload has', { preload: "require('electron').app.quit();" }, /electron\.app/],
    ['that throws', { preload: "throw new RangeError('at once');" }, /RangeError: at once/],
  ];
  test.each(failures)('%s fails, and the page has no bridge', async (_what, parts, why) => {
    const running = await run({
      ...parts,
      ready: "window.webContents.on('preload-error', (_event, file, error) => console.error(file, String(error)));",
    });
    await eventually(() => callsOf(running, 'emits preload-error', 'contents 1').length).toBe(1);
    await printed(running).toMatch(why);
    expect(await running.pages()[0]?.page.evaluate(() => 'api' in window)).toBe(false);
  });

  test('has nothing of Node, nor has its page', async () => {
    const preload = `
      const names = ['Buffer', 'global', '__dirname'].filter((name) => name in globalThis);
      require('electron').contextBridge.exposeInMainWorld('api', { names, type: process.type });
    `;
    const page = await smallPage(await run({ preload }));
    const seen = await page.evaluate(
      '({ ...api, node: [typeof require, typeof process, typeof module, typeof Buffer] })',
    );
    expect(seen).toEqual({
      names: [],
      type: 'renderer',
      node: ['undefined', 'undefined', 'undefined', 'undefined'],
    });
  });
});

describe('the context bridge', () => {
  const preload = `
    const { contextBridge } = require('electron');
    class Story { title = 'Kiln'; tell() { return 1; } }
    const refusal = (work) => { try { work(); return null; } catch (error) { return error.message; } };
    contextBridge.exposeInMainWorld('api', {
      add: (one, other) => one + other,
      later: (value) => Promise.resolve(value),
      never: () => Promise.reject(new Error('never')),
      fails: () => { throw new Error('on purpose'); },
      call: (listener) => listener({ when: new Date(5), map: new Map([[1, 2]]) }),
      same: (listener) => listener,
      story: () => new Story(),
      symbol: () => Symbol('s'),
      weak: () => new WeakMap(),
      list: [1, { deep: true }],
    });
    contextBridge.exposeInMainWorld('refused', {
      second: refusal(() => contextBridge.exposeInMainWorld('api', {})),
      symbol: refusal(() => contextBridge.exposeInMainWorld('other', { symbol: Symbol('s') })),
    });
  `;

  test('carries functions, promises and clones, and what is exposed stays as it is', async () => {
    const page = await smallPage(await run({ preload }));
    const seen = await page.evaluate(`(async () => {
      const listener = () => 1;
      const frozen = (work) => { try { 'use strict'; work(); return false; } catch { return true; } };
      return {
        sum: api.add(1, 2),
        later: await api.later({ a: [undefined] }),
        never: await api.never().catch((error) => error.message),
        called: api.call(({ when, map }) => [when instanceof Date, map instanceof Map && map.get(1)]),
        same: api.same(listener) === listener,
        frozen: [Object.isFrozen(api), Object.isFrozen(api.list), Object.isFrozen(api.list[1])],
        replaced: (() => { window.api = 1; return typeof api; })(),
      };
    })()`);
    expect(seen).toEqual({
      sum: 3,
      later: { a: [undefined] },
      never: 'never',
      called: [true, 2],
      same: true,
      frozen: [true, true, true],
      replaced: 'object',
    });
  });

  test('copies instances without their class, and refuses what can not be copied', async () => {
    const page = await smallPage(await run({ preload }));
    const seen = await page.evaluate(`(() => {
      const refusal = (work) => { try { return work(); } catch (error) { return error.message; } };
      const story = api.story();
      return {
        story: [story.title, typeof story.tell, Object.getPrototypeOf(story) === Object.prototype],
        refused: [refusal(api.fails), refusal(api.symbol), refusal(api.weak), refusal(() => api.add(Symbol('s'), 1))],
        atOnce: [refused.second, refused.symbol, typeof window.other],
      };
    })()`);
    const notCloned = 'An object could not be cloned.';
    expect(seen).toEqual({
      story: ['Kiln', 'undefined', true],
      refused: ['on purpose', notCloned, notCloned, notCloned],
      atOnce: ['Cannot bind an API on top of an existing property on the window object', notCloned, 'undefined'],
    });
  });
});

describe('a message', () => {
  const preload = `
    const { contextBridge, ipcRenderer } = require('electron');
    contextBridge.exposeInMainWorld('api', {
      echo: (value) => ipcRenderer.invoke('echo', value),
      ask: (channel) => ipcRenderer.invoke(channel),
      notCloned: () => ipcRenderer.invoke('echo', () => 1),
      hear: (listener) => void ipcRenderer.on('told', (_event, value) => listener(value)),
    });
  `;
  const ready = `
    electron.ipcMain.handle('echo', (event, value) => ({ value, origin: event.senderFrame.origin, own: event.sender === window.webContents }));
    electron.ipcMain.handle('function', () => () => 1);
    electron.ipcMain.handle('fails', () => { throw new RangeError('too far'); });
    try { electron.ipcMain.handle('echo', () => 2); } catch (error) { console.error(error.message); }
    try { window.webContents.send('told', () => 1); } catch (error) { console.error('told: ' + error.message); }
    setInterval(() => window.webContents.send('told', { at: [undefined, 7] }), 50);
  `;

  test('is a structured clone in both directions, from the origin that the program knows', async () => {
    const page = await smallPage(await run({ preload, ready }));
    const seen = await page.evaluate(`(async () => {
      const { value, origin, own } = await api.echo({ a: undefined, b: NaN, c: -0, d: new RangeError('far') });
      const told = await new Promise((resolve) => api.hear(resolve));
      return [Object.keys(value), Number.isNaN(value.b), Object.is(value.c, -0), value.d.message, origin, own, told.at];
    })()`);
    expect(seen).toEqual([['a', 'b', 'c', 'd'], true, true, 'far', 'app://small', true, [undefined, 7]]);
  });

  test('with a non-cloneable argument throws, wherever it comes from', async () => {
    const running = await run({ preload, ready });
    const page = await smallPage(running);
    const refused = (call: string) => page.evaluate(`${call}.catch((error) => error.message)`);
    const notCloned = 'An object could not be cloned.';
    expect(await refused('api.notCloned()')).toBe(notCloned);
    // What can't even reach the preload throws at once.
    expect(await refused('(async () => api.echo(new WeakMap()))()')).toBe(notCloned);
    expect(await refused("api.ask('function')")).toBe(`Error invoking remote method 'function': Error: ${notCloned}`);
    expect(await refused("api.ask('fails')")).toBe("Error invoking remote method 'fails': RangeError: too far");
    expect(await refused("api.ask('nothing')")).toContain("No handler registered for 'nothing'");
    await printed(running).toContain('told: An object could not be cloned.');
    await printed(running).toContain("Attempted to register a second handler for 'echo'");
  });
});
