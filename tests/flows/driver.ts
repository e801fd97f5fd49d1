import type { Browser, BrowserContext, Page } from '@playwright/test';

/** The ways to run the program that the flows know: a driver for each stands beside this file. */
export const shells = ['the browser shell', 'the stand-in for Electron', 'Electron'] as const;
export type Shell = (typeof shells)[number];

/** The name of the project in Playwright's configuration that runs them in a shell. */
export function flowProject(shell: Shell): string {
  return `flows in ${shell}`;
}

/** The views beside the prompter, and the key of it that leads there. */
export const viewKeys = { library: 'Shift+L', settings: 'Control+,', rehearsal: 'Shift+R' } as const;
export type View = keyof typeof viewKeys;

/**
 * The program as one of its shells runs it, as far as the flows need to know. Pages are Playwright's; what differs
 * between the shells is how they come about, where the views are, and how a page or the program ends.
 */
export interface Program {
  /** The page that the prompter is in. Another one after the program was started again. */
  prompter: () => Page;
  /** Goes from the prompter to another view as a person does, by its key; the page that shows it. */
  show: (view: View) => Promise<Page>;
  /** Goes back to the prompter: in the browser by Back, on the desktop it stands beside the other window. */
  back: () => Promise<void>;
  /** Loads the prompter's page anew. */
  reload: () => Promise<void>;
  /**
   * Breaks the prompter's page down. Resolves when the page is there again: the desktop app opens it by itself,
   * in the browser a person opens the address again. From then on the flow may only `look`.
   */
  crash: () => Promise<void>;
  /**
   * The value of an expression in the prompter's page, as plain data. Works after a crash too, when Playwright has
   * no hold on a page of Electron any more (playwright#27917).
   */
  look: (expression: string) => Promise<unknown>;
  /** Ends the program as a person does, and starts it again with what it kept. */
  restart: () => Promise<void>;
  /** The warnings and errors on the consoles of its pages, and errors that nobody caught. */
  complaints: () => string[];
  /** Ends the program and closes its pages. */
  end: () => Promise<void>;
}

/** Where a flow's program finds and keeps things. */
export interface Places {
  storiesDir: string;
  /** An empty folder, where it keeps the settings and all else. */
  home: string;
}

/** What drivers share among the flows of a worker. */
export interface Tools {
  browser: Browser;
  /** A copy of the built program away from its sources, made once a worker. */
  installed: () => Promise<string>;
}

export type Driver = (places: Places, tools: Tools) => Promise<Program>;

/** Keeps what the consoles of all its pages complain of in `lines`. */
export function watchConsoles(context: BrowserContext, lines: string[]): void {
  context.on('console', (message) => {
    if (['warning', 'error'].includes(message.type())) lines.push(message.text());
  });
  context.on('weberror', (error) => lines.push(String(error.error())));
}
