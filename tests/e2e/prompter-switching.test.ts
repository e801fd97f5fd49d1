import { expect, test } from './offbook.ts';
import { begun, openPrompter, prompterOf, readScroll } from '../pages/prompter-page.ts';
import { glaze, kiln } from '../stories/prompter-stories.ts';

const stories = { 'a-kiln.md': kiln, 'b-glaze.md': glaze };

test('a saved story is shown within half a second, on the same row, and the clock goes on', async ({
  page,
  startOffbook,
}) => {
  const offbook = await startOffbook({ stories });
  await openPrompter(page, offbook);
  const { timer, current, row } = prompterOf(page);
  await page.keyboard.press('Space');
  for (let presses = 0; presses < 3; presses += 1) await page.keyboard.press('ArrowDown');
  await expect(timer).toHaveText(begun);
  const before = await readScroll(page);
  const delaysMs: number[] = [];
  // The quickest of three, since the computer may be busy with something else.
  for (const people of ['Two hundred', 'Three hundred', 'Four hundred']) {
    // It is in the page before the file is saved, so that it can't miss the change.
    const watch = await page.evaluateHandle((awaited) => {
      const main = document.querySelector('main') as Element;
      const seenAt = new Promise<number>((resolve) => {
        const look = (): void => void (main.textContent.includes(awaited) && resolve(Date.now()));
        new MutationObserver(look).observe(main, { characterData: true, childList: true, subtree: true });
      });
      return { seenAt };
    }, people);
    const savedAt = Date.now();
    await offbook.write('a-kiln.md', kiln.replace('> * Forty', `> * Sixty kilns now\n> * ${people} people\n> * Forty`));
    delaysMs.push((await watch.evaluate(({ seenAt }) => seenAt)) - savedAt);
  }
  expect(Math.min(...delaysMs)).toBeLessThan(500);
  await expect(row('Four hundred people')).toBeVisible();
  await expect(current).toHaveText('ALogged every cold start for a month');
  await expect(timer).toHaveText(begun);
  const after = await readScroll(page);
  expect(after.playState).toBe('running');
  expect(after.keyframes).toBe(before.keyframes + 14);
});

test('two tabs show the same session at the same time', async ({ page, context, startOffbook }) => {
  const offbook = await startOffbook({ stories });
  const other = await context.newPage();
  for (const tab of [page, other]) await openPrompter(tab, offbook);
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await expect(prompterOf(other).current).toContainText('Three cold firings');
  for (const tab of [page, other]) await expect(prompterOf(tab).timer).toHaveText(begun);
  const apartMs = async (): Promise<number> => {
    const [one, two] = [await readScroll(page), await readScroll(other)];
    return Math.abs((one.zeroAtMs ?? 0) - (two.zeroAtMs ?? Infinity));
  };
  // Every message improves the estimate; on a busy computer the first ones may all be late.
  await expect(async () => {
    await page.keyboard.press('+');
    expect(await apartMs()).toBeLessThan(40);
  }).toPass();
  await other.keyboard.press('n');
  await expect(prompterOf(page).title).toContainText('glaze recipe');
  await other.mouse.move(200, 200);
  await other.mouse.wheel(0, 3000);
  await expect(prompterOf(page).current).toContainText('Orders doubled');
  await other.keyboard.press('d');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});
