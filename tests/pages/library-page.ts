import { expect, type Page } from '@playwright/test';

/** Opens the library in a page by its address, and waits for a story in it. */
export async function openLibrary(page: Page, offbook: { address: string }): Promise<void> {
  await page.goto(offbook.address.replace('/#', '/?view=library#'));
  await expect(libraryOf(page).heading).toBeVisible();
}

/** The library's parts by their roles and names, as assistive software finds them. */
export function libraryOf(page: Page) {
  const main = page.getByRole('main', { name: 'Library' });
  const tree = main.getByRole('tree', { name: 'Stories' });
  return {
    main,
    tree,
    story: (title: string) => tree.getByRole('treeitem', { name: title }).last(),
    selected: tree.locator('[aria-selected="true"]'),
    heading: main.getByRole('heading', { level: 1 }),
    page: main.getByRole('region', { name: 'Story', exact: true }),
    tab: (name: string | RegExp) => main.getByRole('tab', { name }),
    content: main.getByRole('tabpanel'),
    button: (name: string | RegExp) => main.getByRole('button', { name, exact: true }),
    search: main.getByRole('combobox', { name: 'Find a story' }),
    options: main.getByRole('listbox').getByRole('option'),
    problems: main.getByRole('region', { name: 'Problems' }),
    time: main.getByRole('region', { name: 'Time', exact: true }),
  };
}
