import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import type { Session } from 'electron';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { callChannel } from '../../src/core/contract/channels.ts';
import { type Bridge, callNames } from '../../src/core/contract/contract.ts';
import type { Running } from './driver/start-program.ts';
import { expectHardenedWindows } from './hardened-windows.ts';
import { call, callsOf, eventually, ownFrame, setUpPrograms, shownPage, stateOf, untilShown } from './programs.ts';
import type { AskedMedia, FrameFacts } from './sides.ts';

/*
 * The hardening table of the design on the built program, a test a row or more; docs/hardening.md says which.
 * The words before the colon are the row's. What pages are made of is in `hardening-content.test.ts`.
 */
const { start, startForAll } = setUpPrograms();
let running: Running;
let page: Page;
beforeAll(async () => {
  running = await startForAll({ pages: true });
}, 120_000);

// For each test, so that each fails under its own name without a page.
beforeEach(async () => {
  page = await shownPage(running);
});
/** Where in the program's life the first call of this name was. */
const at = (call: string, on: string) => running.entries.findIndex((entry) => entry.call === call && entry.on === on);

test('warnings: the console is empty, without security warnings by Electron', () => {
  expect(running.pages().map(({ console }) => console)).toEqual([[]]);
});

test('windows: every one is sandboxed, isolated and without Node', () => {
  expectHardenedWindows(running);
});

test('windows: the sandbox is on for all of them before ready', () => {
  expect(at('enableSandbox', 'app')).toBeGreaterThanOrEqual(0);
  expect(at('enableSandbox', 'app')).toBeLessThan(at('emits ready', 'app'));
});

test('windows: --no-sandbox is taken as it is and logged, and each window still asks for the sandbox', async () => {
  const unboxed = await start({ words: ['--no-sandbox'] });
  await untilShown(unboxed);
  expect(callsOf(unboxed, 'enableSandbox')).toEqual([]);
  expectHardenedWindows(unboxed);
  expect(await readFile(path.join(unboxed.home, 'Offbook', 'offbook.log'), 'utf8')).toContain(
    'Started with --no-sandbox',
  );
});

test('windows: no page gets a webview', async () => {
  expect(await running.act.mayAttachWebview(1)).toBe(false);
});

test.each([
  ['another site', () => (location.href = 'https://elsewhere.example/')],
  ['its own origin', () => location.assign('/index.html?other')],
  ['itself', () => location.reload()],
  ['a link', () => Object.assign(document.createElement('a'), { href: 'https://elsewhere.example/' }).click()],
])('navigation: to %s is denied, and the page stays', async (_where, leave) => {
  const before = callsOf(running, 'emits will-frame-navigate').length;
  const url = page.url();
  await page.evaluate(leave);
  await eventually(() => callsOf(running, 'emits will-frame-navigate').length).toBe(before + 1);
  await eventually(async () => (await stateOf(page)).library.status).toBe('ready');
  expect(page.url()).toBe(url);
  expect(await running.act.mayNavigate(1, 'https://elsewhere.example/', false)).toBe(false);
});

test('navigation: window.open opens https and mailto outside, and never a window', async () => {
  const opened = () => callsOf(running, 'openExternal').map(({ args }) => args[0]);
  const refused = [
    'http://a.example/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'app://offbook/',
    'ms-settings:privacy',
    'smb://a/b',
    'not an address',
  ];
  for (const url of refused) expect(await running.act.openedWindow(1, url, '')).toBe('deny');
  expect(opened()).toEqual([]);
  await page.evaluate(() => void window.open('https://a.example/from-a-script'));
  await eventually(opened).toEqual(['https://a.example/from-a-script']);
  expect(await running.act.openedWindow(1, 'mailto:a@b.example?subject=x', '')).toBe('deny');
  expect(opened().at(-1)).toBe('mailto:a@b.example?subject=x');
  await eventually(() => page.context().pages().length).toBe(1);
  expect(callsOf(running, 'new')).toHaveLength(1);
});

type Permission = Parameters<NonNullable<Parameters<Session['setPermissionRequestHandler']>[0]>>[1];

/** All that a page can ask for; one that Electron adds doesn't compile here until it is named. */
const permissions: Readonly<Record<Permission, true>> = {
  ar: true,
  'automatic-fullscreen': true,
  'background-fetch': true,
  'background-sync': true,
  'captured-surface-control': true,
  'clipboard-read': true,
  'clipboard-sanitized-write': true,
  'deprecated-sync-clipboard-read': true,
  'display-capture': true,
  fileSystem: true,
  fullscreen: true,
  geolocation: true,
  'geolocation-approximate': true,
  'hand-tracking': true,
  hid: true,
  'idle-detection': true,
  keyboardLock: true,
  'local-fonts': true,
  'local-network': true,
  'local-network-access': true,
  'loopback-network': true,
  media: true,
  mediaKeySystem: true,
  midi: true,
  midiSysex: true,
  nfc: true,
  notifications: true,
  openExternal: true,
  'payment-handler': true,
  'periodic-background-sync': true,
  'persistent-storage': true,
  pointerLock: true,
  'screen-wake-lock': true,
  sensors: true,
  serial: true,
  'smart-card': true,
  'speaker-selection': true,
  'storage-access': true,
  'system-wake-lock': true,
  'top-level-storage-access': true,
  unknown: true,
  usb: true,
  vr: true,
  'web-app-installation': true,
  'web-printing': true,
  'window-management': true,
};

test('permissions: every request, every query and every device is refused, while Offbook doesn’t listen', async () => {
  for (const permission of Object.keys(permissions)) {
    expect(await running.act.askPermission(permission), permission).toEqual({
      request: false,
      check: false,
      device: false,
    });
  }
  expect(at('setPermissionRequestHandler', 'session.defaultSession')).toBeLessThan(at('new', 'window 1'));
});

test('permissions: the microphone, without the camera, is for Offbook’s own page while it listens', async () => {
  const ask = async (media: AskedMedia) => {
    const { request, check } = await running.act.askPermission('media', media);
    return [request, check];
  };
  expect(await ask({ types: ['audio'] })).toEqual([false, false]);
  await call(running, 'changeSettings', { listening: true });
  expect(await ask({ types: ['audio'] })).toEqual([true, true]);
  for (const refused of [
    { types: ['video'] },
    { types: ['audio', 'video'] },
    { types: ['audio'], url: 'https://elsewhere.example/' },
    { types: ['audio'], url: '' },
    { types: ['audio'], isMainFrame: false },
  ] satisfies AskedMedia[])
    expect(await ask(refused), JSON.stringify(refused)).toEqual([false, false]);
  // Sound of the screen is something else.
  expect(await running.act.askPermission('display-capture', { types: ['audio'] })).toMatchObject({ request: false });
  expect(await running.act.askPermission('media')).toEqual({ request: false, check: false, device: false });
  expect(callsOf(running, 'askForMediaAccess')).toEqual([]);
  await call(running, 'changeSettings', { listening: false });
  expect(await ask({ types: ['audio'] })).toEqual([false, false]);
});

test('permissions: on macOS the system is asked too, and its no counts', async () => {
  const onMac = await start({ platform: 'darwin' });
  await untilShown(onMac);
  await call(onMac, 'changeSettings', { listening: true });
  const ask = async () => (await onMac.act.askPermission('media', { types: ['audio'] })).request;
  expect(await ask()).toBe(true);
  await onMac.act.refuseMicrophone();
  expect(await ask()).toBe(false);
  expect(callsOf(onMac, 'askForMediaAccess').map(({ args }) => args)).toEqual([['microphone'], ['microphone']]);
});

const readAs = (frame: FrameFacts) =>
  running.act.message(1, frame, { channel: callChannel, args: ['readState', undefined] });

test('ipc: the main frame of the program’s own page is answered', async () => {
  expect(await readAs(ownFrame)).toMatchObject({ ok: true });
});

test.each([
  ['a frame within', { ...ownFrame, isMain: false }],
  ['another site', { ...ownFrame, origin: 'https://elsewhere.example' }],
  ['another host of the scheme', { ...ownFrame, origin: 'app://other' }],
  ['a host that begins the same', { ...ownFrame, origin: 'app://offbook.example' }],
  ['a sandboxed document', { ...ownFrame, origin: 'null' }],
  ['a frame that is gone', null],
])('ipc: %s is refused', async (_who, frame) => {
  expect(await readAs(frame)).toEqual({
    ok: false,
    error: 'Offbook answers only its own pages; this call came from another one.',
  });
});

test('ipc: a page that navigated elsewhere has the preload and is refused', async () => {
  const elsewhere = 'https://elsewhere.example/';
  const strayed = await start({ pages: true, elsewhere: { [elsewhere]: '<!doctype html><title>Elsewhere</title>' } });
  const ownPage = await shownPage(strayed);
  await strayed.pages()[0]?.stray(elsewhere);
  expect(await ownPage.title()).toBe('Elsewhere');
  await expect(stateOf(ownPage)).rejects.toThrow('Offbook answers only its own pages');
});

test('ipc: a page that navigated elsewhere gets no events', async () => {
  const strayed = await start();
  await untilShown(strayed);
  const told = () => callsOf(strayed, 'send', 'contents 1').length;
  const playPause = 'CommandOrControl+Shift+F8';
  const before = told();
  await strayed.act.pressHotkey(playPause);
  await eventually(told).toBeGreaterThan(before);
  await strayed.act.committed(1, 'https://elsewhere.example/');
  const toldThere = told();
  const slowed = () => callsOf(strayed, 'setBackgroundThrottling', 'contents 1').at(-1)?.args;
  await strayed.act.pressHotkey(playPause);
  await eventually(slowed).toEqual([true]);
  expect(told()).toBe(toldThere);
});

test('ipc: arguments are checked on arrival, and errors are returned as data', async () => {
  const answers = await page.evaluate(async () => {
    const { offbook } = window as unknown as { offbook: Record<string, (input: unknown) => Promise<unknown>> };
    const wrong: [string, unknown][] = [
      ['openStory', { id: 7, variant: null }],
      ['runCommand', { id: 'format-disk' }],
      ['changeSettings', { opacity: 'much' }],
      ['openFolder', { path: '' }],
      ['readState', {}],
    ];
    return Promise.all(wrong.map(([name, input]) => offbook[name]!(input)));
  });
  for (const answer of answers)
    expect(answer).toEqual({ ok: false, error: expect.stringMatching(/^The call “\w+” was refused: /) });
  const unknown = { channel: callChannel, args: ['constructor', null] };
  expect(await running.act.message(1, ownFrame, unknown)).toEqual({
    ok: false,
    error: 'Unknown call “constructor”.',
  });
});

test('exposed: the page has the calls of the contract, on and pathOf, and nothing of Node or Electron', async () => {
  const seen = await page.evaluate(() => {
    const { offbook } = window as unknown as { offbook: { on: (name: string, listener: () => void) => void } };
    const heard = (name: string): string => {
      try {
        offbook.on(name, () => undefined);
        return 'heard';
      } catch (error) {
        return String(error);
      }
    };
    const frame = document.body.appendChild(document.createElement('iframe'));
    const inFrame = Object.hasOwn(frame.contentWindow ?? {}, 'offbook');
    frame.remove();
    return {
      keys: Object.keys(offbook).sort(),
      frozen: Object.isFrozen(offbook),
      inFrame,
      heard: ['storyless', 'constructor', 'offbook:event:settingsChanged'].map(heard),
      more: ['require', 'process', 'module', 'exports', 'Buffer', 'global', 'electron', 'ipcRenderer'].filter(
        (name) => name in window,
      ),
    };
  });
  expect(seen).toEqual({
    keys: [...callNames, 'on', 'pathOf'].sort(),
    frozen: true,
    inFrame: false,
    heard: ['storyless', 'constructor', 'offbook:event:settingsChanged'].map(
      (name) => `Error: There isn’t an event “${name}”.`,
    ),
    more: [],
  });
});

test('exposed: a listener hears its event until the page takes it off', async () => {
  const heard = await page.evaluate(async () => {
    const { offbook } = window as unknown as { offbook: Pick<Bridge, 'on' | 'changeSettings'> };
    const names: string[] = [];
    offbook.on('settingsChanged', () => names.push('taken off'))();
    const change = (countUp: boolean) =>
      new Promise<void>((resolve) => {
        const takeOff = offbook.on('settingsChanged', () => {
          names.push('kept');
          takeOff();
          resolve();
        });
        void offbook.changeSettings({ countUp });
      });
    await change(true);
    await change(false);
    return names;
  });
  expect(heard).toEqual(['kept', 'kept']);
});

test('commands: the desktop app shows the whole command and asks; no means no', async () => {
  const command = 'sh -c "touch /nowhere/at-all"';
  const call = (name: 'changeSettings' | 'importSettings', input: unknown) =>
    page.evaluate(
      async ([wanted, value]) => {
        const { offbook } = window as unknown as { offbook: Record<string, (input: unknown) => Promise<unknown>> };
        return offbook[wanted]?.(value);
      },
      [name, input] as const,
    );
  /** The command that the only open dialog shows, and its answer: the number of a button. */
  const answer = async (response: number) => {
    await eventually(() => running.act.dialogs()).toHaveLength(1);
    const [dialog] = await running.act.dialogs();
    expect(dialog).toMatchObject({
      kind: 'showMessageBox',
      options: { buttons: ['Use this command', 'Don’t use it'], defaultId: 1, cancelId: 1 },
    });
    if (dialog === undefined) throw new Error('No dialog is open.');
    await running.act.answerDialog(dialog.id, { response, checkboxChecked: false });
    return (dialog.options as { detail: string }).detail.split('\n')[0];
  };
  const editor = async () => (await stateOf(page)).settings.editor;
  const file = { program: 'offbook', content: 'settings', version: 1, settings: { editor: command } };

  const changing = call('changeSettings', { editor: command });
  expect(await answer(1)).toBe(command);
  expect(await changing).toEqual({ ok: false, error: `“${command}” wasn’t set because you didn’t allow it.` });
  const imported = { ok: true, value: { applied: [], unconfirmed: { editor: command }, refused: [] } };
  expect(await call('importSettings', { text: JSON.stringify(file) })).toEqual(imported);
  expect(await editor()).toBeNull();

  expect(await call('changeSettings', { editor: 'subl' })).toEqual({ ok: true, value: null });
  expect(await call('importSettings', { text: JSON.stringify(file) })).toEqual(imported);
  const allowed = call('changeSettings', { editor: command });
  expect(await answer(0)).toBe(command);
  expect(await allowed).toEqual({ ok: true, value: null });
  expect(await editor()).toBe(command);
  expect(await call('changeSettings', { editor: null })).toEqual({ ok: true, value: null });
});
