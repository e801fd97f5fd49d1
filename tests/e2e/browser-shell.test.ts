import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
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

test('the page keeps to its own content policy', async ({ page, startOffbook }) => {
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

test('the token leaves the address, and a reload still works', async ({ page, startOffbook }) => {
  const offbook = await startOffbook({ stories });
  await offbook.open(page);
  await expect(outline(page)).toBeVisible();
  expect(page.url()).toBe(`${new URL(offbook.address).origin}/`);
  await page.reload();
  await expect(outline(page)).toContainText('Moved it in one night');
});

test('the page under its other name works as well', async ({ page, startOffbook }) => {
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

test('a page from elsewhere gets neither the socket, even with the token, nor the files', async ({
  page,
  startOffbook,
}) => {
  const offbook = await startOffbook({ stories });
  const { host, origin, hash } = new URL(offbook.address);
  const elsewhere = createServer((_request, response) => response.end('<!doctype html><title>Elsewhere</title>'));
  elsewhere.listen(0, '127.0.0.1');
  await once(elsewhere, 'listening');
  await page.goto(`http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`);
  const got = await page.evaluate(
    async ({ url, token, file }) => {
      const socket = new WebSocket(url, ['offbook', token]);
      const opened = await new Promise((resolve) => {
        socket.addEventListener('open', () => resolve(true));
        socket.addEventListener('close', () => resolve(false));
      });
      const gets = (mode: RequestMode) =>
        fetch(file, { mode }).then(
          () => true,
          () => false,
        );
      return { opened, read: await gets('cors'), loaded: await gets('no-cors') };
    },
    { url: `ws://${host}/socket`, token: hash.replace('#token=', ''), file: `${origin}/index.html` },
  );
  expect(got).toEqual({ opened: false, read: false, loaded: false });
  elsewhere.close();
});
