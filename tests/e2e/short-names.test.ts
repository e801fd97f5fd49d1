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

test('the library lists short names, with the question as tooltip and on the story’s page', async ({
  page,
  startOffbook,
}) => {
  await openLibrary(page, await startOffbook({ stories }));
  const { story, heading } = libraryOf(page);
  await story('Explain a change of course to the owner').click();
  await expect(heading).toHaveText(owner);
  await expect(page.getByTitle(owner)).toHaveText('Explain a change of course to the owner');
});

for (const size of [
  { width: 220, height: 90 },
  { width: 300, height: 160 },
])
  test(`a prompter of ${size.width} × ${size.height} keeps the words that tell two stories apart`, async ({
    page,
    startOffbook,
  }) => {
    await page.setViewportSize(size);
    await openPrompter(page, await startOffbook({ stories }));
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
  });

test('the search marks its words in short names, and keeps what tells them apart', async ({ page, startOffbook }) => {
  await page.setViewportSize({ width: 300, height: 120 });
  await openPrompter(page, await startOffbook({ stories }));
  await page.keyboard.press('/');
  await page.keyboard.type('change course');
  const options = page.getByRole('option');
  await expect(options).toHaveCount(2);
  await expect(options.first().locator('mark')).toHaveText(['change', 'course']);
  for (const apart of ['crew', 'owner']) expect(await isCut(options.getByText(apart, { exact: true }))).toBe(false);
});
