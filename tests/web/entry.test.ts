import { describe, expect, test } from 'vitest';
import { comeIn, openView, sendRaw, serveFolder, type Served } from './serve-folder.ts';

/** A request to come in, as a form on a page from a file sends it, with the given changes. */
function post({ port, token }: Served, changed: Record<string, string | null> = {}, body = `token=${token}`): string {
  const headers: Record<string, string | null> = {
    Host: `127.0.0.1:${port}`,
    Origin: 'null',
    Accept: 'text/html,application/xhtml+xml,*/*;q=0.8',
    'Content-Type': 'application/x-www-form-urlencoded',
    'Content-Length': String(body.length),
    Connection: 'close',
    ...changed,
  };
  const lines = Object.entries(headers).filter(([, value]) => value !== null);
  return `POST /enter HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n${body}`;
}

test('a form is redirected to the page, with a cookie for the socket only and the key after the #', async () => {
  const served = await serveFolder();
  const answer = await sendRaw(served.port, post(served));
  expect(answer).toMatch(/^HTTP\/1\.1 303 /);
  expect(answer).toMatch(/\r\nLocation: \/#key=[\w-]{43}\r\n/);
  expect(answer).toMatch(
    new RegExp(`\\r\\nSet-Cookie: offbook-${served.port}=[\\w-]{43}; Path=/socket; HttpOnly; SameSite=Strict\\r\\n`),
  );
  expect(answer).toContain('Cache-Control: no-store');
  expect(answer).toContain("frame-ancestors 'none'");
  expect(answer).not.toContain(served.token);
});

test('the page itself gets the key as text', async () => {
  const served = await serveFolder();
  const { status, cookie, key } = await comeIn(served);
  expect(status).toBe(200);
  expect(cookie).toMatch(/^offbook-\d+=[\w-]{43}$/);
  expect(key).toMatch(/^[\w-]{43}$/);
  expect(cookie).not.toContain(key);
  expect([cookie, key].join()).not.toContain(served.token);
});

describe('refused, without a cookie:', () => {
  const wrong = 'A'.repeat(43);
  test.each([
    ['a foreign Host', { Host: 'evil.example' }, undefined, 403],
    ['a foreign Origin', { Origin: 'http://evil.example' }, undefined, 403],
    ['a page on another port', { Origin: 'http://127.0.0.1:1' }, undefined, 403],
    ['no Origin', { Origin: null }, undefined, 403],
    ['a wrong token', {}, `token=${wrong}`, 401],
    ['no token', {}, 'other=1', 401],
    ['an empty token', {}, 'token=', 401],
    ['nothing', {}, '', 401],
    ['a body that isn’t a form', { 'Content-Type': 'application/json' }, '{"token":1}', 401],
    ['a token with a lot of text after it', {}, `token=${wrong}${'x'.repeat(2000)}`, 413],
  ])('%s', async (_what, changed, body, status) => {
    const served = await serveFolder();
    const answer = await sendRaw(served.port, post(served, changed, body));
    expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect(answer).not.toMatch(/set-cookie|key=/i);
    expect(answer).toContain("default-src 'none'");
    await expect(openView(served)).resolves.toBeDefined();
  });

  test('an endless body, as soon as it is too long', async () => {
    const served = await serveFolder();
    const answer = await sendRaw(
      served.port,
      post(served, { 'Content-Length': String(10 ** 9), Connection: 'keep-alive' }, 'x'.repeat(4000)),
    );
    expect(answer).toContain('HTTP/1.1 413 ');
  });

  test('a foreign page does not learn whether its token is right', async () => {
    const served = await serveFolder();
    const foreign = { Origin: 'http://evil.example' };
    const [right, other] = [
      await sendRaw(served.port, post(served, foreign)),
      await sendRaw(served.port, post(served, foreign, `token=${wrong}`)),
    ];
    const undated = (text: string) => text.replace(/Date: .*/, '');
    expect(undated(right)).toBe(undated(other));
  });

  test.each(['GET', 'HEAD', 'PUT', 'DELETE'])('%s', async (method) => {
    const { origin, token } = await serveFolder();
    const answer = await fetch(`${origin}/enter?token=${token}`, { method });
    expect(answer.status).toBe(405);
    expect(answer.headers.get('allow')).toBe('POST');
    expect(answer.headers.get('set-cookie')).toBeNull();
  });
});
