import type { Page } from '@playwright/test';

/** The bar with all views. */
export function navigationOf(page: Page) {
  const bar = page.getByRole('navigation', { name: 'Views' });
  return {
    bar,
    view: (name: string) => bar.getByRole('button', { name, exact: true }),
    current: bar.locator('[aria-current="page"]'),
  };
}

/** Goes to a view by its name in the bar. */
export async function goTo(page: Page, name: string): Promise<void> {
  await navigationOf(page).view(name).click();
}
