import type { Browser, BrowserContext, Page } from '@playwright/test';

/** The ways in which the flows can run the program; the driver of each is beside this file. */
export const shells = ['the browser shell', 'the stand-in for Electron', 'Electron'] as const;
export type Shell = (typeof shells)[number];

/** The project in Playwright's configuration that runs the flows in a shell. */
export function flowProject(shell: Shell): string {
  return `flows in ${shell}`;
}

/** The views other than the prompter, and the prompter's key for each. */
export const viewKeys = { library: 'Shift+L', settings: 'Control+,', rehearsal: 'Shift+R' } as const;
export type View = keyof typeof viewKeys;

/**
 * The program as one of its shells runs it, as far as the flows need to know. Pages are Playwright's; what differs
 * between the shells is how they open, where the views are, and how a page or the program closes.
 */
export interface Program {
  /** The prompter's page; another one after a restart. */
  prompter: () => Page;
  /** Goes from the prompter to another view with its key, as a person does. Returns the page that shows it. */
  show: (view: View) => Promise<Page>;
  /** Goes back to the prompter: with Back in the browser; in the desktop app its window is still open. */
  back: () => Promise<void>;
  /** Reloads the prompter's page. */
  reload: () => Promise<void>;
  /**
   * Crashes the prompter's page. Resolves when the page is back: the desktop app reopens it on its own,
   * in the browser a person opens the address again. After that the flow can only `look`.
   */
  crash: () => Promise<void>;
  /**
   * The value of an expression in the prompter's page, as plain data. Works after a crash too, when Playwright has
   * no access to a page of Electron any more (playwright#27917).
   */
  look: (expression: string) => Promise<unknown>;
  /** Quits the program as a person does, and starts it again with what it saved. */
  restart: () => Promise<void>;
  /** The warnings and errors on the consoles of its pages, and uncaught errors. */
  complaints: () => string[];
  /** Quits the program and closes its pages. */
  end: () => Promise<void>;
}

/** The folders of a flow's program. */
export interface Places {
  storiesDir: string;
  /** An empty folder for the settings and everything else that it keeps. */
  home: string;
}

/** What the flows of a worker share. */
export interface Tools {
  browser: Browser;
  /** A copy of the built program away from its sources, made once per worker. */
  installed: () => Promise<string>;
}

export type Driver = (places: Places, tools: Tools) => Promise<Program>;

/** Adds the warnings and errors on the consoles of all its pages to `lines`. */
export function watchConsoles(context: BrowserContext, lines: string[]): void {
  context.on('console', (message) => {
    if (['warning', 'error'].includes(message.type())) lines.push(message.text());
  });
  context.on('weberror', (error) => lines.push(String(error.error())));
}
