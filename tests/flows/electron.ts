import { _electron, type ElectronApplication, type JSHandle, type Page } from '@playwright/test';
import type { BrowserWindow } from 'electron';
import { viewKeys, watchConsoles, type Driver } from './driver.ts';

interface Running {
  app: ElectronApplication;
  prompter: Page;
  /** The prompter's window in the program's own process. */
  window: JSHandle<BrowserWindow>;
}

/** The archive of a packed program to run. Its own executable refuses inspectors, and so Playwright. */
const packed = process.env['OFFBOOK_FLOWS_ARCHIVE'];

/**
 * The built desktop app in Electron itself, by Playwright's `_electron`. Without `executablePath` Playwright takes
 * the runtime of the `electron` package, and holds the program until it is ready to listen.
 */
export const startInElectron: Driver = async ({ storiesDir, home }, { installed }) => {
  const lines: string[] = [];
  let running = await start();

  async function start(): Promise<Running> {
    const app = await _electron.launch({
      args: [packed ?? (await installed()), '--stories', storiesDir],
      env: { ...definedVariables(process.env), OFFBOOK_HOME: home },
      // The program turns the sandbox on for every page, for which Chromium must have started with one.
      chromiumSandbox: true,
      colorScheme: null,
    });
    watchConsoles(app.context(), lines);
    const prompter = await app.firstWindow();
    const window: JSHandle<BrowserWindow> = await app.browserWindow(prompter);
    return { app, prompter, window };
  }

  /** The window for all views but the prompter; opened with a key if it isn't open yet. */
  async function otherWindow(key: string): Promise<Page> {
    const { app, prompter } = running;
    const there = app.windows().find((page) => page !== prompter);
    const opened = there === undefined ? app.waitForEvent('window') : Promise.resolve(there);
    await prompter.keyboard.press(key);
    return opened;
  }

  return {
    prompter: () => running.prompter,
    show: (view) => otherWindow(viewKeys[view]),
    back: () => Promise.resolve(),
    reload: async () => void (await running.prompter.reload()),
    crash: () =>
      running.window.evaluate(async ({ webContents }) => {
        const loaded = new Promise<void>((resolve) => webContents.once('did-finish-load', () => resolve()));
        webContents.forcefullyCrashRenderer();
        await loaded;
      }),
    look: (expression) =>
      running.window.evaluate(
        ({ webContents }, code): Promise<unknown> => webContents.executeJavaScript(code),
        expression,
      ),
    restart: async () => {
      await running.app.close();
      running = await start();
    },
    complaints: () => lines,
    end: () => running.app.close(),
  };
};

function definedVariables(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(Object.entries(env).filter((pair): pair is [string, string] => pair[1] !== undefined));
}
