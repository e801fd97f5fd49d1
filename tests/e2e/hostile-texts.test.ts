import type { Page } from '@playwright/test';
import { openLibrary } from '../pages/library-page.ts';
import { some } from '../sizes.ts';
import { hostileTexts } from '../stories/hostile-texts.ts';
import { expect, test } from './offbook.ts';

/** What a story must not bring into the page. */
const forbidden =
  'script, style, iframe, object, embed, img, picture, video, audio, base, link, meta, form, math, template, portal, marquee, [onerror], [onload]';

interface Shown {
  id: string;
  found: string[];
  links: string[];
  /** The longest that the page’s main thread was busy without a break, if that was long enough to notice. */
  stallMs: number;
}

/** Shows these stories, one after the other, each until it is painted, and says what is in them. In the page. */
async function showEach({ ids, unwanted }: { ids: readonly string[]; unwanted: string }): Promise<Shown[]> {
  const shown: Shown[] = [];
  const stalls: number[] = [];
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) stalls.push(duration);
  });
  observer.observe({ type: 'longtask' });
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  /** Names the file and the line of the story that is shown now. */
  const place = () => document.querySelector<HTMLElement>('main button[title*=", line "]')?.title;
  for (const id of ids) {
    const row = document.querySelector<HTMLElement>(`[data-story="${CSS.escape(id)}"]`);
    const isShown = row?.matches('[aria-selected="true"], [aria-selected="true"] *, :has([aria-selected="true"])');
    const before = isShown === true ? null : place();
    row?.click();
    for (let frames = 0; place() === before || place() === undefined; frames += 1) {
      if (frames === 600) throw new Error(`${id} isn’t shown; ${place()} is.`);
      await frame();
    }
    await frame();
    await frame();
    const main = document.querySelector('main');
    shown.push({
      id,
      found: [...(main?.querySelectorAll(unwanted) ?? [])].map(({ outerHTML }) => outerHTML),
      links: [...(main?.querySelectorAll('a[href]') ?? [])].map((link) => link.getAttribute('href') ?? ''),
      stallMs: Math.max(0, ...stalls.splice(0)),
    });
  }
  observer.disconnect();
  return shown;
}

/**
 * How long the page’s main thread works to show a story after another one: the least of three times, or the first that is
 * short enough, in processor time, so that a busy computer doesn’t count.
 */
async function workMs(page: Page, id: string, other: string, enoughMs = 0): Promise<number> {
  const devTools = await page.context().newCDPSession(page);
  await devTools.send('Performance.enable', { timeDomain: 'threadTicks' });
  const busyMs = async (): Promise<number> => {
    const { metrics } = await devTools.send('Performance.getMetrics');
    return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN);
  };
  const times: number[] = [];
  // One time that is short enough tells; on a busy computer, hundreds are measured.
  for (let time = 0; time < 3 && Math.min(...times) > enoughMs; time += 1) {
    await page.evaluate(showEach, { ids: [other], unwanted: forbidden });
    const beforeMs = await busyMs();
    await page.evaluate(showEach, { ids: [id], unwanted: forbidden });
    times.push((await busyMs()) - beforeMs);
  }
  await devTools.detach();
  return Math.min(...times);
}

test('hostile stories run nothing, ask for nothing, link only to https and mailto, and don’t stall the page', async ({
  page,
  startOffbook,
}) => {
  test.setTimeout(300_000);
  const texts = some(hostileTexts(), 60);
  const files = texts.map(({ text }, index) => [`${String(index).padStart(4, '0')}.md`, text] as const);
  // As long as the longest of them.
  const harmless = `## Harmless\n\n**S:** before\n\n${'Some words of a story.\n\n'.repeat(450)}**R:** after`;
  const offbook = await startOffbook({ stories: { ...Object.fromEntries(files), 'harmless.md': harmless } });
  const asked: string[] = [];
  const said: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(`${new URL(offbook.address).origin}/`)) asked.push(request.url());
  });
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(error.message));
  page.on('dialog', (dialog) => said.push(dialog.message()));
  await openLibrary(page, offbook);
  const rows = page.locator('[data-story]');
  await rows.first().waitFor({ timeout: 60_000 });
  const ids = await rows.evaluateAll((all) => all.map((row) => row.dataset['story'] ?? ''));
  const shown = await page.evaluate(showEach, { ids, unwanted: forbidden });
  // A few are no story, such as a file with a NUL.
  expect(shown.length).toBeGreaterThan(texts.length * 0.9);
  expect(shown.flatMap(({ found }) => found)).toEqual([]);
  const links = shown.flatMap((story) => story.links);
  expect(links.filter((link) => !/^(?:https|mailto):|^\?|^#/u.test(link))).toEqual([]);
  const plain = ids.find((id) => id.includes('harmless')) ?? '';
  const mostMs = 50 + (await workMs(page, plain, ids[0] ?? ''));
  const stalling: string[] = [];
  for (const { id } of shown.filter(({ id, stallMs }) => id !== plain && stallMs > 50)) {
    const ms = await workMs(page, id, plain, mostMs);
    if (ms > mostMs) stalling.push(`${id}: ${ms} ms`);
  }
  expect(stalling).toEqual([]);
  expect(await page.evaluate(() => 'ran' in window)).toBe(false);
  expect(asked).toEqual([]);
  expect(said).toEqual([]);
});
