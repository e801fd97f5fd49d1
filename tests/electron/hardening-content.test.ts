import { mkdir, symlink, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { Running } from './driver/start-program.ts';
import {
  call,
  callsOf,
  eventually,
  setUpPrograms,
  shownPage,
  stateOf,
  temporary,
  untilShown,
  writeFiles,
} from './programs.ts';

/* The rows of the hardening table that are about what pages are made of, as `hardening.test.ts` has the others. */
const { start, startForAll, copy } = setUpPrograms();
let running: Running;
beforeAll(async () => {
  running = await startForAll();
}, 120_000);

// For each test, so that each fails under its own name without a page.
beforeEach(() => untilShown(running));

const contentSecurityPolicy =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; " +
  "media-src 'self' blob:; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; object-src 'none'; " +
  "frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types offbook-worker";

/** Where in the program's life the first call of this name was. */
const at = (call: string, on: string) => running.entries.findIndex((entry) => entry.call === call && entry.on === on);
const get = (url: string, method = 'GET') => running.act.request({ url, method, headers: {} });

test('content: app:// is registered as standard and secure, with a code cache and streams, and nothing more, before ready', () => {
  expect(callsOf(running, 'registerSchemesAsPrivileged').map(({ args }) => args)).toEqual([
    [
      [
        {
          scheme: 'app',
          privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true, stream: true },
        },
      ],
    ],
  ]);
  expect(at('registerSchemesAsPrivileged', 'protocol')).toBeLessThan(at('emits ready', 'app'));
});

test('content: every page of the program is loaded from app://, after its handler is there', () => {
  const loads = callsOf(running, 'loadURL');
  expect(loads.length).toBeGreaterThan(0);
  for (const { args } of loads) expect(args[0]).toMatch(/^app:\/\/offbook\//);
  expect(at('handle', 'protocol')).toBeLessThan(at('loadURL', 'window 1'));
});

test('content: only GET is answered, and only for the program’s own host', async () => {
  for (const method of ['POST', 'PUT', 'DELETE']) expect((await get('app://offbook/', method))?.status).toBe(405);
  for (const host of ['other', 'offbook.example', 'offbook:80', 'localhost']) {
    expect((await get(`app://${host}/index.html`))?.status).toBe(404);
  }
  expect((await get('app://offbook/index.html'))?.status).toBe(200);
});

test('content: a recording is served to pages whole or in part, as sound, and only under its id', async () => {
  const data = Buffer.from('0123456789').toString('base64');
  await call(running, 'startRecording', { id: 'one', storyId: 'a' });
  await call(running, 'appendRecording', { id: 'one', fromByte: 0, data });
  const address = `app://offbook${await call(running, 'recordingAddress', { id: 'one' })}`;
  const ask = async (url: string, headers: Record<string, string>, method = 'GET') => {
    const answer = await running.act.request({ url, method, headers });
    return { status: answer?.status, headers: answer?.headers, text: Buffer.from(answer?.body ?? []).toString() };
  };
  const whole = await ask(address, {});
  expect(whole).toMatchObject({ status: 200, text: '0123456789' });
  expect(whole.headers).toMatchObject({
    'content-type': 'audio/webm',
    'accept-ranges': 'bytes',
    'x-content-type-options': 'nosniff',
    'content-security-policy': contentSecurityPolicy,
  });
  const part = await ask(address, { range: 'bytes=4-6' });
  expect(part).toMatchObject({ status: 206, text: '456' });
  expect(part.headers?.['content-range']).toBe('bytes 4-6/10');
  expect(await ask(address, { range: 'bytes=10-' })).toMatchObject({ status: 416, text: '' });
  expect(await ask(address, {}, 'HEAD')).toMatchObject({ status: 200, text: '' });
  expect((await ask(address, {}, 'POST')).status).toBe(405);
  for (const other of ['two', 'one.json', '..%2fsettings.json', 'one/', '']) {
    expect((await ask(`app://offbook/recordings/${other}`, {})).status, other).toBe(404);
  }
  expect((await ask(address.replace('offbook', 'other'), {})).status).toBe(404);
});

/** Ways out of the folder of the pages; `secret.txt` and `package.json` are above it. */
const traversals = [
  ['dots', 'app://offbook/../../secret.txt'],
  ['encoded slashes', 'app://offbook/..%2f..%2fsecret.txt'],
  ['encoded dots', 'app://offbook/%2e%2e/%2e%2e/secret.txt'],
  ['all encoded', 'app://offbook/%2e%2e%2f%2e%2e%2fsecret.txt'],
  ['encoded twice', 'app://offbook/%252e%252e%252f%252e%252e%252fsecret.txt'],
  ['doubled', 'app://offbook/....//....//secret.txt'],
  ['from a folder', 'app://offbook/assets/..%2f..%2f..%2fsecret.txt'],
  ['backslashes', 'app://offbook/..\\..\\secret.txt'],
  ['encoded backslashes', 'app://offbook/..%5c..%5csecret.txt'],
  ['a UNC path', 'app://offbook/%5c%5cserver%5cshare%5csecret.txt'],
  ['a UNC path in slashes', 'app://offbook//server/share/secret.txt'],
  ['a drive', 'app://offbook/C:/secret.txt'],
  ['an encoded drive', 'app://offbook/C%3a%5csecret.txt'],
  ['an alternate stream', 'app://offbook/index.html::$DATA'],
  ['a NUL', 'app://offbook/index.html%00.png'],
  ['overlong dots', 'app://offbook/%c0%ae%c0%ae%2f%c0%ae%c0%ae%2fsecret.txt'],
  ['a bad escape', 'app://offbook/%'],
  ['a neighbour', 'app://offbook/..%2frenderer-of-another/secret.txt'],
  ['a link to a file', 'app://offbook/link.txt'],
  ['a link to a folder', 'app://offbook/up/secret.txt'],
  ['a link in a circle', 'app://offbook/circle'],
  ['a folder', 'app://offbook/assets'],
] as const;

test('content: no traversal leads out of the built pages', async () => {
  const appDir = await copy();
  const pages = path.join(appDir, 'out', 'renderer');
  const secret = 'SECRET';
  await writeFiles(appDir, { 'secret.txt': secret, 'out/renderer-of-another/secret.txt': secret });
  await symlink(path.join(appDir, 'secret.txt'), path.join(pages, 'link.txt'));
  await symlink(appDir, path.join(pages, 'up'));
  await symlink('circle', path.join(pages, 'circle'));
  const spoiled = await start({ appDir });
  await untilShown(spoiled);
  const wayOut = encodeURIComponent(path.join(appDir, 'secret.txt'));
  for (const [way, url] of [...traversals, ['its own path', `app://offbook/${wayOut}`] as const]) {
    const response = await spoiled.act.request({ url, method: 'GET', headers: {} });
    expect(response?.status, way).toBe(404);
    expect(Buffer.from(response?.body ?? []).toString(), way).not.toContain(secret);
  }
});

test('CSP: every answer carries the policy of the design, word for word', async () => {
  const html = Buffer.from((await get('app://offbook/'))?.body ?? []).toString();
  const assets = [...html.matchAll(/(?:src|href)="\.\/([^"]+)"/g)].map(([, name]) => `app://offbook/${name}`);
  expect(assets.length).toBeGreaterThanOrEqual(3);
  for (const url of ['app://offbook/', 'app://offbook/missing', 'app://offbook/..%2fx', ...assets]) {
    const headers = (await get(url))?.headers;
    expect(headers?.['content-security-policy'], url).toBe(contentSecurityPolicy);
    expect(headers?.['x-content-type-options'], url).toBe('nosniff');
  }
  expect((await get('app://offbook/', 'POST'))?.headers['content-security-policy']).toBe(contentSecurityPolicy);
});

/** The part of the browser’s trusted types that is tried. */
interface Trusted {
  createPolicy: (name: string, rules: object) => object;
}

test('CSP: the page runs nothing inline, evaluates no text, frames nothing and reaches nobody', async () => {
  const ownPage = await shownPage(await start({ pages: true }));
  const seen = await ownPage.evaluate(async () => {
    const refused = async (work: () => unknown): Promise<string> => {
      try {
        await work();
        return 'allowed';
      } catch (error) {
        return error instanceof Error ? error.name : String(error);
      }
    };
    const inline = document.createElement('script');
    const inlineRefused = await refused(() => (inline.text = 'window.ran = true'));
    const framing = new Promise<string>((resolve) => {
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
        if (effectiveDirective.startsWith('frame')) resolve(effectiveDirective);
      });
    });
    const frame = document.createElement('iframe');
    frame.src = 'https://elsewhere.example/';
    document.body.append(inline, frame);
    return {
      inlineRefused,
      html: await refused(() => (document.body.innerHTML += '<b>x</b>')),
      ran: 'ran' in window,
      frame: await framing,
      fetch: await refused(() => fetch('https://elsewhere.example/')),
      own: await refused(() => fetch('/index.html')),
      text: await refused(() => new Worker('/index.html')),
      policy: await refused(() =>
        (window as unknown as { trustedTypes: Trusted }).trustedTypes.createPolicy('another', {}),
      ),
    };
  });
  expect(seen).toEqual({
    inlineRefused: 'TypeError',
    html: 'TypeError',
    ran: false,
    frame: 'frame-src',
    fetch: 'TypeError',
    own: 'allowed',
    text: 'TypeError',
    policy: 'TypeError',
  });
});

test('Markdown: HTML in a story is text or nothing, never an element', async () => {
  const stories = await writeFiles(await temporary('stories'), {
    'pasted.md':
      '# Care\n\n## A pasted story\n\n> - S: <img src=x onerror="window.ran=1"> Saw <b>it</b>\n> - A: <script>window.ran=1</script> Wrote [it](javascript:window.ran=1) down\n> - R: 3 &lt;img src=x onerror=window.ran=1&gt; left\n',
  });
  const started = await start({ pages: true, words: ['--stories', stories], readable: [stories] });
  const shown = await shownPage(started);
  await eventually(() => shown.locator('main').innerText()).toContain('left');
  expect(await shown.locator('main :is(img, script, a, b:text-is("it"))').count()).toBe(0);
  expect(await shown.evaluate(() => 'ran' in window)).toBe(false);
  expect(started.pages()[0]?.console).toEqual([]);
});

test('files: anything but a regular UTF-8 file of the folder, or a too large one, is a problem, and the rest is read', async () => {
  const stories = await temporary('stories');
  const outside = await writeFiles(await temporary('outside'), {
    'private.md': '# Private\n\n## Not for here\n\n> - S: x\n> - A: y\n',
  });
  await writeFiles(stories, {
    'good.md': '# Care\n\n## A good story\n\n> - S: Saw it\n> - A: Did 2 things\n',
    'large.md': 'x',
  });
  await truncate(path.join(stories, 'large.md'), 2 * 1024 * 1024);
  await writeFile(path.join(stories, 'latin.md'), Buffer.from('caf\xe9', 'latin1'));
  await symlink(path.join(outside, 'private.md'), path.join(stories, 'private.md'));
  await mkdir(path.join(stories, 'folder.md'));
  const started = await start({ words: ['--stories', stories], readable: [stories, outside] });
  await untilShown(started);
  const { library } = await stateOf(started);
  expect(library.status).toBe('ready');
  expect(library.stories.map(({ title }) => title)).toEqual(['A good story']);
  expect(library.problems.map(({ file }) => path.basename(file)).sort()).toEqual([
    'large.md',
    'latin.md',
    'private.md',
  ]);
});
