import { createHash, createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { proofText, returnPath } from '../../src/core/contract/return-proof.ts';
import { keptPort } from '../kept-port.ts';
import { gateFor } from '../../src/web/gate.ts';
import { comeIn, serveFolder, type Served } from './serve-folder.ts';

const nonce = 'N'.repeat(43);

function proof(key: string, by: 'program' | 'page', host: string, of: string): string {
  const digest = createHash('sha256').update(key).digest();
  return createHmac('sha256', digest)
    .update(proofText(by, host, of))
    .digest('base64url');
}

type Known = { cookie: string; key: string };
type Asked = { origin?: string | null; method?: string };

/** A page’s request to come in again. */
function ask(served: Served, { cookie }: Pick<Known, 'cookie'>, form: Record<string, string>, asked: Asked = {}) {
  const { origin = served.origin, method = 'POST' } = asked;
  return fetch(`${served.origin}${returnPath}`, {
    method,
    headers: { cookie, ...(origin === null ? {} : { origin }) },
    ...(method === 'POST' ? { body: new URLSearchParams(form) } : {}),
  });
}

/** The whole way in: the program’s proof, and the answer to its challenge. */
async function comeBack(served: Served, known: Known) {
  const first = await ask(served, known, { nonce });
  const [shown = '', challenge = ''] = (await first.text()).trim().split(' ');
  const { host } = new URL(served.origin);
  const answer = proof(known.key, 'page', host, challenge);
  const second = await ask(served, known, { challenge, answer });
  return { first, shown, challenge, answer, second, host };
}

/** A server that was started again on the same port, and what a page had from before. */
async function restarted() {
  const before = await serveFolder(await keptPort());
  const known = await comeIn(before);
  await before.close();
  const served = await serveFolder(before.port, undefined, { port: before.port, entries: before.entries });
  return { before, served, known };
}

test('a page that came in comes in again, and nothing that opens the program is sent before both have proved it', async () => {
  const served = await serveFolder();
  const known = await comeIn(served);
  const { first, shown, second, host } = await comeBack(served, known);
  expect(shown).toBe(proof(known.key, 'program', host, nonce));
  expect(first.headers.get('set-cookie')).toBeNull();
  expect(second.status).toBe(200);
  expect((await second.text()).trim()).toBe(known.key);
});

test('after a restart it gets the new cookie and key, and its old ones open no socket', async () => {
  const { served, known } = await restarted();
  const { second } = await comeBack(served, known);
  const key = (await second.text()).trim();
  expect(key).toMatch(/^[\w-]{43}$/);
  expect(key).not.toBe(known.key);
  const cookie = second.headers.get('set-cookie') ?? '';
  expect(cookie).toMatch(new RegExp(`^offbook-${served.port}=[\\w-]{43}; Path=/socket; HttpOnly; SameSite=Strict$`));
  expect(cookie).not.toContain(known.cookie);
  const again = await comeBack(served, { key, cookie: cookie.split(';')[0] ?? '' });
  expect(again.second.status).toBe(200);
});

test('a page that was reloaded between the new cookie and the new key still comes in', async () => {
  const { served, known } = await restarted();
  const { second } = await comeBack(served, known);
  const [cookie = ''] = (second.headers.get('set-cookie') ?? '').split(';');
  const again = await comeBack(served, { cookie, key: known.key });
  expect(again.shown.split(',')).toContain(proof(known.key, 'program', again.host, nonce));
  expect(again.second.status).toBe(200);
});

test('a page may miss a few starts, but not any number of them', () => {
  let gate = gateFor(4000);
  const [first] = gate.entries;
  const isKnown: boolean[] = [];
  for (let starts = 0; starts < 5; starts += 1) {
    gate = gateFor(4000, gate.entries);
    isKnown.push(gate.entries.some(({ key }) => key === first?.key));
  }
  expect(isKnown).toEqual([true, true, true, false, false]);
});

describe('refused:', () => {
  test('what came in on another port', async () => {
    const before = await serveFolder();
    const known = await comeIn(before);
    const served = await serveFolder(0, undefined, { port: before.port, entries: before.entries });
    const cookie = known.cookie.replace(String(before.port), String(served.port));
    expect((await ask(served, { cookie }, { nonce })).status).toBe(401);
  });

  test.each([
    ['no cookie', ''],
    ['another cookie', `offbook-1=${'A'.repeat(43)}`],
  ])('%s', async (_what, cookie) => {
    const served = await serveFolder();
    const answer = await ask(served, { cookie }, { nonce });
    expect(answer.status).toBe(401);
    expect(await answer.text()).not.toMatch(/[\w-]{43}/);
  });

  test('the cookie without the key', async () => {
    const { served, known } = await restarted();
    const { second } = await comeBack(served, { ...known, key: 'A'.repeat(43) });
    expect(second.status).toBe(401);
    expect(second.headers.get('set-cookie')).toBeNull();
  });

  test('an answer that was used before, and one to a challenge of another server', async () => {
    const { served, known } = await restarted();
    const { challenge, answer } = await comeBack(served, known);
    expect((await ask(served, known, { challenge, answer })).status).toBe(401);
    const made = proof(known.key, 'page', new URL(served.origin).host, nonce);
    expect((await ask(served, known, { challenge: nonce, answer: made })).status).toBe(401);
  });

  test('an answer that was signed for another port, such as one that a stranger passes on', async () => {
    const { served, known } = await restarted();
    const first = await ask(served, known, { nonce });
    const challenge = (await first.text()).trim().split(' ')[1] ?? '';
    const answer = proof(known.key, 'page', '127.0.0.1:1', challenge);
    expect((await ask(served, known, { challenge, answer })).status).toBe(401);
  });

  test('the program’s own proof, sent back', async () => {
    const { served, known } = await restarted();
    const challenge = (await (await ask(served, known, { nonce })).text()).trim().split(' ')[1] ?? '';
    const mirrored = (await (await ask(served, known, { nonce: challenge })).text()).split(' ')[0] ?? '';
    expect((await ask(served, known, { challenge, answer: mirrored })).status).toBe(401);
  });

  test.each([
    ['a page from elsewhere', { origin: 'http://evil.example' }, 403],
    ['a page from a file', { origin: 'null' }, 403],
    ['no origin', { origin: null }, 403],
    ['a GET', { method: 'GET' }, 405],
  ])('%s', async (_what, asked, status) => {
    const served = await serveFolder();
    const known = await comeIn(served);
    expect((await ask(served, known, { nonce }, asked)).status).toBe(status);
  });

  test('a body without an end', async () => {
    const served = await serveFolder();
    const known = await comeIn(served);
    expect((await ask(served, known, { nonce: 'x'.repeat(2000) })).status).toBe(413);
  });
});
