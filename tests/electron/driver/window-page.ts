import { readFile } from 'node:fs/promises';
import type { BrowserContext, CDPSession, Page, Route } from '@playwright/test';
import type { Remote } from '../link.ts';
import type { LoadOutcome, PageOptions, ProgramSide } from '../sides.ts';
import { isPrograms, toBrowser, toProgram } from './addresses.ts';
import { pageCode, withPreload } from './page-code.ts';
import { openPreloadLine, worldName, type PreloadLine } from './preload-line.ts';
import { securityWarnings } from './security-warnings.ts';

export interface ConsoleLine {
  /** Playwright's: `log`, `warning`, `error`, … */
  type: string;
  text: string;
}

/** A window's page, as the program has it. */
export interface LoadedPage {
  contents: number;
  load: (url: string) => Promise<LoadOutcome>;
  reload: () => Promise<LoadOutcome>;
  crash: () => void;
  deliver: (channel: string, args: unknown[]) => void;
  resize: (width: number, height: number) => Promise<void>;
  close: () => Promise<void>;
}

/** A window's page in the browser. */
export interface WindowPage extends LoadedPage {
  /** Playwright's page; another one after the page broke down and was opened again. */
  page: Page;
  /** Everything on the console, and errors that nobody caught, of all its pages. */
  console: ConsoleLine[];
  /** Goes somewhere without asking the program, as if something had gone wrong with that. */
  stray: (url: string) => Promise<void>;
}

interface Surroundings {
  context: BrowserContext;
  program: Remote<ProgramSide>;
  /** Pages of other sites, by their addresses; all else can't be reached. */
  elsewhere: Readonly<Record<string, string>>;
}

/** What the page's process looks like from outside when it broke down. */
export const crashed = { reason: 'crashed', exitCode: 5 } as const;

/** Opens a page for a window, which shows nothing yet. */
export async function openWindowPage(options: PageOptions, surroundings: Surroundings): Promise<WindowPage> {
  const { contents, preload } = options;
  const { context, program } = surroundings;
  const lines: ConsoleLine[] = [];
  let size = { width: options.width, height: options.height };
  let url = 'about:blank';
  let isCrashed = false;
  /** The next navigation is the program's own, which nobody is asked about. */
  let isOwn = false;
  let opened = await open();

  async function open(): Promise<{ page: Page; cdp: CDPSession; line: PreloadLine }> {
    const page = await context.newPage();
    await page.setViewportSize(size);
    page.on('console', (message) => lines.push({ type: message.type(), text: message.text() }));
    page.on('pageerror', (error) => lines.push({ type: 'error', text: String(error) }));
    page.on('close', () => {
      if (page === opened.page) void program.pageClosed(contents);
    });
    page.on('popup', (popup) => void popup.close());
    page.on('crash', () => {
      isCrashed = true;
      void program.gone(contents, crashed);
    });
    await page.route('**/*', (route) => answer(route, page));
    const cdp = await context.newCDPSession(page);
    const line = await openPreloadLine(cdp, page, contents, program, (error) => preloadFailed(error));
    cdp.on('Page.windowOpen', ({ url, windowFeatures }) => void popUp(url, windowFeatures.join(',')));
    return { page, cdp, line };
  }

  async function popUp(url: string, features: string): Promise<void> {
    const action = await program.openedWindow(contents, toProgram(url), features);
    // Only denied ones are imitated; the console of a sound page is empty.
    if (action === 'allow') lines.push({ type: 'error', text: `The program lets the page open ${url}.` });
  }

  function preloadFailed(error: Error): void {
    lines.push({ type: 'error', text: `Unable to load preload script: ${preload}` });
    void program.preloadFailed(contents, preload ?? '', error);
  }

  async function answer(route: Route, page: Page): Promise<void> {
    const request = route.request();
    if (request.isNavigationRequest()) {
      const isMainFrame = request.frame() === page.mainFrame();
      const asked = !(isMainFrame && isOwn);
      if (isMainFrame) isOwn = false;
      if (asked && !(await program.mayNavigate(contents, toProgram(request.url()), isMainFrame))) {
        return route.abort('aborted');
      }
    }
    await serve(route, page);
  }

  async function serve(route: Route, page: Page): Promise<void> {
    const request = route.request();
    const foreign = surroundings.elsewhere[request.url()];
    if (foreign !== undefined) return route.fulfill({ body: foreign, contentType: 'text/html; charset=utf-8' });
    if (!isPrograms(request.url())) return route.abort('namenotresolved');
    try {
      const wanted = { url: toProgram(request.url()), method: request.method(), headers: request.headers() };
      const response = await program.request(wanted);
      if (response === null) return await route.abort('addressunreachable');
      // Before its scripts run.
      if (request.isNavigationRequest() && request.frame() === page.mainFrame()) {
        await program.committed(contents, wanted.url);
      }
      await route.fulfill({ ...response, body: Buffer.from(response.body) });
    } catch (error) {
      lines.push({ type: 'error', text: `The handler of ${request.url()} failed: ${String(error)}` });
      // The page, or the whole program, may be gone by now.
      await route.abort('failed').catch(() => undefined);
    }
  }

  /** Has Chromium run the preload as it is on disk now, in a world of its own, before the page's scripts. */
  async function prepare(): Promise<Error | null> {
    const { mainWorld, isolatedWorld } = await pageCode();
    let failure: Error | null = null;
    let source = isolatedWorld;
    try {
      if (preload !== null) source = withPreload(isolatedWorld, await readFile(preload, 'utf8'), facts(options));
    } catch (error) {
      failure = error as Error;
    }
    await opened.line.runBefore([{ source: mainWorld }, { source, worldName }]);
    return failure;
  }

  async function go(): Promise<LoadOutcome> {
    try {
      const failure = await prepare();
      isOwn = true;
      await opened.page.goto(toBrowser(url), { waitUntil: 'load' });
      if (failure !== null) preloadFailed(failure);
      lines.push(...(await securityWarnings(opened.page, opened.cdp, options.webPreferences)));
      await opened.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      return { ok: true };
    } catch (error) {
      return { ok: false, ...chromiumError(error) };
    }
  }

  return {
    contents,
    get page() {
      return opened.page;
    },
    console: lines,
    load: (wanted) => {
      url = wanted;
      return go();
    },
    reload: async () => {
      if (isCrashed) {
        const broken = opened.page;
        opened = await open();
        isCrashed = false;
        await broken.close();
      }
      return go();
    },
    crash: () => {
      // Chromium never answers this one.
      opened.cdp.send('Page.crash').catch(() => undefined);
    },
    stray: async (strange) => {
      isOwn = true;
      await opened.page.goto(toBrowser(strange));
      await program.committed(contents, strange);
    },
    deliver: (channel, args) => opened.line.deliver(channel, args),
    resize: async (width, height) => {
      size = { width, height };
      await opened.page.setViewportSize(size);
    },
    close: () => opened.page.close(),
  };
}

/** As much of `process` as a preload has under the stand-in. */
function facts({ webPreferences }: PageOptions): object {
  return {
    type: 'renderer',
    sandboxed: true,
    contextIsolated: true,
    platform: process.platform,
    env: {},
    webPreferences,
  };
}

/** Chromium's own name and number of what went wrong, out of Playwright's words. */
function chromiumError(error: unknown): { code: number; description: string } {
  const name = /net::(ERR_\w+)/.exec(String(error))?.[1] ?? 'ERR_FAILED';
  const codes: Readonly<Record<string, number>> = {
    ERR_FAILED: -2,
    ERR_ABORTED: -3,
    ERR_NAME_NOT_RESOLVED: -105,
    ERR_ADDRESS_UNREACHABLE: -109,
  };
  return { code: codes[name] ?? -2, description: name };
}
