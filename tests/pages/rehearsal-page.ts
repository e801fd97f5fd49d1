import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { RunRecord } from '../../src/core/rehearsal/record.ts';
import { expect, type Page } from '@playwright/test';

/** Opens the rehearsal in a page by its address, waits until it can start, and unfolds all choices. */
export async function openRehearsal(page: Page, offbook: { address: string }, query = ''): Promise<void> {
  await page.goto(offbook.address.replace('/#', `/?view=rehearsal${query}#`));
  await expect(rehearsalOf(page).start).toBeEnabled();
  await unfold(page);
}

/** Unfolds or folds the choices that few people change. The focus leaves their heading, where Enter would fold them again. */
export async function unfold(page: Page): Promise<void> {
  const { more } = rehearsalOf(page);
  await more.click();
  await more.blur();
}

/** The rehearsal's parts by their roles and names, as assistive software finds them. */
export function rehearsalOf(page: Page) {
  const main = page.getByRole('main', { name: 'Rehearsal' });
  const outline = main.getByRole('list', { name: 'Outline' });
  return {
    main,
    outline,
    more: main.getByText('More…', { exact: true }),
    start: main.getByRole('button', { name: 'Start', exact: true }),
    choice: (name: string) => main.getByRole('combobox', { name, exact: true }),
    think: main.getByRole('spinbutton', { name: 'Think time' }),
    heading: main.getByRole('heading', { level: 1 }),
    timer: main.getByRole('timer', { name: 'Time left' }),
    pace: main.getByRole('meter', { name: 'Pace' }),
    present: outline.locator('[aria-current="true"] > [role="group"]'),
    sections: main.getByRole('list', { name: 'Sections' }).getByRole('listitem'),
    result: main.getByRole('region', { name: 'Result' }),
    /** The end of a rehearsal. */
    summary: main.getByRole('region', { name: 'Summary' }),
    ratingOf: (story: string, name: string) =>
      main.getByRole('group', { name: `Rating of ${story}` }).getByRole('button', { name }),
    rating: (name: string) => main.getByRole('group', { name: 'How did it go?' }).getByRole('button', { name }),
    item: (name: string) => main.getByRole('checkbox', { name }),
    button: (name: string) => main.getByRole('button', { name, exact: true }),
    status: main.getByRole('status'),
  };
}

/** Waits until a second of a target of whole minutes has been spoken: earlier presses count as slips. */
export async function spokenASecond(page: Page): Promise<void> {
  const { pace, timer } = rehearsalOf(page);
  await expect(pace).toBeVisible();
  await expect(timer).not.toHaveText(/:00$/);
}

/** Holds a key as long as people do: two marks closer together than that count as one. */
export async function mark(page: Page, key: 'ArrowDown' | 'Shift+PageDown' = 'ArrowDown'): Promise<void> {
  await page.keyboard.press(key, { delay: 400 });
}

/** Starts a rehearsal of one group's story, skips the rest of the think time and says the first words. */
export async function speak(page: Page, group: string): Promise<void> {
  const { choice, timer } = rehearsalOf(page);
  await choice('Which stories').selectOption({ label: group });
  await page.keyboard.press('Enter');
  await expect(timer).toHaveText(/^0:(0\d|10)$/);
  await page.keyboard.press('Space');
  await spokenASecond(page);
}

/** The runs exactly as the log's file has them, once there are so many: the disk may take its time. */
export async function readRuns(offbook: { home: string }, count: number): Promise<RunRecord[]> {
  const read = async (): Promise<RunRecord[]> => {
    const text = await readFile(path.join(offbook.home, 'practice-log.jsonl'), 'utf8').catch(() => '');
    // What follows the last line break is still being written.
    return text
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line) as RunRecord);
  };
  await expect.poll(async () => (await read()).length).toBe(count);
  return read();
}
