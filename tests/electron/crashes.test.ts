import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Running } from './driver/start-program.ts';
import {
  callsOf,
  crash,
  eventually,
  runCommand,
  setUpPrograms,
  shownPage,
  stateOf,
  temporary,
  untilShown,
} from './programs.ts';

const { start } = setUpPrograms();

const loads = (running: Running) => callsOf(running, 'emits did-finish-load').length;

describe('a page that crashes', () => {
  test('is reloaded with the session as it was, three times a minute; then there is a question', async () => {
    const home = await temporary('home');
    const running = await start({ home, pages: true });
    const page = await shownPage(running);
    await runCommand(running, 'next-story');
    await runCommand(running, 'play-pause');
    await runCommand(running, 'next-row');
    const before = await stateOf(page);
    for (const times of [1, 2, 3]) {
      await crash(running);
      await eventually(() => loads(running)).toBe(times + 1);
      expect(callsOf(running, 'showMessageBox')).toEqual([]);
    }
    const { page: reopened } = running.pages()[0]!;
    expect(reopened).not.toBe(page);
    const { session } = await stateOf(reopened);
    expect(session.prompt).toEqual(before.session.prompt);
    expect(session.session).toEqual(before.session.session);
    await reopened.getByRole('list', { name: 'Outline' }).waitFor();

    await crash(running);
    await eventually(async () => (await running.act.dialogs()).length).toBe(1);
    const [question] = await running.act.dialogs();
    expect(question?.options).toMatchObject({ buttons: ['Reopen', 'Quit Offbook'] });
    expect(loads(running)).toBe(4);
    await running.act.answerDialog(question?.id ?? 0, { response: 0, checkboxChecked: false });
    await eventually(() => loads(running)).toBe(5);
    expect((await stateOf(running.pages()[0]!.page)).session.prompt).toEqual(before.session.prompt);
    const log = await readFile(path.join(home, 'Offbook', 'offbook.log'), 'utf8');
    expect(log.match(/A page's process is gone: crashed, exit code 5\./g)).toHaveLength(4);
  });

  test('too often quits the program if that is the answer, with the session saved as always', async () => {
    const running = await start();
    await untilShown(running);
    for (const times of [1, 2, 3]) {
      await crash(running);
      await eventually(() => loads(running)).toBe(times + 1);
    }
    await crash(running);
    await eventually(async () => (await running.act.dialogs()).length).toBe(1);
    // Meanwhile the hotkeys work, and the crashed page gets no events.
    const told = callsOf(running, 'send').length;
    await running.act.pressHotkey('CommandOrControl+Shift+F8');
    await eventually(() => callsOf(running, 'setBackgroundThrottling').at(-1)?.args).toEqual([false]);
    expect(callsOf(running, 'send')).toHaveLength(told);
    await running.act.answerDialog(1, { response: 1, checkboxChecked: false });
    expect(await running.exited).toBe(0);
  });

  test('because it stops responding is reloaded too, and not forever either', async () => {
    const running = await start();
    await untilShown(running);
    for (const times of [1, 2, 3]) {
      await running.act.hang(1);
      await eventually(() => loads(running)).toBe(times + 1);
      expect(callsOf(running, 'emits render-process-gone', 'app')).toHaveLength(times);
    }
    await running.act.hang(1);
    await eventually(async () => (await running.act.dialogs()).length).toBe(1);
    expect(loads(running)).toBe(4);
  });

  test('together with another leads to one question; a window that was closed meanwhile stays closed', async () => {
    const home = await temporary('home');
    const running = await start({ home });
    await untilShown(running);
    await runCommand(running, 'show-library');
    await eventually(async () => (await running.act.windows())[1]?.visible).toBe(true);
    for (const times of [1, 2, 3]) {
      await crash(running);
      await eventually(() => loads(running)).toBe(times + 2);
    }
    for (const window of [1, 2]) await crash(running, window);
    await eventually(async () => (await running.act.dialogs()).length).toBe(1);
    await running.act.closeWindow(2);
    const before = loads(running);
    await running.act.answerDialog(1, { response: 0, checkboxChecked: false });
    await eventually(() => loads(running)).toBe(before + 1);
    expect(await running.act.dialogs()).toEqual([]);
    const log = await readFile(path.join(home, 'Offbook', 'offbook.log'), 'utf8');
    expect(log).not.toMatch(/Uncaught error|Unhandled rejection/);
    await eventually(async () => (await stateOf(running)).library.status).toBe('ready');
  });

  test('while it closes, or together with its window, isn’t reloaded; nor is any for the graphics process, which is logged', async () => {
    const home = await temporary('home');
    const running = await start({ home });
    await untilShown(running);
    await running.act.helperGone('GPU');
    const log = () => readFile(path.join(home, 'Offbook', 'offbook.log'), 'utf8').catch(() => '');
    await eventually(log).toContain('A helper process is gone: GPU, crashed, exit code 5.');
    await eventually(async () => (await stateOf(running)).library.status).toBe('ready');
    expect(loads(running)).toBe(1);
    await runCommand(running, 'show-library');
    await eventually(async () => (await running.act.windows())[1]?.visible).toBe(true);
    await running.act.gone(1, { reason: 'clean-exit', exitCode: 0 });
    await running.act.loseWindow(2);
    expect(await running.act.windows()).toHaveLength(1);
    expect(callsOf(running, 'reload')).toEqual([]);
    expect(callsOf(running, 'showErrorBox')).toEqual([]);
  });
});
