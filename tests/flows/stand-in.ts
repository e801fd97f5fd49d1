import { expect } from '@playwright/test';
import { startProgram, type Running } from '../electron/driver/start-program.ts';
import { viewKeys, type Driver } from './driver.ts';

/** More than a program needs to start on a busy computer. */
const patience = { timeout: 15_000 };

/** The built desktop app under the stand-in for Electron: the prompter's window, and one for the other views. */
export const startOnStandIn: Driver = async ({ storiesDir, home }, { browser, installed }) => {
  const lines: string[] = [];
  let running = await start();

  async function start(): Promise<Running> {
    const started = await startProgram({
      appDir: await installed(),
      home,
      browser,
      words: ['--stories', storiesDir],
      readable: [storiesDir],
      env: { OFFBOOK_HOME: home },
    });
    const ended = started.exited.then((code): never => {
      throw new Error(`The program ended with ${code}. ${started.stderr()}`);
    });
    try {
      await Promise.race([expect.poll(() => happened(started, 'emits show'), patience).toBeGreaterThan(0), ended]);
      return started;
    } catch (error) {
      await started.dispose();
      throw error;
    }
  }

  const prompter = () => running.pages()[0]!;
  const consoles = () => running.pages().flatMap(({ console }) => console.map(({ text }) => text));
  return {
    prompter: () => prompter().page,
    show: async (view) => {
      await prompter().page.keyboard.press(viewKeys[view]);
      await expect.poll(() => running.pages().length, patience).toBe(2);
      return running.pages()[1]!.page;
    },
    back: () => Promise.resolve(),
    reload: async () => void (await prompter().reload()),
    crash: async () => {
      const before = happened(running, 'emits did-finish-load');
      prompter().crash();
      await expect.poll(() => happened(running, 'emits did-finish-load'), patience).toBeGreaterThan(before);
    },
    look: (expression) => prompter().page.evaluate(expression),
    restart: async () => {
      lines.push(...consoles());
      await running.act.quit();
      expect(await running.exited, running.stderr()).toBe(0);
      await running.dispose();
      running = await start();
    },
    complaints: () => [...lines, ...consoles()],
    end: () => running.dispose(),
  };
};

function happened({ entries }: Running, call: string): number {
  return entries.filter((entry) => entry.call === call).length;
}
