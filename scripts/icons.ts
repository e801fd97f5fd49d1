/*
 * Makes the icons of the packed program from the drawings: `npm run icons`. The icons are committed.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { projectRoot } from '../src/cli/project-root.ts';
import { browserOptions } from './browser-options.ts';
import { icnsOf, icnsSizes, icoOf } from './icons/containers.ts';
import { drawIcons, macShare } from './icons/draw.ts';
import { provideBrowser } from './provide-browser.ts';

const windowsSizes = [16, 24, 32, 48, 64, 128, 256];
const linuxSizes = [16, 24, 32, 48, 64, 128, 256, 512];

const folder = path.join(projectRoot, 'packaging/icons');
const browser = await chromium.launch(browserOptions(provideBrowser((text) => console.error(text))));
await writeFile(path.join(folder, 'icon.ico'), icoOf(await drawIcons(browser, windowsSizes)));
await writeFile(path.join(folder, 'icon.icns'), icnsOf(await drawIcons(browser, icnsSizes, macShare)));
await mkdir(path.join(folder, 'linux'), { recursive: true });
// electron-builder reads the sizes off the names.
for (const { size, png } of await drawIcons(browser, linuxSizes)) {
  await writeFile(path.join(folder, 'linux', `${size}x${size}.png`), png);
}
await browser.close();
console.log('packaging/icons');
