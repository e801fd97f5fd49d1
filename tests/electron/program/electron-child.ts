import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { standInApp } from './app.ts';
import './electron.ts';
import { endProcess } from './link.ts';
import { standInOptions } from './options.ts';

/*
 * What the executable of Electron does with a folder: reads `main` in its package.json, runs that, and is
 * ready once it has been read to its end. The words after the folder are the program's; a packaged one has no folder
 * among them.
 */
const { appDir, platform, packaged } = standInOptions();
Object.defineProperty(process, 'platform', { value: platform });
process.argv = [process.execPath, ...(packaged ? [] : [appDir]), ...process.argv.slice(2)];

try {
  const { main } = JSON.parse(readFileSync(path.join(appDir, 'package.json'), 'utf8')) as { main: string };
  await import(pathToFileURL(path.join(appDir, main)).href);
  setImmediate(() => standInApp.becomeReady());
} catch (error) {
  console.error('App threw an error during load');
  console.error(error);
  endProcess(1);
}
