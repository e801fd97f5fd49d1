import { once } from 'node:events';
import { connect } from 'node:net';
import { describe, expect, test } from 'vitest';
import { comeIn, openView, sendRaw, serveFolder, type Served } from './serve-folder.ts';

function handshake({ port, token }: Served, changed: Record<string, string | null> = {}): string {
  const headers: Record<string, string | null> = {
    Host: `127.0.0.1:${port}`,
    Origin: `http://127.0.0.1:${port}`,
    Upgrade: 'websocket',
    Connection: 'Upgrade',
    'Sec-WebSocket-Version': '13',
    'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==',
    'Sec-WebSocket-Protocol': 'offbook',
    Authorization: `Bearer ${token}`,
    ...changed,
  };
  const lines = Object.entries(headers).filter(([, value]) => value !== null);
  return `GET /socket HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`;
}

describe('refused before it opens:', () => {
  test.each([
    ['a foreign Host', { Host: 'evil.example' }, 403],
    ['a foreign Origin', { Origin: 'http://evil.example' }, 403],
    ['no Origin', { Origin: null }, 403],
    ['a wrong token', { Authorization: 'Bearer AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' }, 401],
    ['no token', { Authorization: null }, 401],
    ['no key', { 'Sec-WebSocket-Key': null }, 400],
  ])('%s', async (_what, changed, status) => {
    const served = await serveFolder();
    const answer = await sendRaw(served.port, handshake(served, changed));
    expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect(answer).not.toContain(served.token);
    await expect(openView(served)).resolves.toBeDefined();
  });

  test('another path', async () => {
    const served = await serveFolder();
    await expect(openView(served, { path: '/other' })).rejects.toThrow('404');
  });

  test('the token of another server', async () => {
    const [one, other] = [await serveFolder(), await serveFolder()];
    await expect(openView({ origin: one.origin, token: other.token })).rejects.toThrow('401');
  });

  test('and it says why in a sentence', async () => {
    const served = await serveFolder();
    const answer = await sendRaw(served.port, handshake(served, { Authorization: 'Bearer old' }));
    expect(answer).toContain('The token is missing or old. Open the address that Offbook printed last.');
  });
});

test('a page that came in opens it with the cookie and the key; the answer names the protocol alone', async () => {
  const served = await serveFolder();
  const { cookie, key } = await comeIn(served);
  const socket = connect(served.port, '127.0.0.1');
  socket.write(handshake(served, { Authorization: null, Cookie: cookie, 'Sec-WebSocket-Protocol': `offbook, ${key}` }));
  const [answer] = (await once(socket, 'data')) as [Buffer];
  expect(answer.toString()).toMatch(/^HTTP\/1\.1 101 /);
  expect(answer.toString()).toContain('Sec-WebSocket-Protocol: offbook\r\n');
  expect(answer.toString()).not.toContain(key);
  socket.destroy();
});

test('neither the cookie nor the key of such a page is enough alone', async () => {
  const served = await serveFolder();
  const { cookie, key } = await comeIn(served);
  for (const half of [{ Cookie: cookie }, { 'Sec-WebSocket-Protocol': `offbook, ${key}` }]) {
    expect(await sendRaw(served.port, handshake(served, { Authorization: null, ...half }))).toContain('HTTP/1.1 401 ');
  }
});

describe('calls', () => {
  test('are answered by their number, and nothing else is sent', async () => {
    const view = await openView(await serveFolder());
    view.send({ id: 7, call: 'readState' });
    expect(await view.next()).toMatchObject({
      id: 7,
      result: { ok: true, value: { library: { samples: true }, capabilities: { shell: 'browser', hotkeys: [] } } },
    });
  });

  test.each([
    [{ id: 1, call: 'rob' }, 'Unknown call “rob”.'],
    [{ id: 1, call: 'constructor' }, 'Unknown call “constructor”.'],
    [{ id: 1, call: '__proto__' }, 'Unknown call “__proto__”.'],
    [{ id: 1, call: 'runCommand', input: { id: 'rob' } }, 'The call “runCommand” was refused: id: '],
    [{ id: 1, call: 'runCommand' }, 'The call “runCommand” was refused: '],
    [{ id: 1, call: 'changeSettings', input: { textSize: 1e9 } }, 'The call “changeSettings” was refused: textSize: '],
    [{ id: 1, call: 'openStory', input: { id: 'gone', variant: null } }, 'No story has the id "gone".'],
  ])('%j gets an error, and the socket stays', async (message, error) => {
    const view = await openView(await serveFolder());
    view.send(message);
    expect(await view.next()).toMatchObject({ id: 1, result: { ok: false, error: expect.stringContaining(error) } });
    view.send({ id: 2, call: 'rescan' });
    expect(await view.next()).toEqual({ id: 2, result: { ok: true, value: null } });
  });
});

describe('an invalid call closes its socket with a reason, and only that one:', () => {
  test.each([
    ['text that isn’t JSON', 'hello'],
    ['incomplete JSON', '{"id":1,"call":"read'],
    ['a number', '4'],
    ['null', 'null'],
    ['a list', '[]'],
    ['no number', '{"call":"readState"}'],
    ['a number as text', '{"id":"1","call":"readState"}'],
    ['no name', '{"id":1}'],
    ['deep nesting', '['.repeat(100_000)],
    ['bytes', Buffer.from('{"id":1,"call":"readState"}')],
  ])('%s', async (_what, message) => {
    const served = await serveFolder();
    const [bad, good] = [await openView(served), await openView(served)];
    bad.socket.send(message);
    expect(await bad.closed).toEqual({ code: 1003, reason: 'Expected JSON text: { id, call, input }.' });
    good.send({ id: 1, call: 'rescan' });
    expect(await good.next()).toEqual({ id: 1, result: { ok: true, value: null } });
  });

  test('a message of 10 MB', async () => {
    const served = await serveFolder();
    const [bad, good] = [await openView(served), await openView(served)];
    bad.send({ id: 1, call: 'openFolder', input: { path: 'x'.repeat(10_000_000) } });
    expect(await bad.closed).toMatchObject({ code: 1009 });
    good.send({ id: 1, call: 'rescan' });
    expect(await good.next()).toEqual({ id: 1, result: { ok: true, value: null } });
    await expect(openView(served)).resolves.toBeDefined();
  });

  test('text that is not UTF-8, and a broken frame', async () => {
    const served = await serveFolder();
    const notText = await openView(served);
    notText.socket.send(Buffer.from([0xff, 0xfe]), { binary: false });
    expect(await notText.closed).toMatchObject({ code: 1007 });
    // A frame from a client that isn't masked breaks the protocol.
    const answer = await sendRaw(served.port, `${handshake(served)}\x81\x02{}`);
    expect(answer).toContain('\x03\xea'); // 1002
    await expect(openView(served)).resolves.toBeDefined();
  });
});

describe('events', () => {
  test('reach every view, so that they stay in step', async () => {
    const served = await serveFolder();
    const views = [await openView(served), await openView(served)];
    views[0]!.send({ id: 1, call: 'changeSettings', input: { textSize: 40 } });
    const event = { event: 'settingsChanged', payload: expect.objectContaining({ textSize: 40 }) };
    expect(await views[1]!.next()).toEqual(event);
    expect(await views[0]!.next()).toEqual(event);
    expect(await views[0]!.next()).toEqual({ id: 1, result: { ok: true, value: null } });
  });

  test('continue after a view was cut off', async () => {
    const served = await serveFolder();
    const [gone, stays] = [await openView(served), await openView(served)];
    gone.socket.terminate();
    served.app.notify('info', 'still here');
    expect(await stays.next()).toMatchObject({ event: 'noticesChanged', payload: [{ text: 'still here' }] });
  });

  test('don’t pile up for a view that doesn’t read', async () => {
    const served = await serveFolder();
    const slow = await openView(served);
    slow.socket.pause();
    const reader = await openView(served);
    const text = 'x'.repeat(2 * 1024 * 1024);
    for (let sent = 0; sent < 40; sent += 1) {
      served.app.emit('noticesChanged', [{ id: sent, severity: 'info', text }]);
      expect(await reader.next()).toMatchObject({ payload: [{ id: sent }] });
    }
    slow.socket.resume();
    expect(await slow.closed).toEqual({ code: 1006, reason: '' });
    await expect(openView(served)).resolves.toBeDefined();
  });
});
