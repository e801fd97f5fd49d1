import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Running } from './driver/start-program.ts';
import {
  callsOf,
  eventually,
  noticesOf,
  setUpPrograms,
  stateOf,
  temporary,
  untilShown,
  writeFiles,
} from './programs.ts';

/* A second start in the same settings folder, as a process of its own. */
const { start, startForAll } = setUpPrograms();
const story = '# Care\n\n## A late parcel\n\n> - S: It was lost\n> - A: Called 3 depots\n';
const titlesOf = async (running: Running) => (await stateOf(running)).library.stories.map(({ title }) => title);

describe('a later start', () => {
  let first: Running;
  beforeAll(async () => {
    first = await startForAll();
  });
  beforeEach(() => untilShown(first));
  const toggle = () => first.act.pressHotkey('CommandOrControl+Shift+F11');
  const prompter = async () => (await first.act.windows())[0];

  /** Starts a second time, and waits until that start has sent its words and quit. */
  async function again(words: string[]): Promise<void> {
    const later = await start({ home: first.home, words });
    expect(await later.exited).toBe(0);
    expect(callsOf(later, 'new')).toEqual([]);
  }

  test('opens no second window: it shows the first one, without the focus', async () => {
    await toggle();
    expect((await prompter())?.visible).toBe(false);
    await again([]);
    await eventually(prompter).toMatchObject({ visible: true, focused: false });
    expect(await noticesOf(first)).toEqual([]);
  });

  test('with an unknown command says so itself, exits with 2, and leaves the first one alone', async () => {
    const before = callsOf(first, 'emits second-instance').length;
    const later = await start({ home: first.home, words: ['--do', 'format-disk'] });
    expect(await later.exited).toBe(2);
    expect(later.stderr()).toContain('There isn’t a command “format-disk”. The commands are: play-pause, ');
    expect(callsOf(first, 'emits second-instance')).toHaveLength(before);
    expect(await noticesOf(first)).toEqual([]);
  });

  test('with --do runs the command there, whatever order Chromium passes the words in', async () => {
    const shown = async () => (await stateOf(first)).session.prompt?.storyId;
    const before = await shown();
    await toggle();
    await again(['--do', 'next-story']);
    await eventually(shown).not.toBe(before);
    expect((await prompter())?.visible).toBe(false);
    await again(['--do=previous-story']);
    await eventually(shown).toBe(before);
    await toggle();
  });

  test('with --stories and --do opens that folder there, and then runs the command', async () => {
    const stories = await writeFiles(`${first.home}/my stories`, { 'ä.md': story });
    await again(['--do', 'play-pause', '--stories', stories]);
    await eventually(() => titlesOf(first)).toEqual(['A late parcel']);
    await eventually(async () => (await stateOf(first)).session.session.status.kind).toBe('running');
  });
});

test('two starts at once: one opens the window, the other sends its words', async () => {
  const home = await temporary('home');
  const stories = await writeFiles(`${home}/stories`, { 'a.md': story });
  const both = await Promise.all([start({ home }), start({ home, words: ['--stories', stories] })]);
  const loser = await Promise.race(both.map(async (running) => ((await running.exited) === 0 ? running : null)));
  const winner = both.find((running) => running !== loser);
  expect(loser).not.toBeNull();
  expect(callsOf(loser as Running, 'new')).toEqual([]);
  await untilShown(winner as Running);
  await eventually(() => titlesOf(winner as Running)).toEqual(['A late parcel']);
});

describe('a packaged program that comes up as a native Wayland one', () => {
  const env = { XDG_SESSION_TYPE: 'wayland', DISPLAY: ':0' };

  test('starts again as an X program before it opens a window', async () => {
    const home = await temporary('home');
    const words = ['--stories', `${home}/stories`];
    const first = await start({ home, env, words, packaged: true });
    expect(await first.exited).toBe(0);
    expect(callsOf(first, 'new')).toEqual([]);
    const again = ['--ozone-platform=x11', ...words];
    expect(callsOf(first, 'relaunch').map(({ args }) => args)).toEqual([[{ execPath: process.execPath, args: again }]]);
    const second = await start({ home, env, words: again, packaged: true });
    await untilShown(second);
    expect((await stateOf(second)).capabilities.alwaysOnTop).toBe(true);
  });

  test('doesn’t where it only passes a command on, which nobody should wait for', async () => {
    const home = await temporary('home');
    const first = await start({ home, env, words: ['--ozone-platform=x11'], packaged: true });
    await untilShown(first);
    const later = await start({ home, env, words: ['--do', 'play-pause'], packaged: true });
    expect(await later.exited).toBe(0);
    expect(callsOf(later, 'relaunch')).toEqual([]);
    await eventually(async () => (await stateOf(first)).session.session.status.kind).toBe('running');
  });

  test('stays one if somebody chose that', async () => {
    const running = await start({ env, words: ['--ozone-platform=wayland'], packaged: true });
    await untilShown(running);
    expect((await stateOf(running)).capabilities.alwaysOnTop).toBe(false);
  });
});
