import { describe, expect, test } from 'vitest';
import { setUpRecordings } from '../../src/services/voice/recordings.ts';
import { fakeClock } from '../services/fake-clock.ts';
import { getRaw, openView, sendRaw, serveFolder } from './serve-folder.ts';

const bytes = '0123456789';

/** A server with a recording of ten bytes, and its address for a page that came in. */
async function servedRecording() {
  const served = await serveFolder();
  const directory = `${served.outside}/recordings`;
  const options = { directory, clock: fakeClock(), capBytes: () => 1000, changed: () => undefined };
  const store = setUpRecordings(options);
  await store.start('one', 'a');
  await store.append('one', 0, Buffer.from(bytes));
  served.app.readRecording = store.read;
  const view = await openView(served);
  const addressOf = async (id: string): Promise<string> => {
    view.send({ id: 1, call: 'recordingAddress', input: { id } });
    const { result } = (await view.next()) as { result: { value: string } };
    return result.value;
  };
  return { ...served, store, addressOf, address: await addressOf('one') };
}

test('a player gets the recording at the address that the socket gave, as sound and nothing else', async () => {
  const { origin, address } = await servedRecording();
  const answer = await fetch(origin + address);
  expect([answer.status, await answer.text()]).toEqual([200, bytes]);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'audio/webm',
    'content-length': '10',
    'accept-ranges': 'bytes',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
  });
});

test.each([
  ['bytes=0-', 206, '0123456789', 'bytes 0-9/10'],
  ['bytes=4-', 206, '456789', 'bytes 4-9/10'],
  ['bytes=2-4', 206, '234', 'bytes 2-4/10'],
  ['bytes=9-9', 206, '9', 'bytes 9-9/10'],
  ['bytes=8-100', 206, '89', 'bytes 8-9/10'],
  ['bytes=-3', 206, '789', 'bytes 7-9/10'],
  ['bytes=-100', 206, '0123456789', 'bytes 0-9/10'],
  ['bytes=10-', 416, '', 'bytes */10'],
  ['bytes=99-100', 416, '', 'bytes */10'],
  ['bytes=-0', 416, '', 'bytes */10'],
  // What isn’t one range is answered with the whole.
  ['bytes=4-2', 200, bytes, null],
  ['bytes=0-1,4-5', 200, bytes, null],
  ['bytes=-', 200, bytes, null],
  ['lines=1-2', 200, bytes, null],
])('%s is answered with %i', async (range, status, text, contentRange) => {
  const { origin, address } = await servedRecording();
  const answer = await fetch(origin + address, { headers: { range } });
  expect([answer.status, await answer.text()]).toEqual([status, text]);
  expect(answer.headers.get('content-range')).toBe(contentRange);
});

test('HEAD says how long it is, whatever the range', async () => {
  const { port, address } = await servedRecording();
  const head = `HEAD ${address} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nRange: bytes=2-3\r\nConnection: close\r\n\r\n`;
  const answer = await sendRaw(port, head);
  expect(answer).toContain('HTTP/1.1 200 ');
  expect(answer).toContain('Content-Length: 10\r\n');
  expect(answer.endsWith('\r\n\r\n')).toBe(true);
});

test('a recording that still grows is served as far as it is', async () => {
  const { origin, address, store } = await servedRecording();
  await store.append('one', 10, Buffer.from('ab'));
  const answer = await fetch(origin + address, { headers: { range: 'bytes=10-' } });
  expect([await answer.text(), answer.headers.get('content-range')]).toEqual(['ab', 'bytes 10-11/12']);
});

describe('nobody else gets it:', () => {
  test('without the proof, or with that of another recording or another start', async () => {
    const { origin, address, addressOf, store } = await servedRecording();
    await store.start('two', 'a');
    const others = [await addressOf('two'), (await servedRecording()).address].map((other) => other.split('=')[1]);
    for (const proof of ['', ...others]) {
      const answer = await fetch(`${origin}/recordings/one?proof=${proof}`);
      expect(answer.status).toBe(401);
      expect(await answer.text()).not.toContain(bytes);
    }
    expect((await fetch(`${origin}/recordings/one`)).status).toBe(401);
    expect((await fetch(origin + address)).status).toBe(200);
  });

  test('under a foreign name', async () => {
    const { port, address } = await servedRecording();
    expect(await getRaw(port, address, `evil.example:${port}`)).toContain('HTTP/1.1 403 ');
  });

  test.each(['cross-site', 'same-site', 'none'])('for a page that is %s', async (site) => {
    const { port, address } = await servedRecording();
    const request = `GET ${address} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nSec-Fetch-Site: ${site}\r\nConnection: close\r\n\r\n`;
    const answer = await sendRaw(port, request);
    expect(answer).toContain('HTTP/1.1 403 ');
    expect(answer).not.toContain(bytes);
  });

  test('by another method', async () => {
    const { origin, address } = await servedRecording();
    for (const method of ['POST', 'PUT', 'DELETE']) {
      expect((await fetch(origin + address, { method })).status, method).toBe(405);
    }
  });

  test.each([
    '/recordings/',
    '/recordings/../page/index.html',
    '/recordings/%2e%2e%2fsecret.txt',
    '/recordings/one/',
    '/recordings/one.json',
  ])('under %s', async (path) => {
    const { port, address } = await servedRecording();
    const answer = await getRaw(port, `${path}?${address.split('?')[1]}`);
    expect(answer).toContain('HTTP/1.1 404 ');
  });

  test('once it is deleted', async () => {
    const { origin, address, store } = await servedRecording();
    await store.removeAll();
    const answer = await fetch(origin + address);
    expect([answer.status, await answer.text()]).toEqual([404, 'The recording isn’t there any more.\n']);
  });
});
