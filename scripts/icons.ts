/*
 * Makes the icons of the packed program, and those of the page's manifest, from the drawings: `npm run icons`. The icons
 * are committed.
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
/** What browsers ask for before they install a page as an app. */
const manifestSizes = [192, 512];

const folder = path.join(projectRoot, 'packaging/icons');
const browser = await chromium.launch(browserOptions(provideBrowser((text) => console.error(text))));
await writeFile(path.join(folder, 'icon.ico'), icoOf(await drawIcons(browser, windowsSizes)));
await writeFile(path.join(folder, 'icon.icns'), icnsOf(await drawIcons(browser, icnsSizes, macShare)));
await mkdir(path.join(folder, 'linux'), { recursive: true });
// electron-builder reads the sizes off the names.
for (const { size, png } of await drawIcons(browser, linuxSizes)) {
  await writeFile(path.join(folder, 'linux', `${size}x${size}.png`), png);
}
const pageFolder = path.join(projectRoot, 'src/renderer/public');
for (const { size, png } of await drawIcons(browser, manifestSizes)) {
  await writeFile(path.join(pageFolder, `icon-${size}.png`), png);
}
await browser.close();
console.log('packaging/icons, src/renderer/public');
