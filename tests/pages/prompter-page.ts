import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { expect, type Locator, type Page } from '@playwright/test';
import type Axe from 'axe-core';

/** Opens the program in a page and waits for its story: keys pressed earlier would be lost. */
export async function openPrompter(page: Page, offbook: { address: string }): Promise<void> {
  await page.goto(offbook.address);
  await expect(prompterOf(page).outline).toBeVisible();
}

/** The prompter's parts by their roles and names, as assistive software finds them. */
export function prompterOf(page: Page) {
  const main = page.getByRole('main', { name: 'Prompter' });
  const outline = main.getByRole('list', { name: 'Outline' });
  return {
    main,
    outline,
    title: main.getByRole('heading', { level: 1 }),
    timer: main.getByRole('timer', { name: 'Time left' }),
    pace: main.getByRole('meter', { name: 'Pace' }),
    current: outline.locator('[aria-current="true"]'),
    section: (name: string): Locator => main.getByRole('group', { name }),
    /** A row by its text; sections are list items too, so this takes the innermost. */
    row: (text: string): Locator => outline.getByRole('listitem').filter({ hasText: text }).last(),
    button: (name: string): Locator => main.getByRole('button', { name, exact: true }),
  };
}

/** What the clock of a two-minute story shows soon after the start. A busy computer can miss a single figure. */
export const begun = /^1:[0-5]\d$/;

export interface Scroll {
  playState: string;
  atMs: number;
  rate: number;
  targetMs: number;
  keyframes: number;
  /** What the clock showed at that moment. */
  figure: string;
  /** When this was read, in milliseconds that all tabs of a browser share. */
  readAtMs: number;
  /** When the outline's plan time was zero, in the same milliseconds; null while it doesn't move. */
  zeroAtMs: number | null;
}

/** The one animation that moves the outline along the plan, without the short ones that soften a nudge. */
export function readScroll(page: Page): Promise<Scroll> {
  return page.evaluate(() => {
    const moving = document.getAnimations().filter((animation) => {
      const effect = animation.effect as KeyframeEffect;
      const holdsRows = effect.target?.contains(document.querySelector('[aria-current="true"]')) === true;
      return holdsRows && Number(effect.getTiming().duration) > 1000;
    });
    const [animation] = moving;
    if (animation === undefined || moving.length > 1) throw new Error(`${moving.length} animations move the outline.`);
    const effect = animation.effect as KeyframeEffect;
    return {
      playState: animation.playState,
      atMs: Number(animation.currentTime),
      rate: animation.playbackRate,
      targetMs: Number(effect.getComputedTiming().duration),
      keyframes: effect.getKeyframes().length,
      figure: document.querySelector('[role="timer"]')?.textContent ?? '',
      readAtMs: performance.timeOrigin + performance.now(),
      zeroAtMs: animation.startTime === null ? null : performance.timeOrigin + Number(animation.startTime),
    };
  });
}

/** How far the first line of the current row is from the reading line, in pixels. */
export function offTheLine(page: Page, readingLine = 1 / 3): Promise<number> {
  return page.evaluate((share) => {
    const text = document.querySelector('[aria-current="true"] .text');
    if (text === null) throw new Error('No row is current.');
    const { top } = text.getBoundingClientRect();
    const firstLinePx = Number.parseFloat(getComputedStyle(text).lineHeight);
    const view = text.closest('.view')?.getBoundingClientRect() ?? new DOMRect();
    return top + firstLinePx / 2 - (view.top + view.height * share);
  }, readingLine);
}

/** Axe as it is run in a page. Its package for Playwright would send twice as much to the page, and get all that is right back. */
const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/**
 * All of axe's rules, at every level, once for each state of a view, in the light theme, where contrast is lowest. That
 * the colours of the other themes are readable too is proved in tests/renderer/styles.
 */
export async function expectAccessible(page: Page): Promise<void> {
  await expect(page.locator('html')).toHaveCSS('color-scheme', 'light');
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(await readFile(axePath, 'utf8'));
  const found = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof Axe };
    const { violations } = await axe.run(document, { resultTypes: ['violations'] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  });
  expect(found).toEqual([]);
}
