import type { Page } from '@playwright/test';
import { madeUpRuns } from '../../bench/made-up-log.ts';
import { bakery } from '../stories/library-stories.ts';
import { expect, test } from './offbook.ts';
import { storiesOf, writeLog } from './progress-log.ts';
import { openProgress, progressOf } from '../pages/progress-page.ts';
import { expectAccessible } from '../pages/prompter-page.ts';

/** A story in Hebrew, and one whose words are longer than any line. */
const foreign = `# בעלות
## התנור שהעלה עשן בכל יום שישי
ספרו על פעם שתיקנתם משהו שאיש לא ביקש.

**S:** שישה תנורים וארובה אחת.

**A:** ניקיתי את הארובה.

**R:** אין עשן מאז.

# Donaudampfschifffahrtsgesellschaftskapitänsverantwortung
## Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz
Tell me about a law.

**S:** A long one.

**A:** I read it.

**R:** 1 page.
`;
const stories = { ...bakery, 'd-foreign.md': foreign };

/** The elements that overflow sideways. */
function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('.progress, .progress *')]
      .filter((box) => {
        const { overflowX, display } = getComputedStyle(box);
        return (
          overflowX === 'visible' &&
          display !== 'inline' &&
          box.clientWidth > 1 &&
          box.scrollWidth > box.clientWidth + 1
        );
      })
      .map((box) => `${box.tagName} ${box.className}: ${box.textContent}`),
  );
}

test('axe finds nothing, and nothing is cut off at any size', async ({ page, startOffbook }, info) => {
  const home = info.outputPath('home');
  const lastDay = new Date().toISOString().slice(0, 10);
  await writeLog(home, madeUpRuns({ stories: storiesOf(stories), runs: 60, lastDay, days: 80 }));
  await openProgress(page, await startOffbook({ stories, home }));
  const { main, chart } = progressOf(page);
  await expect(chart(/^Time against target/)).toBeVisible();
  for (const table of await main.getByText('As a table').all()) await table.click();
  await expectAccessible(page);
  for (const [width, height] of [
    [1120, 720],
    [900, 640],
    [460, 260],
    // 1120 × 720 at 200 %.
    [560, 360],
  ] as const) {
    await page.setViewportSize({ width, height });
    expect(await cutOff(page), `${width} × ${height}`).toEqual([]);
  }
});
