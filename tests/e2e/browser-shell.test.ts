import type { Page } from '@playwright/test';
import { expect, test } from './offbook.ts';

const stories = {
  'stories.md': `# Ownership

## Moved the archive

Tell me about a time you took something on.

> S: A store nobody watched
> A: Moved it in one night
> R: Nobody noticed
`,
};

const outline = (page: Page) => page.getByRole('list', { name: 'Outline' });

test('the page obeys its own content policy', async ({ page, startOffbook }) => {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await (await startOffbook({ stories })).open(page);
  await expect(outline(page)).toContainText('Moved it in one night');
  expect(complaints).toEqual([]);
});

test('nothing is loaded from anywhere else', async ({ page, startOffbook }) => {
  const offbook = await startOffbook({ stories });
  const hosts = new Set<string>();
  page.on('request', (request) => hosts.add(new URL(request.url()).host));
  await offbook.open(page);
  await expect(outline(page)).toBeVisible();
  expect([...hosts]).toEqual([new URL(offbook.address).host]);
});

test('the page also works under its other name', async ({ page, startOffbook }) => {
  const offbook = await startOffbook({ stories });
  await page.goto(offbook.address.replace('127.0.0.1', 'localhost'));
  await expect(outline(page)).toBeVisible();
});

for (const [what, hash] of [
  ['without a token', ''],
  ['with a wrong token', '#token=wrong'],
] as const) {
  test(`${what} the page says so and shows no story`, async ({ page, startOffbook }) => {
    const offbook = await startOffbook({ stories });
    await page.goto(`${new URL(offbook.address).origin}/${hash}`);
    await expect(page.getByRole('alert')).toBeVisible();
    await expect(page.getByText('Moved it in one night')).toHaveCount(0);
  });
}
