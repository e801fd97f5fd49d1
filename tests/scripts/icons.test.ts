import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { chromium, type Browser } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browserOptions } from '../../scripts/browser-options.ts';
import { installedBrowser } from '../../scripts/find-browser.ts';
import { icnsOf, icnsSizes, icoOf } from '../../scripts/icons/containers.ts';
import { drawIcons, macShare } from '../../scripts/icons/draw.ts';
import { projectRoot } from '../../src/cli/project-root.ts';
import { trayIconSize, trayPixels } from '../../src/main/tray-icon.ts';

const folder = path.join(projectRoot, 'packaging/icons');
const icon = (...names: string[]): Promise<Buffer> => readFile(path.join(folder, ...names));

describe('the containers', () => {
  const images = [16, 256].map((size) => ({ size, png: Buffer.from(`the picture of ${size}`) }));

  test('of Windows list each picture’s size and offset', () => {
    expect(partsOfIco(icoOf(images))).toEqual(images);
    expect(() => icoOf([{ size: 512, png: Buffer.alloc(0) }])).toThrow('256 pixels wide at most');
  });

  test('of macOS list each picture’s type and length', () => {
    const icns = icnsOf([{ size: 256, png: Buffer.from('abc') }]);
    expect(partsOfIcns(icns)).toEqual(['ic13', 'ic08'].map((type) => ({ type, png: Buffer.from('abc') })));
    expect(icns.readUInt32BE(4)).toBe(icns.length);
    expect(() => icnsOf([{ size: 100, png: Buffer.alloc(0) }])).toThrow('no type for a width of 100');
  });
});

describe('the icons of the packed program', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch(browserOptions(installedBrowser()));
  });
  afterAll(() => browser.close());

  test('have the sizes that the systems need', async () => {
    const windows = partsOfIco(await icon('icon.ico'));
    expect(windows.map(({ size }) => size)).toEqual([16, 24, 32, 48, 64, 128, 256]);
    for (const { size, png } of windows) expect(sizeOfPng(png)).toEqual([size, size]);
    const mac = partsOfIcns(await icon('icon.icns')).map(({ png }) => sizeOfPng(png)[0]);
    expect(new Set(mac)).toEqual(new Set(icnsSizes));
    const linux = await readdir(path.join(folder, 'linux'));
    expect(linux).toContain('512x512.png');
    for (const name of linux) expect(`${sizeOfPng(await icon('linux', name)).join('x')}.png`).toBe(name);
    // The page's manifest says which sizes it has.
    for (const size of [192, 512]) {
      const png = await readFile(path.join(projectRoot, `src/renderer/public/icon-${size}.png`));
      expect(sizeOfPng(png)).toEqual([size, size]);
    }
  });

  test.each([16, 32, 128])('match the current drawings at %s pixels; if not, run “npm run icons”', async (size) => {
    const [drawn] = await drawIcons(browser, [size]);
    const committed = await icon('linux', `${size}x${size}.png`);
    expect(await differenceOf(browser, committed, drawn!.png)).toBeLessThan(2);
    const [other] = await drawIcons(browser, [size], macShare);
    expect(await differenceOf(browser, committed, other!.png)).toBeGreaterThan(2);
  });

  test('have the margin of macOS icons', async () => {
    const largest = partsOfIcns(await icon('icon.icns')).find(({ type }) => type === 'ic10');
    const [drawn] = await drawIcons(browser, [1024], macShare);
    expect(await differenceOf(browser, largest!.png, drawn!.png)).toBeLessThan(2);
  });
});

test('the tray’s icon has the rows of the drawing, and its mark', async () => {
  const svg = await readFile(path.join(projectRoot, 'src/renderer/icon.svg'), 'utf8');
  const [, from = '', height = ''] = /<path d="M0 (\d+)h1\.5a.*v(\d+)a/.exec(svg) ?? [];
  const mark = { x: 0, y: Number(from), width: 3, height: Number(height) + 3 };
  const rows = [...svg.matchAll(/<rect x="(\d+)" y="(\d+)" width="(\d+)" height="(\d+)"/g)].map((found) => {
    const [x = 0, y = 0, width = 0, height = 0] = found.slice(1).map(Number);
    return { x, y, width, height };
  });
  expect(rows).toHaveLength(3);
  const shape = new Set<number>();
  for (const { x, y, width, height: rowHeight } of [mark, ...rows]) {
    for (let row = y; row < y + rowHeight; row += 1) {
      for (let column = x; column < x + width; column += 1) shape.add(row * trayIconSize + column);
    }
  }
  const opaque = [...trayPixels(true)].flatMap((value, at) => (at % 4 === 3 && value > 0 ? [(at - 3) / 4] : []));
  expect(new Set(opaque)).toEqual(shape);
});

function partsOfIco(ico: Buffer): { size: number; png: Buffer }[] {
  expect(ico.readUInt16LE(2)).toBe(1);
  return Array.from({ length: ico.readUInt16LE(4) }, (_, index) => {
    const at = 6 + 16 * index;
    const offset = ico.readUInt32LE(at + 12);
    return { size: ico.readUInt8(at) || 256, png: ico.subarray(offset, offset + ico.readUInt32LE(at + 8)) };
  });
}

function partsOfIcns(icns: Buffer): { type: string; png: Buffer }[] {
  expect(icns.toString('latin1', 0, 4)).toBe('icns');
  const parts = [];
  for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4)) {
    parts.push({
      type: icns.toString('latin1', at, at + 4),
      png: icns.subarray(at + 8, at + icns.readUInt32BE(at + 4)),
    });
  }
  return parts;
}

/** Width and height, from a PNG's first chunk. */
function sizeOfPng(png: Buffer): [number, number] {
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
}

/** The average difference between the pixels of two pictures, 0 to 255: browsers smooth edges differently. */
async function differenceOf(browser: Browser, one: Buffer, other: Buffer): Promise<number> {
  const page = await browser.newPage();
  const difference = await page.evaluate(
    async (pictures) => {
      const [first, second] = await Promise.all(
        pictures.map(async (picture) => {
          const image = new Image();
          image.src = `data:image/png;base64,${picture}`;
          await image.decode();
          const canvas = new OffscreenCanvas(image.width, image.height);
          const context = canvas.getContext('2d')!;
          context.drawImage(image, 0, 0);
          return context.getImageData(0, 0, image.width, image.height).data;
        }),
      );
      return first!.reduce((sum, value, at) => sum + Math.abs(value - (second![at] ?? 0)), 0) / first!.length;
    },
    [one.toString('base64'), other.toString('base64')],
  );
  await page.close();
  return difference;
}
