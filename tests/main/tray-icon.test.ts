import { expect, test } from 'vitest';
import { trayIconSize, trayPixels } from '../../src/main/tray-icon.ts';

const alphas = (pixels: Uint8Array): number[] => [...pixels].filter((_, index) => index % 4 === 3);

test('a template has only the shape; elsewhere a background covers everything', () => {
  for (const template of [true, false]) expect(trayPixels(template)).toHaveLength(trayIconSize ** 2 * 4);
  expect(new Set(alphas(trayPixels(false)))).toEqual(new Set([255]));
  const shape = alphas(trayPixels(true)).filter((alpha) => alpha > 0).length;
  expect(shape).toBe(3 * 8 + 14 * 3 + 18 * 4 + 12 * 3);
});

test('is grey throughout, so that no order of channels can tint it', () => {
  const pixels = trayPixels(false);
  for (let at = 0; at < pixels.length; at += 4) expect(new Set(pixels.slice(at, at + 3)).size).toBe(1);
  expect(new Set(pixels).size).toBeGreaterThan(3);
});
