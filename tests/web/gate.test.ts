import { describe, expect, test } from 'vitest';
import { gateFor, checkEntry, checkHost, checkSocket, checkToken, newSecret } from '../../src/web/gate.ts';

const gate = {
  ...gateFor(4000),
  token: 'right-token',
  key: 'right-key',
  cookie: { name: 'offbook-4000', value: 'right-cookie' },
};
const place = { host: '127.0.0.1:4000', origin: 'http://127.0.0.1:4000' };
/** A page that came in. */
const good = { ...place, 'sec-websocket-protocol': 'offbook, right-key', cookie: 'offbook-4000=right-cookie' };
/** A program of the owner. */
const program = { ...place, 'sec-websocket-protocol': 'offbook', authorization: 'Bearer right-token' };

test('a secret is 32 random bytes that a URL carries unchanged', () => {
  const secrets = new Set(Array.from({ length: 100 }, newSecret));
  expect(secrets.size).toBe(100);
  for (const secret of secrets) {
    expect(Buffer.from(secret, 'base64url')).toHaveLength(32);
    expect(encodeURIComponent(secret)).toBe(secret);
  }
});

test('a server’s token, cookie and key are independent, and the cookie is named after the port', () => {
  const { token, cookie, key } = gateFor(4001);
  expect(new Set([token, cookie.value, key]).size).toBe(3);
  expect(cookie.name).toBe('offbook-4001');
});

describe('the Host of a request', () => {
  test.each(['127.0.0.1:4000', 'localhost:4000'])('%s is ours', (host) => {
    expect(checkHost(gate, { host })).toBeNull();
  });

  test.each([
    'evil.example',
    'evil.example:4000',
    '127.0.0.1',
    '127.0.0.1:4001',
    'localhost.evil.example:4000',
    '127.0.0.1:4000.evil.example',
    '0.0.0.0:4000',
    '[::1]:4000',
    '',
  ])('"%s" is foreign', (host) => {
    expect(checkHost(gate, { host })).toMatchObject({ status: 403 });
  });

  test('a missing one is foreign', () => {
    expect(checkHost(gate, {})).toMatchObject({ status: 403 });
  });

  test('browsers leave out port 80', () => {
    const { hosts, origins } = gateFor(80);
    const onPort80 = { ...gate, hosts, origins };
    expect(checkHost(onPort80, { host: 'localhost' })).toBeNull();
    expect(checkHost(onPort80, { host: '127.0.0.1:80' })).toBeNull();
    expect(checkSocket(onPort80, '/socket', { ...good, host: '127.0.0.1', origin: 'http://127.0.0.1' })).toBeNull();
  });
});

describe('coming in', () => {
  test.each(['http://127.0.0.1:4000', 'http://localhost:4000', 'null'])('is for a page of %s', (origin) => {
    expect(checkEntry(gate, { origin })).toBeNull();
  });

  test.each(['http://evil.example', 'http://127.0.0.1:4001', 'https://127.0.0.1:4000', 'file://', undefined])(
    'is not for a page of %s',
    (origin) => {
      expect(checkEntry(gate, { origin })).toMatchObject({ status: 403 });
    },
  );

  test.each(['', 'right', 'right-token2', 'right-key', 'right-cookie'])('takes no token "%s"', (token) => {
    expect(checkToken(gate, token)).toMatchObject({ status: 401 });
  });

  test('accepts the token', () => {
    expect(checkToken(gate, 'right-token')).toBeNull();
  });
});

describe('the socket', () => {
  test('opens for a page that came in, under either name', () => {
    expect(checkSocket(gate, '/socket', good)).toBeNull();
    expect(
      checkSocket(gate, '/socket', { ...good, host: 'localhost:4000', origin: 'http://localhost:4000' }),
    ).toBeNull();
  });

  test('opens for a program with the token', () => {
    expect(checkSocket(gate, '/socket', program)).toBeNull();
  });

  test('opens with cookies from servers on other ports, even of the same name', () => {
    const cookie = 'a=b; offbook-4000=wrong; offbook-4001=right-cookie; offbook-4000=right-cookie; c';
    expect(checkSocket(gate, '/socket', { ...good, cookie })).toBeNull();
  });

  test.each([
    ['foreign host', { host: 'evil.example:4000' }, 403],
    ['foreign origin', { origin: 'http://evil.example' }, 403],
    ['another port of this computer', { origin: 'http://127.0.0.1:4001' }, 403],
    ['https', { origin: 'https://127.0.0.1:4000' }, 403],
    ['a sandboxed page', { origin: 'null' }, 403],
    ['no origin', { origin: undefined }, 403],
    ['wrong key', { 'sec-websocket-protocol': 'offbook, wrong-key' }, 401],
    ['beginning of the key', { 'sec-websocket-protocol': 'offbook, right' }, 401],
    ['key with more after it', { 'sec-websocket-protocol': 'offbook, right-key2' }, 401],
    ['empty key', { 'sec-websocket-protocol': 'offbook, ' }, 401],
    ['the cookie without the key', { 'sec-websocket-protocol': 'offbook' }, 401],
    ['the cookie as the key', { 'sec-websocket-protocol': 'offbook, right-cookie' }, 401],
    ['the token as the key', { 'sec-websocket-protocol': 'offbook, right-token' }, 401],
    ['key alone', { 'sec-websocket-protocol': 'right-key' }, 401],
    ['key first', { 'sec-websocket-protocol': 'right-key, offbook' }, 401],
    ['no protocol', { 'sec-websocket-protocol': undefined }, 401],
    ['the key without the cookie', { cookie: undefined }, 401],
    ['wrong cookie', { cookie: 'offbook-4000=wrong' }, 401],
    ['empty cookie', { cookie: 'offbook-4000=' }, 401],
    ['cookie of another port', { cookie: 'offbook-4001=right-cookie' }, 401],
    ['cookie of a longer name', { cookie: 'xoffbook-4000=right-cookie' }, 401],
  ])('doesn’t open for a page: %s', (_what, changed, status) => {
    expect(checkSocket(gate, '/socket', { ...good, ...changed })).toMatchObject({ status });
  });

  test.each([
    ['wrong token', { authorization: 'Bearer wrong-token' }, 401],
    ['beginning of the token', { authorization: 'Bearer right' }, 401],
    ['empty token', { authorization: '' }, 401],
    ['the key', { authorization: 'Bearer right-key' }, 401],
    ['the cookie', { authorization: 'Bearer right-cookie' }, 401],
    ['no protocol', { 'sec-websocket-protocol': undefined }, 401],
    ['foreign origin', { origin: 'http://evil.example' }, 403],
    ['no origin', { origin: undefined }, 403],
  ])('doesn’t open for a program: %s', (_what, changed, status) => {
    expect(checkSocket(gate, '/socket', { ...program, ...changed })).toMatchObject({ status });
  });

  test('is nowhere else', () => {
    expect(checkSocket(gate, '/', good)).toMatchObject({ status: 404 });
    expect(checkSocket(gate, '/socket/', good)).toMatchObject({ status: 404 });
  });

  test('doesn’t tell a foreign page whether its key is right', () => {
    const foreign = { ...good, origin: 'http://evil.example' };
    const refusal = checkSocket(gate, '/socket', foreign);
    expect(checkSocket(gate, '/socket', { ...foreign, 'sec-websocket-protocol': 'offbook, wrong' })).toEqual(refusal);
    expect(checkSocket(gate, '/socket', { ...foreign, cookie: 'offbook-4000=wrong' })).toEqual(refusal);
  });
});
