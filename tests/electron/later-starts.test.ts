import { describe, expect, test } from 'vitest';
import type { Running } from './driver/start-program.ts';
import {
  callsOf,
  eventually,
  noticesOf,
  setUpPrograms,
  shownPage,
  stateOf,
  temporary,
  writeFiles,
} from './programs.ts';

/* A second start in the same settings folder, as a process of its own. */
const { start } = setUpPrograms();
const story = '# Care\n\n## A late parcel\n\n> - S: It was lost\n> - A: Called 3 depots\n';

async function first() {
  const home = await temporary('home');
  const running = await start({ home });
  return { home, running, page: await shownPage(running) };
}

/** Starts once more, and waits until that has handed over its words and ended. */
async function again(home: string, words: string[]): Promise<Running> {
  const later = await start({ home, words });
  expect(await later.exited).toBe(0);
  expect(callsOf(later, 'new')).toEqual([]);
  return later;
}

describe('a later start', () => {
  test('opens no second window: it shows the first one, and takes no focus', async () => {
    const { home, running, page } = await first();
    await running.act.pressHotkey('CommandOrControl+Shift+F11');
    expect((await running.act.windows())[0]?.visible).toBe(false);
    await again(home, []);
    await eventually(async () => (await running.act.windows())[0]).toMatchObject({ visible: true, focused: false });
    expect(await noticesOf(page)).toEqual([]);
  });

  test('with --do runs the command there, whatever order Chromium hands the words over in', async () => {
    const { home, running, page } = await first();
    const shown = async () => (await stateOf(page)).session.prompt?.storyId;
    const before = await shown();
    await running.act.pressHotkey('CommandOrControl+Shift+F11');
    await again(home, ['--do', 'next-story']);
    await eventually(shown).not.toBe(before);
    expect((await running.act.windows())[0]?.visible).toBe(false);
    await again(home, ['--do=previous-story']);
    await eventually(shown).toBe(before);
  });

  test('with --stories opens that folder there', async () => {
    const { home, page } = await first();
    const stories = await writeFiles(`${home}/my stories`, { 'ä.md': story });
    await again(home, ['--stories', stories]);
    await eventually(async () => (await stateOf(page)).library.stories.map(({ title }) => title)).toEqual([
      'A late parcel',
    ]);
  });

  test('with an unknown command says so itself, ends with 2, and leaves the first one alone', async () => {
    const { home, running, page } = await first();
    const later = await start({ home, words: ['--do', 'format-disk'] });
    expect(await later.exited).toBe(2);
    expect(later.stderr()).toContain('There is no command "format-disk". The commands are: play-pause, ');
    expect(callsOf(running, 'emits second-instance')).toEqual([]);
    expect(await noticesOf(page)).toEqual([]);
  });

  test('two at once: one of them opens the window, the other one its words', async () => {
    const home = await temporary('home');
    const stories = await writeFiles(`${home}/stories`, { 'a.md': story });
    const both = await Promise.all([start({ home }), start({ home, words: ['--stories', stories] })]);
    const loser = await Promise.race(both.map(async (running) => ((await running.exited) === 0 ? running : null)));
    const winner = both.find((running) => running !== loser);
    expect(loser).not.toBeNull();
    expect(callsOf(loser as Running, 'new')).toEqual([]);
    const page = await shownPage(winner as Running);
    await eventually(async () => (await stateOf(page)).library.stories.map(({ title }) => title)).toEqual([
      'A late parcel',
    ]);
  });
});
