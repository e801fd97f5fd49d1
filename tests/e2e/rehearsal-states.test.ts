import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './offbook.ts';
import { expectAccessible } from '../pages/prompter-page.ts';
import { openRehearsal, rehearsalOf, speak, spokenASecond, unfold } from '../pages/rehearsal-page.ts';
import { canal, lock } from '../stories/rehearsal-stories.ts';

/** Written from right to left. */
const hebrew = `# אמון
## הסכר
ספר לי על פעם ששינית דבר.

> S:
> * תשע סירות בשעה
> A:
> * ספרתי כל סירה
> R:
> * 14 סירות
`;

test.describe('axe finds nothing', () => {
  test.beforeEach(async ({ page, startOffbook }) => {
    await page.setViewportSize({ width: 900, height: 640 });
    await openRehearsal(page, await startOffbook({ stories: { ...canal, 'f-rtl.md': hebrew } }));
  });

  test('from the setup to the follow-up', async ({ page }) => {
    await expectAccessible(page);
    const { choice, timer, present, main } = rehearsalOf(page);
    await choice('Questions').selectOption({ label: 'with their main questions and follow-ups' });
    await choice('Which stories').selectOption({ label: 'Think Big (1)' });
    await page.keyboard.press('Enter');
    await expect(timer).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press('Space');
    await spokenASecond(page);
    await page.keyboard.press('ArrowDown');
    await expect(present).toHaveAccessibleName('Task');
    await page.keyboard.press('Space');
    await expect(main.getByText('Paused.')).toBeVisible();
    await expectAccessible(page);
    for (const level of ['first words', 'initials', 'nothing']) {
      await page.keyboard.press('[');
      await expect(main.getByText(`text: ${level}`)).toBeVisible();
    }
    await expectAccessible(page);
    await page.keyboard.press('Enter');
    await expect(main).toContainText('follow-up');
    await expectAccessible(page);
  });

  test('in the result of a second try, with what the first left out', async ({ page }) => {
    const { choice, timer, result, item } = rehearsalOf(page);
    await choice('Which stories').selectOption({ label: 'Think Big (1)' });
    await page.keyboard.press('Enter');
    await expect(timer).toBeVisible();
    await page.keyboard.press('Space');
    await spokenASecond(page);
    await page.keyboard.press('Enter');
    await expect(result).toBeVisible();
    await item('Count before you build').uncheck();
    await page.keyboard.press('r');
    await expect(timer).toBeVisible();
    await page.keyboard.press('Space');
    await spokenASecond(page);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Escape');
    await expect(result.getByRole('img')).toBeVisible();
    await result.getByText('As a table').click();
    await expectAccessible(page);
  });

  test('in an interview, from choosing the story to the sheet', async ({ page }) => {
    const { choice, button, timer, main, heading } = rehearsalOf(page);
    await choice('How many questions').selectOption('1');
    await button('Start the interview').click();
    await expect(timer).toBeVisible();
    await page.keyboard.press('/');
    await page.getByRole('combobox', { name: 'Find a story' }).fill('rope');
    await expect(main.getByRole('option', { name: /The ferry rope/ })).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press('Enter');
    await expect(main.getByText('You’re telling The ferry rope')).toBeVisible();
    await page.keyboard.press('Space');
    await spokenASecond(page);
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await expect(heading).toHaveText('1 question answered');
    await expectAccessible(page);
  });
});

test('the setup starts with Enter from anywhere, with what was just typed; an address can name its story', async ({
  page,
  startOffbook,
}) => {
  const offbook = await startOffbook({ stories: canal });

  await test.step('Enter starts from anywhere in the setup line, with what was just typed', async () => {
    await openRehearsal(page, offbook);
    const { think, choice, timer, start, main } = rehearsalOf(page);
    await think.fill('1:30');
    await think.press('Enter');
    await expect(timer).toHaveText(/^1:(30|2\d)$/);
    await page.keyboard.press('Escape');
    await expect(think).toHaveValue('1:30');
    await think.press('ArrowDown');
    await expect(think).toHaveValue('1:25');
    await think.fill('soon');
    await think.press('Enter');
    await expect(main.getByRole('alert')).toContainText('“soon” isn’t valid: Think time must be 0:00 to 10:00');
    await expect(timer).toHaveCount(0);
    await expect(start).toBeVisible();
    await choice('Order').selectOption('drawn');
    await choice('Order').press('Enter');
    await expect(timer).toHaveText(/^1:2\d$/);
    await page.keyboard.press('Escape');
    await expect(start).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('main', { name: 'Prompter' })).toBeVisible();
  });
  await test.step('an address can name a story; without stories the folder can be chosen', async () => {
    await openRehearsal(page, offbook, '&story=d-ice-bias-for-action-the-early-ice');
    await expect(rehearsalOf(page).choice('Which stories').locator('option:checked')).toHaveText('The early ice');
    const empty = await startOffbook({ stories: {} });
    await page.goto(empty.address.replace('/#', '/?view=rehearsal#'));
    await expect(page.getByText(/Found no stories in/)).toBeVisible();
    await page.getByRole('button', { name: 'Use my stories' }).click();
    await expect(page.getByRole('dialog', { name: 'Use my stories' })).toBeVisible();
  });
});

test('nothing is cut off in a small window, and right-to-left text runs that way', async ({ page, startOffbook }) => {
  await page.setViewportSize({ width: 460, height: 260 });
  const offbook = await startOffbook({ stories: { 'lock.md': lock, 'rtl.md': hebrew } });
  await openRehearsal(page, offbook);
  const { start, sections, outline, timer, present, rating, result, main, heading, summary, ratingOf } =
    rehearsalOf(page);
  const wide = () => page.evaluate(() => document.documentElement.scrollWidth);
  expect(await wide()).toBeLessThanOrEqual(460);
  await unfold(page);
  await expect(start).toBeInViewport({ ratio: 1 });
  await speak(page, 'Think Big (1)');
  await page.keyboard.press('ArrowDown');
  await expect(present).toHaveAccessibleName('Task');
  await expect(timer).toBeInViewport({ ratio: 1 });
  await expect(outline.getByText('Open without a hand')).toBeInViewport({ ratio: 1 });
  for (const section of await sections.all()) await expect(section).toBeInViewport({ ratio: 1 });
  expect(await wide()).toBeLessThanOrEqual(460);
  await page.keyboard.press('Enter');
  await expect(result).toBeFocused();
  await rating('Easy').scrollIntoViewIfNeeded();
  await expect(rating('Easy')).toBeInViewport({ ratio: 1 });
  expect(await wide()).toBeLessThanOrEqual(460);
  await page.keyboard.press('Enter');
  await expect(summary).toBeFocused();
  await ratingOf('The lock that opened on its own', 'Easy').scrollIntoViewIfNeeded();
  await expect(ratingOf('The lock that opened on its own', 'Easy')).toBeInViewport({ ratio: 1 });
  expect(await wide()).toBeLessThanOrEqual(460);
  await page.keyboard.press('Escape');
  await speak(page, 'אמון (1)');
  await expect(heading).toHaveCSS('direction', 'rtl');
  await expect(main.getByText('תשע סירות בשעה')).toHaveCSS('direction', 'rtl');
  const lefts = await Promise.all((await sections.all()).map(async (section) => (await section.boundingBox())?.x ?? 0));
  expect(lefts).toEqual(lefts.toSorted((one, other) => other - one));
  expect(new Set(lefts).size).toBe(3);
  await page.keyboard.press('Escape');
});

test('the page says when the log can’t be written, and the run stays', async ({ page, startOffbook }) => {
  const offbook = await startOffbook({ stories: { 'lock.md': lock } });
  await openRehearsal(page, offbook);
  await mkdir(path.join(offbook.home, 'practice-log.jsonl'), { recursive: true });
  await speak(page, 'Think Big (1)');
  await page.keyboard.press('Enter');
  await expect(rehearsalOf(page).result).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert').filter({ hasText: 'practice-log' })).toBeVisible();
});

/** The calls that the page's stand-in for the browser's speech got. */
const spoken = (page: Page): Promise<string[]> =>
  page.evaluate(() => (window as unknown as { spoken: string[] }).spoken);

test('questions are spoken only by voices of this computer', async ({ page, startOffbook }) => {
  const offbook = await startOffbook({ stories: { 'lock.md': lock } });
  await openRehearsal(page, offbook);
  const { choice, main, timer, start } = rehearsalOf(page);
  await choice('Speak the questions').selectOption('spoken');
  await expect(main.getByText('No voice on this computer can speak without the internet')).toBeVisible();

  await page.addInitScript(() => {
    const said: string[] = [];
    const voices = ['Server', 'Mary'].map((name) => ({
      name,
      voiceURI: name,
      lang: 'en-GB',
      localService: name === 'Mary',
      default: name === 'Server',
    }));
    class Utterance {
      readonly text: string;
      voice: { name: string } | null = null;
      lang = '';
      constructor(text: string) {
        this.text = text;
      }
    }
    const speech = Object.assign(new EventTarget(), {
      getVoices: () => voices,
      speak: ({ text, voice }: Utterance) => said.push(`${voice?.name}: ${text}`),
      cancel: () => said.at(-1) !== 'hush' && said.push('hush'),
    });
    Object.defineProperty(window, 'speechSynthesis', { value: speech });
    Object.assign(window, { spoken: said, SpeechSynthesisUtterance: Utterance });
  });
  await page.reload();
  await expect(start).toBeEnabled();
  await unfold(page);
  await expect(choice('Speak the questions')).toHaveValue('spoken');
  await expect(main.getByText('No voice on this computer')).toHaveCount(0);
  await page.keyboard.press('Enter');
  await expect(timer).toBeVisible();
  const question = 'Mary: Tell me about a time you changed how a thing was done that worked well enough.';
  await expect.poll(async () => (await spoken(page)).at(-1)).toBe(question);
  await page.keyboard.press('Space');
  await expect.poll(async () => (await spoken(page)).at(-1)).toBe('hush');
  await page.keyboard.press('Escape');
  await expect(start).toBeVisible();
  expect((await spoken(page)).filter((text) => text !== 'hush')).toEqual([question]);
});
