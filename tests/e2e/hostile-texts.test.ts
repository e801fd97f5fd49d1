import type { Page } from '@playwright/test';
import { openLibrary } from '../pages/library-page.ts';
import { some } from '../sizes.ts';
import { hostileTexts } from '../stories/hostile-texts.ts';
import { expect, test } from './offbook.ts';

/** What a story must not bring into the page. */
const forbidden =
  'script, style, iframe, object, embed, img, picture, video, audio, base, link, meta, form, math, template, portal, marquee, [onerror], [onload]';

interface Shown {
  title: string;
  found: string[];
  links: string[];
}

/** Shows each story of the library, one after the other, and says what is in it. */
function showAll(page: Page): Promise<Shown[]> {
  return page.evaluate(async (unwanted) => {
    const shown: Shown[] = [];
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    for (const row of document.querySelectorAll<HTMLElement>('[data-story]')) {
      row.click();
      while (row.closest('[aria-selected="true"]') === null && row.querySelector('[aria-selected="true"]') === null) {
        await frame();
      }
      await frame();
      const main = document.querySelector('main');
      shown.push({
        title: main?.querySelector('h1')?.textContent ?? '',
        found: [...(main?.querySelectorAll(unwanted) ?? [])].map(({ outerHTML }) => outerHTML),
        links: [...(main?.querySelectorAll('a[href]') ?? [])].map((link) => link.getAttribute('href') ?? ''),
      });
    }
    return shown;
  }, forbidden);
}

test('hostile stories run nothing, ask for nothing, and link only to https and mailto', async ({
  page,
  startOffbook,
}) => {
  test.setTimeout(180_000);
  const texts = some(hostileTexts(), 60);
  const files = texts.map(({ text }, index) => [`${String(index).padStart(4, '0')}.md`, text] as const);
  const offbook = await startOffbook({ stories: Object.fromEntries(files) });
  const asked: string[] = [];
  const said: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(`${new URL(offbook.address).origin}/`)) asked.push(request.url());
  });
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(error.message));
  page.on('dialog', (dialog) => said.push(dialog.message()));
  await openLibrary(page, offbook);
  const shown = await showAll(page);
  // A few are no story, such as a file with a NUL.
  expect(shown.length).toBeGreaterThan(texts.length * 0.9);
  expect(shown.flatMap(({ found }) => found)).toEqual([]);
  const links = shown.flatMap((story) => story.links);
  expect(links.filter((link) => !/^(?:https|mailto):|^\?|^#/u.test(link))).toEqual([]);
  expect(await page.evaluate(() => 'ran' in window)).toBe(false);
  expect(asked).toEqual([]);
  expect(said).toEqual([]);
});
