import { expect, test } from './offbook.ts';
import { begun, expectAccessible, openPrompter, prompterOf } from '../pages/prompter-page.ts';
import { oven } from '../stories/library-stories.ts';

const long = oven.replace('I rang the sweep.', 'I rang the sweep about the flue of every single oven. '.repeat(40));
const hebrew = `# אמון
## התנור שעישן
> S:
> * שישה תנורים וארובה אחת
> A:
> * Canary לפני כולם
> * ניקיתי את הארובה
> Reflection:
> * לבדוק קודם
`;

test('before the start it says what else there is and that the text is too long; starting moves nothing', async ({
  page,
  startOffbook,
}) => {
  await page.setViewportSize({ width: 700, height: 660 });
  await openPrompter(page, await startOffbook({ stories: { 'a.md': long } }));
  const { main, timer, current, title } = prompterOf(page);
  const tooLong = main.getByRole('button', { name: /^text \d:\d\d/ });
  const whatElse = main.getByText(/^V shorter 0:0\d · also for 2 questions$/);
  // The first steps cover neither that nor the first row, in the smallest window that has them.
  const [steps, line, row] = [main.getByRole('region', { name: 'First steps' }), whatElse, current];
  await expect(steps).toBeVisible();
  const [stepsBox, lineBox, rowBox] = await Promise.all([steps, line, row].map(async (part) => part.boundingBox()));
  expect(stepsBox!.y).toBeGreaterThanOrEqual(lineBox!.y + lineBox!.height);
  expect(stepsBox!.y + stepsBox!.height).toBeLessThanOrEqual(rowBox!.y);
  await page.setViewportSize({ width: 460, height: 260 });
  await expect(whatElse).toBeVisible();
  const text = (await tooLong.textContent())?.match(/\d:\d\d/)?.[0] ?? '';
  await expectAccessible(page);
  await page.keyboard.press('t');
  await expect(timer).toHaveText(text);
  await expect(tooLong).toHaveCount(0);
  await page.keyboard.press('t');
  await expect(timer).toHaveText('2:00');
  await tooLong.click();
  await expect(timer).toHaveText(text);
  await page.keyboard.press('t');
  await expect(tooLong).toBeInViewport({ ratio: 1 });

  // In step mode, so that time moves nothing either.
  await page.keyboard.press('m');
  const before = await current.boundingBox();
  await page.keyboard.press('Space');
  await expect(timer).toHaveText(begun);
  await expect(tooLong).toHaveCount(0);
  expect(await current.boundingBox()).toEqual(before);

  await page.keyboard.press('v');
  await expect(title).toHaveText('Ownership · The oven that smoked · Shorter Answer');
  await expect(main.getByText('Shorter Answer · V goes back')).toBeVisible();
  await expect(timer).toHaveText(begun);
  await expect(timer).toHaveAttribute('data-status', 'running');

  // How far ahead it is takes the room of neither name.
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(main.locator('.drift')).toContainText('▲');
  await page.setViewportSize({ width: 430, height: 260 });
  for (const name of ['The oven that smoked', ' · Shorter Answer']) {
    const cutPx = () => title.getByText(name).evaluate((text) => text.scrollWidth - text.clientWidth);
    await expect.poll(cutPx, name).toBe(0);
  }
});

/** At the smallest size its last row and its last question take more than one line. */
const wordy = long
  .replace('> * No smoke since', '> * In all of the years after that there was no smoke since')
  .replace('What did it cost?', 'What did it cost you and everybody else?');

test('the smallest window says how long the text is too, and the next row reaches what they may ask', async ({
  page,
  startOffbook,
}) => {
  await page.setViewportSize({ width: 220, height: 90 });
  await openPrompter(page, await startOffbook({ stories: { 'a.md': wordy } }));
  const { main, current } = prompterOf(page);
  await expect(main.getByRole('button', { name: /^text/ })).toBeInViewport({ ratio: 1 });
  await page.keyboard.press('Space');
  await page.keyboard.press('Space');
  for (let row = 0; row < 6; row += 1) await page.keyboard.press('ArrowDown');
  await expect(current).toContainText('no smoke since');
  const asked = main.getByRole('region', { name: 'They may ask' }).getByRole('listitem');
  for (const question of [
    'What made you step in?',
    ...Array<string>(2).fill('What did it cost you and everybody else?'),
  ]) {
    await page.keyboard.press('ArrowDown');
    await expect(asked.and(page.locator('[aria-current="true"]'))).toHaveText(question);
    await expect(asked.getByText(question)).toBeInViewport({ ratio: 0.9 });
    await expect(current).toHaveCount(0);
    // There are no more rows to be ahead of.
    await expect(page.locator('.drift')).toBeEmpty();
  }
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(current).toContainText('no smoke since');
  await expect(current.locator('.text')).toBeInViewport({ ratio: 0.5 });
});

test('a story from right to left is mirrored as a whole; a long group gives way to the title', async ({
  page,
  startOffbook,
}) => {
  await page.setViewportSize({ width: 460, height: 260 });
  const group = 'A competency with a really very long name that somebody chose';
  const stories = { 'a.md': hebrew, 'b.md': oven.replace('# Ownership', `# ${group}`), 'c.md': oven };
  await openPrompter(page, await startOffbook({ stories }));
  const { outline, row, title, pace } = prompterOf(page);
  const right = async (text: string) => {
    const box = await row(text).locator('.text').boundingBox();
    return Math.round((box?.x ?? 0) + (box?.width ?? 0));
  };
  expect(await right('Canary')).toBe(await right('ניקיתי'));
  await expect(row('Canary').locator('.text')).toHaveCSS('direction', 'rtl');
  await expect(outline.locator('.letter').filter({ hasText: 'Rf' })).toHaveCount(1);
  const [letter, text] = [
    await row('Canary').locator('.letter').boundingBox(),
    await row('Canary').locator('.text').boundingBox(),
  ];
  expect(letter!.x).toBeGreaterThan(text!.x + text!.width / 2);
  const [first, last] = [
    await pace.locator('[data-kind="situation"]').boundingBox(),
    await pace.locator('[data-kind="reflection"]').boundingBox(),
  ];
  expect(first!.x).toBeGreaterThan(last!.x);

  await page.keyboard.press('ArrowRight');
  await expect(title).toHaveText(`${group} · The oven that smoked`);
  const [name, head, own] = [title.locator('.titled'), title, title.locator('.group')];
  const widths = async () => Promise.all([name, head, own].map(async (part) => (await part.boundingBox())!));
  const [nameBox, headBox, groupBox] = (await widths()) as [DOMRect, DOMRect, DOMRect];
  expect(groupBox.width).toBeLessThanOrEqual(headBox.width * 0.35 + 1);
  expect(nameBox.width).toBeGreaterThan(100);
  expect(groupBox.x).toBe(headBox.x);
  await page.setViewportSize({ width: 260, height: 260 });
  await expect(own).not.toBeInViewport();
  await expect(name).toBeInViewport();
});
