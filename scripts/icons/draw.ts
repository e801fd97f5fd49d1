import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser } from '@playwright/test';
import { projectRoot } from '../../src/cli/project-root.ts';
import type { IconImage } from './containers.ts';

/** The drawing, which is also the page's icon, and one on whole pixels for sizes at which it would blur. */
const drawing = path.join(projectRoot, 'src/renderer/icon.svg');
const smallDrawing = path.join(projectRoot, 'packaging/icons/small.svg');
const smallBelow = 32;

/** macOS icons have a margin: Apple's template uses 824 of 1024 pixels. */
export const macShare = 824 / 1024;

/** Draws the icon at each of these sizes; `share` is the part of the width that it fills. */
export async function drawIcons(browser: Browser, sizes: readonly number[], share = 1): Promise<IconImage[]> {
  const images: IconImage[] = [];
  for (const size of sizes) images.push({ size, png: await drawIcon(browser, size, share) });
  return images;
}

async function drawIcon(browser: Browser, size: number, share: number): Promise<Buffer> {
  const source = await readFile(size * share < smallBelow ? smallDrawing : drawing, 'base64');
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(
    `<body style="margin:0;display:grid;place-items:center;height:100vh">
      <img alt="" style="width:${share * 100}%" src="data:image/svg+xml;base64,${source}">`,
  );
  await page.locator('img').evaluate((image: HTMLImageElement) => image.decode());
  const png = await page.screenshot({ omitBackground: true });
  await page.close();
  return png;
}
