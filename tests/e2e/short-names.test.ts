import type { Locator } from '@playwright/test';
import { expect, test } from './offbook.ts';
import { libraryOf, openLibrary } from '../pages/library-page.ts';
import { openPrompter, prompterOf } from '../pages/prompter-page.ts';

const asked = (question: string): string =>
  `# Leading\n\n## ${question}\n\n> A:\n> * Rang the bell\n\n**A:** I rang it.\n`;
const crew = 'Tell me about a time when you had to explain a change of course to the crew.';
const owner = 'Tell me about a time when you had to explain a change of course to the owner.';
const stories = { 'a.md': asked(crew), 'b.md': asked(owner) };

/** Whether the text is cut at its end. */
const isCut = (place: Locator): Promise<boolean> =>
  place.evaluate((element) => element.scrollWidth > element.clientWidth);

test('short names in the library, on the prompter and in the search', async ({ page, startOffbook }) => {
  const offbook = await startOffbook({ stories });

  await test.step('the library lists short names, with the question as tooltip and on the story’s page', async () => {
    await openLibrary(page, offbook);
    const { story, heading } = libraryOf(page);
    await story('Explain a change of course to the owner').click();
    await expect(heading).toHaveText(owner);
    await expect(page.getByTitle(owner)).toHaveText('Explain a change of course to the owner');
  });
  await test.step('a small prompter keeps the words that tell two stories apart', async () => {
    await openPrompter(page, offbook);
    for (const [width, height] of [
      [220, 90],
      [300, 160],
    ] as const) {
      await page.setViewportSize({ width, height });
      const { main } = prompterOf(page);
      for (const [question, apart] of [
        [crew, 'crew'],
        [owner, 'owner'],
      ] as const) {
        const title = main.getByRole('heading', { level: 1 });
        await expect(title).toHaveText(`Leading · Explain a change of course to the ${apart}`);
        await expect(title).toHaveAttribute('title', new RegExp(question));
        expect(await isCut(title.getByText('Explain'))).toBe(true);
        expect(await isCut(title.getByText(apart, { exact: true }))).toBe(false);
        await page.keyboard.press('n');
      }
    }
  });
  await test.step('the search marks its words in short names, and keeps what tells them apart', async () => {
    await page.setViewportSize({ width: 300, height: 120 });
    await page.keyboard.press('/');
    await page.keyboard.type('change course');
    const options = page.getByRole('option');
    await expect(options).toHaveCount(2);
    await expect(options.first().locator('mark')).toHaveText(['change', 'course']);
    for (const apart of ['crew', 'owner']) expect(await isCut(options.getByText(apart, { exact: true }))).toBe(false);
  });
});
