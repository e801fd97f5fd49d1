import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from '@playwright/test';
import { WebSocket } from 'ws';
import { keptPort } from '../kept-port.ts';
import { expect, test, type Offbook } from './offbook.ts';

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
const refusal = (page: Page) => page.getByText('This page has no access to Offbook.').first();
const tokenOf = ({ address }: Offbook) => new URL(address).hash.replace('#token=', '');
const originOf = ({ address }: Offbook) => new URL(address).origin;

/** Another server on this computer, and the requests it got; it answers everything with a page. */
async function otherServer() {
  const asked: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    asked.push(request);
    response.setHeader('Content-Type', 'text/html');
    response.end('<!doctype html><title>Elsewhere</title>');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return { address, asked, close: () => server.close() };
}

/** The page came in, and neither it nor the browser keeps the token anywhere. */
async function expectIn(page: Page, offbook: Offbook): Promise<void> {
  await expect(outline(page)).toContainText('Moved it in one night');
  expect(page.url()).toBe(`${originOf(offbook)}/`);
  const { cookies, origins } = await page.context().storageState();
  const { port } = new URL(offbook.address);
  const only = { path: '/socket', httpOnly: true, sameSite: 'Strict', expires: -1, domain: '127.0.0.1' };
  expect(cookies).toEqual([expect.objectContaining({ name: `offbook-${port}`, ...only })]);
  expect(origins.flatMap(({ localStorage }) => localStorage.map(({ name }) => name))).toEqual(['offbook-key']);
  expect(JSON.stringify({ cookies, origins })).not.toContain(tokenOf(offbook));
  const kept = await page.evaluate(() => ({
    session: sessionStorage.length,
    cookie: document.cookie,
    state: JSON.stringify(history.state),
  }));
  expect(kept).toEqual({ session: 0, cookie: '', state: 'null' });
}

test.describe('the file that the browser opens', () => {
  test.skip(process.platform !== 'linux', 'another opener is called there');

  test('lets the page in, and no visited address has the token', async ({ page, startProcess }) => {
    const bin = await mkdtemp(path.join(tmpdir(), 'offbook-bin-'));
    await writeFile(
      path.join(bin, 'xdg-open'),
      `#!/bin/sh\nprintf %s "$1" > "${bin}/part"; mv "${bin}/part" "${bin}/file"\n`,
    );
    await chmod(path.join(bin, 'xdg-open'), 0o755);
    const env = { PATH: `${bin}:${process.env['PATH']}`, DISPLAY: ':99', CI: '', HOME: bin };
    const offbook = await startProcess({ stories, open: true, env });
    await expect.poll(() => readFile(path.join(bin, 'file'), 'utf8').catch(() => null)).not.toBeNull();
    const visited: string[] = [];
    page.on('framenavigated', (frame) => visited.push(frame.url()));
    page.on('request', (request) => visited.push(request.url()));
    await page.goto(pathToFileURL(await readFile(path.join(bin, 'file'), 'utf8')).href);
    await expectIn(page, offbook);
    expect(visited.join('\n')).toContain('/enter');
    expect(visited.join('\n')).not.toContain(tokenOf(offbook));
    await page.reload();
    await expectIn(page, offbook);
    await rm(bin, { recursive: true });
  });
});

test('two programs in one browser don’t disturb each other', async ({ page, startOffbook }) => {
  const programs = [await startOffbook({ stories }), await startOffbook({ stories })];
  const tabs = [page, await page.context().newPage()];
  for (const [index, tab] of tabs.entries()) await programs[index]?.open(tab);
  for (const tab of tabs) {
    await tab.reload();
    await expect(outline(tab)).toContainText('Moved it in one night');
  }
});

test('another program on the same port gets nothing that lets it in; the restarted one lets the page in, with a new cookie and a new key', async ({
  page,
  startProcess,
}) => {
  const port = await keptPort();
  const before = await startProcess({ stories, port: String(port) });
  await before.open(page);
  await expectIn(page, before);
  const secrets = async () => {
    const { cookies, origins } = await page.context().storageState();
    return [cookies[0]?.value, origins[0]?.localStorage[0]?.value];
  };
  const old = await secrets();
  await before.stop();
  await expect(page.getByRole('alert').first()).toContainText('Lost connection');
  const asked: string[] = [];
  const stranger = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      asked.push(`${request.url} ${JSON.stringify(request.headers)} ${body}`);
      response.end(`${'A'.repeat(43)} ${'B'.repeat(43)}`);
    });
  });
  stranger.on('upgrade', (request: IncomingMessage, socket) => {
    asked.push(`${request.url} ${JSON.stringify(request.headers)}`);
    socket.destroy();
  });
  stranger.listen(port, '127.0.0.1');
  await expect.poll(() => asked.length, { timeout: 10_000 }).toBeGreaterThan(0);
  const key = await page.evaluate(() => localStorage.getItem('offbook-key'));
  await expect(page.getByText('This page has no access to Offbook.').first()).toBeVisible();
  expect(asked.join('\n')).not.toContain(String(key));
  // It may still ask for a part of the page, but with nothing that tells who asks.
  const others = asked.filter((request) => !request.startsWith('/socket/return'));
  for (const request of others) expect(request).not.toMatch(/^\/socket|"cookie"/u);
  stranger.close();
  stranger.closeAllConnections();
  const after = await startProcess({ stories, home: before.home, port: String(port) });
  await expect(page.getByText('Connected again.')).toBeVisible({ timeout: 10_000 });
  await expectIn(page, after);
  for (const [index, secret] of (await secrets()).entries()) {
    expect(secret).toMatch(/^[\w-]{43}$/);
    expect(secret).not.toBe(old[index]);
  }
  const kept = await readFile(path.join(before.home, 'returns.json'), 'utf8');
  expect((await stat(path.join(before.home, 'returns.json'))).mode & 0o077).toBe(0);
  for (const secret of [...old, ...(await secrets())]) expect(kept).not.toContain(secret);
});

test('who has the address comes in, and nobody else', async ({ page, startOffbook }) => {
  const offbook = await startOffbook({ stories });

  await test.step('a form on a page from elsewhere can’t come in, even with the token', async () => {
    const elsewhere = await otherServer();
    await page.goto(elsewhere.address);
    const answered = page.waitForResponse(`${originOf(offbook)}/enter`);
    await page.evaluate(
      ({ action, token }) => {
        document.body.innerHTML = `<form method="post" action="${action}"><input name="token" value="${token}"></form>`;
        document.forms[0]?.submit();
      },
      { action: `${originOf(offbook)}/enter`, token: tokenOf(offbook) },
    );
    expect((await answered).status()).toBe(403);
    expect(await page.context().cookies(`${originOf(offbook)}/socket`)).toEqual([]);
    elsewhere.close();
  });
  await test.step('the token has left the address before the page is drawn', async () => {
    await page.route('**/enter', (route) => route.abort());
    await offbook.open(page);
    await expect(page.getByRole('alert')).toContainText('Lost connection; reconnecting.');
    expect(page.url()).toBe(`${originOf(offbook)}/`);
    await page.unroute('**/enter');
    await expectIn(page, offbook);
  });
  await test.step('the printed address lets the page in, and so do a reload and a second tab without the token', async () => {
    await offbook.open(page);
    await expectIn(page, offbook);
    await page.reload();
    await expectIn(page, offbook);
    const second = await page.context().newPage();
    await second.goto(originOf(offbook));
    await expectIn(second, offbook);
  });
  await test.step('a page from elsewhere can’t open the socket, come in or read the files, even with the token', async () => {
    const elsewhere = await otherServer();
    const stranger = await page.context().newPage();
    await stranger.goto(elsewhere.address);
    const got = await stranger.evaluate(
      async ({ origin, token }) => {
        const socket = new WebSocket(`${origin.replace('http', 'ws')}/socket`, ['offbook', token]);
        const opened = await new Promise((resolve) => {
          socket.addEventListener('open', () => resolve(true));
          socket.addEventListener('close', () => resolve(false));
        });
        const asks = (file: string, options: RequestInit) =>
          fetch(`${origin}${file}`, options).then(
            () => true,
            () => false,
          );
        return {
          opened,
          read: await asks('/index.html', {}),
          loaded: await asks('/index.html', { mode: 'no-cors' }),
          entered: await asks('/enter', { method: 'POST', body: new URLSearchParams({ token }) }),
        };
      },
      { origin: originOf(offbook), token: tokenOf(offbook) },
    );
    expect(got).toEqual({ opened: false, read: false, loaded: false, entered: false });
    elsewhere.close();
  });
  await test.step('another server on this computer gets the cookie at one path only, and can’t use it', async () => {
    const { address, asked, close } = await otherServer();
    const visitor = await page.context().newPage();
    for (const place of ['', 'enter', 'index.html', 'socket']) await visitor.goto(`${address}${place}`);
    const withCookie = asked.filter(({ headers }) => headers.cookie !== undefined);
    // Browsers share cookies between ports. That can't be avoided, and it is why there is a key.
    expect(withCookie.map(({ url }) => url)).toEqual(['/socket']);
    expect(await visitor.evaluate(() => localStorage.length)).toBe(0);
    const cookie = withCookie[0]?.headers.cookie ?? '';
    const origin = originOf(offbook);
    const socket = new WebSocket(`${origin.replace('http', 'ws')}/socket`, 'offbook', { origin, headers: { cookie } });
    const [error] = (await once(socket, 'error')) as [Error];
    expect(error.message).toBe('Unexpected server response: 401');
    close();
  });
  await test.step('a reload is refused without the cookie, and without the key', async () => {
    const lose = [
      () => page.context().clearCookies(),
      () => page.evaluate(() => localStorage.clear()),
      () => page.evaluate(() => localStorage.setItem('offbook-key', 'A'.repeat(43))),
    ];
    for (const loseIt of lose) {
      await offbook.open(page);
      await expectIn(page, offbook);
      await loseIt();
      await page.reload();
      await expect(refusal(page)).toBeVisible();
      await expect(page.getByText('Moved it in one night')).toHaveCount(0);
    }
  });
});
