import type { Page } from '@playwright/test';
import type { Running } from './driver/start-program.ts';
import { temporary, untilWindowShown, writeFiles } from './programs.ts';

/** The parts of a program as small as one can be, each with what stands for it if it is left out. */
export interface SmallProgram {
  /** Before the app is ready. */
  early?: string;
  /** When it is ready and there is a `window` that loads a page. */
  ready?: string;
  preload?: string;
  /** The path of the preload as the window names it, an expression. */
  preloadPath?: string;
  /** Options of the window beside the preload, an expression. */
  webPreferences?: string;
  /** Headers of the page, an expression. */
  headers?: string;
  /** More files beside `out`. */
  files?: Readonly<Record<string, string>>;
}

/** Writes a program that opens one window with a page; gives its folder. */
export async function smallProgram(parts: SmallProgram): Promise<string> {
  const main = `
    import * as electron from 'electron';
    import { fileURLToPath } from 'node:url';
    const { app, BrowserWindow, protocol } = electron;
    protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }]);
    ${parts.early ?? ''}
    app.whenReady().then(() => {
      const headers = { 'Content-Type': 'text/html', ...(${parts.headers ?? '{}'}) };
      protocol.handle('app', () => new Response('<!doctype html><title>Small</title><p>small', { headers }));
      const preload = fileURLToPath(new URL(${parts.preloadPath ?? "'../preload.cjs'"}, import.meta.url));
      const window = new BrowserWindow({ webPreferences: { preload, ...(${parts.webPreferences ?? '{}'}) } });
      window.loadURL('app://small/').catch(() => {});
      ${parts.ready ?? ''}
    }).catch((error) => console.error(error));
  `;
  return writeFiles(await temporary('small'), {
    'package.json': JSON.stringify({ type: 'module', main: 'out/main/index.js' }),
    'out/main/index.js': main,
    'out/preload.cjs': parts.preload ?? '',
    ...parts.files,
  });
}

/** Waits until its window is shown; its page in the browser. */
export async function smallPage(running: Running): Promise<Page> {
  await untilWindowShown(running);
  const [first] = running.pages();
  if (first === undefined) throw new Error('Its pages are in no browser.');
  return first.page;
}
