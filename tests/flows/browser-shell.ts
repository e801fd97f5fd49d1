import type { BrowserContext, Page } from '@playwright/test';
import { runProgram, type ProgramProcess } from '../program-process.ts';
import { viewKeys, watchConsoles, type Driver } from './driver.ts';

interface Running {
  program: ProgramProcess;
  address: string;
  context: BrowserContext;
  page: Page;
}

/** `offbook serve`, and one tab in which a person goes from view to view. */
export const startInBrowser: Driver = async ({ storiesDir, home }, { browser }) => {
  const lines: string[] = [];
  let running = await start();

  async function start(): Promise<Running> {
    const words = ['src/cli/offbook.ts', 'serve', '--no-open', '--stories', storiesDir];
    const program = runProgram(words, { OFFBOOK_HOME: home });
    const address = await program.address;
    const context = await browser.newContext();
    watchConsoles(context, lines);
    return { program, address, context, page: await open(context, address) };
  }

  async function open(context: BrowserContext, address: string): Promise<Page> {
    const page = await context.newPage();
    await page.goto(address);
    return page;
  }

  async function end(): Promise<void> {
    await running.context.close();
    // Like Control+C.
    running.program.kill('SIGINT');
    await running.program.exited;
  }

  return {
    prompter: () => running.page,
    show: async (view) => {
      await running.page.keyboard.press(viewKeys[view]);
      return running.page;
    },
    back: async () => void (await running.page.goBack()),
    reload: async () => void (await running.page.reload()),
    crash: async () => {
      const { context, address, page } = running;
      const crashed = page.waitForEvent('crash');
      const session = await context.newCDPSession(page);
      // Chromium never answers this one.
      session.send('Page.crash').catch(() => undefined);
      await crashed;
      await page.close();
      running = { ...running, page: await open(context, address) };
    },
    look: (expression) => running.page.evaluate(expression),
    restart: async () => {
      await end();
      running = await start();
    },
    complaints: () => lines,
    end,
  };
};
