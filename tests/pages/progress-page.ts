import { expect, type Locator, type Page } from '@playwright/test';

/** Opens the progress view in a page by its address, and waits until the log has been read. */
export async function openProgress(page: Page, offbook: { address: string }): Promise<void> {
  await page.goto(offbook.address.replace('/#', '/?view=progress#'));
  await expect(progressOf(page).part('The log')).toBeVisible();
}

/** The progress view's parts by their roles and names, as assistive software finds them. */
export function progressOf(page: Page) {
  const main = page.getByRole('main', { name: 'Progress' });
  return {
    main,
    part: (name: string | RegExp): Locator => main.getByRole('region', { name }),
    list: (name: string): Locator => main.getByRole('list', { name, exact: true }),
    button: (name: string | RegExp): Locator => main.getByRole('button', { name, exact: true }),
    chart: (name: string | RegExp): Locator => main.getByRole('img', { name }),
    slider: (name: string): Locator => main.getByRole('slider', { name }),
    story: main.getByRole('combobox', { name: 'Story' }),
    form: main.getByRole('form'),
    matrix: main.getByRole('region', { name: 'Competencies by stories' }).getByRole('table'),
  };
}
