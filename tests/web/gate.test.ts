import { describe, expect, test } from 'vitest';
import { gateFor, judgeHost, judgeSocket, newToken } from '../../src/web/gate.ts';

const gate = gateFor(4000, 'right-token');
const good = {
  host: '127.0.0.1:4000',
  origin: 'http://127.0.0.1:4000',
  'sec-websocket-protocol': 'offbook, right-token',
};

test('a token is 32 random bytes that a URL carries unchanged', () => {
  const tokens = new Set(Array.from({ length: 100 }, newToken));
  expect(tokens.size).toBe(100);
  for (const token of tokens) {
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    expect(encodeURIComponent(token)).toBe(token);
  }
});

describe('the name a request comes under', () => {
  test.each(['127.0.0.1:4000', 'localhost:4000'])('%s is ours', (host) => {
    expect(judgeHost(gate, { host })).toBeNull();
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
    expect(judgeHost(gate, { host })).toMatchObject({ status: 403 });
  });

  test('none at all is foreign', () => {
    expect(judgeHost(gate, {})).toMatchObject({ status: 403 });
  });

  test('browsers leave port 80 out', () => {
    expect(judgeHost(gateFor(80, 't'), { host: 'localhost' })).toBeNull();
    expect(judgeHost(gateFor(80, 't'), { host: '127.0.0.1:80' })).toBeNull();
    expect(
      judgeSocket(gateFor(80, 'right-token'), '/socket', { ...good, host: '127.0.0.1', origin: 'http://127.0.0.1' }),
    ).toBeNull();
  });
});

describe('the socket', () => {
  test('opens for our page with the token, under either name', () => {
    expect(judgeSocket(gate, '/socket', good)).toBeNull();
    expect(
      judgeSocket(gate, '/socket', { ...good, host: 'localhost:4000', origin: 'http://localhost:4000' }),
    ).toBeNull();
  });

  test.each([
    ['foreign host', { host: 'evil.example:4000' }, 403],
    ['foreign origin', { origin: 'http://evil.example' }, 403],
    ['another port of this computer', { origin: 'http://127.0.0.1:4001' }, 403],
    ['https', { origin: 'https://127.0.0.1:4000' }, 403],
    ['a sandboxed page', { origin: 'null' }, 403],
    ['no origin', { origin: undefined }, 403],
    ['wrong token', { 'sec-websocket-protocol': 'offbook, wrong-token' }, 401],
    ['beginning of the token', { 'sec-websocket-protocol': 'offbook, right' }, 401],
    ['token with more behind it', { 'sec-websocket-protocol': 'offbook, right-token2' }, 401],
    ['empty token', { 'sec-websocket-protocol': 'offbook, ' }, 401],
    ['no token', { 'sec-websocket-protocol': 'offbook' }, 401],
    ['token alone', { 'sec-websocket-protocol': 'right-token' }, 401],
    ['token first', { 'sec-websocket-protocol': 'right-token, offbook' }, 401],
    ['no protocol', { 'sec-websocket-protocol': undefined }, 401],
  ])('is refused: %s', (_what, changed, status) => {
    expect(judgeSocket(gate, '/socket', { ...good, ...changed })).toMatchObject({ status });
  });

  test('is nowhere else', () => {
    expect(judgeSocket(gate, '/', good)).toMatchObject({ status: 404 });
    expect(judgeSocket(gate, '/socket/', good)).toMatchObject({ status: 404 });
  });

  test('does not tell a foreign page whether its token is right', () => {
    expect(judgeSocket(gate, '/socket', { ...good, origin: 'http://evil.example' })).toEqual(
      judgeSocket(gate, '/socket', {
        ...good,
        origin: 'http://evil.example',
        'sec-websocket-protocol': 'offbook, wrong',
      }),
    );
  });
});
