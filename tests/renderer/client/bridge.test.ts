import { createHash, createHmac } from 'node:crypto';
import { describe, expect, test, vi } from 'vitest';
import type { Bridge } from '../../../src/core/contract/contract.ts';
import { proofText, returnPath } from '../../../src/core/contract/return-proof.ts';
import { type EntryWindow, connect, setUpEntry } from '../../../src/renderer/client/bridge.ts';

test('in Electron the preload’s bridge is taken as it is, and is always connected', () => {
  const offbook = {} as Bridge;
  const { bridge, onStateChange } = connect({ offbook } as unknown as Window);
  const seen: string[] = [];
  onStateChange((state) => seen.push(state));
  expect(bridge).toBe(offbook);
  expect(seen).toEqual(['connected']);
});

function proof(key: string, by: 'program' | 'page', nonce: string): string {
  const digest = createHash('sha256').update(key).digest();
  return createHmac('sha256', digest)
    .update(proofText(by, '127.0.0.1:4000', nonce))
    .digest('base64url');
}

/** A program that knows pages with this key, and gives them `next` for it. */
function programKnowing(key: string, next = key): (form: URLSearchParams) => Response {
  return (form) => {
    const nonce = form.get('nonce');
    if (nonce !== null) return new Response(`${proof(key, 'program', nonce)} challenge\n`);
    const isRight = form.get('challenge') === 'challenge' && form.get('answer') === proof(key, 'page', 'challenge');
    return isRight ? new Response(`${next}\n`) : refuse();
  };
}

const refuse = (): Response => new Response('no', { status: 401 });

/**
 * As much of a window as a page comes in with; `kept` is what its storage holds, `answer` what the program says to the
 * token, and `toReturn` what it says to a page that came in before.
 */
function tab(
  hash: string,
  kept: Record<string, string> = {},
  answer: () => Response = () => new Response('fresh\n'),
  toReturn: (form: URLSearchParams) => Response = refuse,
) {
  const addresses: string[] = [];
  const posted: string[] = [];
  const location = { hash, host: '127.0.0.1:4000', pathname: '/', search: '?view=library' };
  const win = {
    location,
    history: {
      replaceState: (_: unknown, _title: string, address: string) => {
        addresses.push(address);
        location.hash = '';
      },
    },
    localStorage: {
      getItem: (key: string) => kept[key] ?? null,
      setItem: (key: string, value: string) => (kept[key] = value),
    },
    fetch: async (address: string, { method, body }: { method: string; body: URLSearchParams }) => {
      posted.push(`${method} ${address} ${body.toString()}`);
      return address === returnPath ? toReturn(body) : answer();
    },
    crypto: globalThis.crypto,
  };
  return { win: win as unknown as EntryWindow, kept, addresses, posted, location };
}

describe('a page', () => {
  test('removes the token from its address at once, posts it and keeps only the key', async () => {
    const { win, kept, addresses, posted } = tab('#token=abc_-123');
    const entry = setUpEntry(win);
    expect(addresses).toEqual(['/?view=library']);
    expect(await entry.readKey()).toBe('fresh');
    expect(posted).toEqual(['POST /enter token=abc_-123']);
    expect(kept).toEqual({ 'offbook-key': 'fresh' });
  });

  test('comes in again without its token: neither side sends the key', async () => {
    const { win, posted } = tab('#token=abc', {}, undefined, programKnowing('fresh'));
    const entry = setUpEntry(win);
    await entry.readKey();
    expect(await entry.readKey()).toBe('fresh');
    expect(posted).toHaveLength(3);
    expect(posted.slice(1).join()).not.toMatch(/abc|fresh/);
  });

  test('keeps the key that it gets after a restart', async () => {
    const { win, kept } = tab('', { 'offbook-key': 'old' }, undefined, programKnowing('old', 'new'));
    expect(await setUpEntry(win).readKey()).toBe('new');
    expect(kept).toEqual({ 'offbook-key': 'new' });
  });

  test('gives nothing away to another server at its address', async () => {
    const asked: string[] = [];
    const stranger = (form: URLSearchParams) => {
      asked.push(form.toString());
      return new Response(`${'A'.repeat(43)} challenge`);
    };
    const { win, kept } = tab('', { 'offbook-key': 'kept' }, undefined, stranger);
    expect(await setUpEntry(win).readKey()).toBeNull();
    expect(asked).toEqual([expect.stringMatching(/^nonce=[\w-]{43}$/)]);
    expect(kept).toEqual({ 'offbook-key': 'kept' });
  });

  test('takes the key that it was sent on with, and posts nothing', async () => {
    const { win, kept, addresses, posted } = tab('#key=given');
    expect(await setUpEntry(win).readKey()).toBe('given');
    expect(addresses).toEqual(['/?view=library']);
    expect(kept).toEqual({ 'offbook-key': 'given' });
    expect(posted).toEqual([]);
  });

  test('finds the key again at a reload and in another tab', async () => {
    const { kept } = tab('', { 'offbook-key': 'kept' });
    expect(await setUpEntry(tab('', kept, undefined, programKnowing('kept')).win).readKey()).toBe('kept');
  });

  test('has no key where it was opened without, or with an old token', async () => {
    for (const hash of ['', '#token=', '#key=', '#other']) {
      expect(await setUpEntry(tab(hash).win).readKey()).toBeNull();
    }
    const old = tab('#token=old', {}, refuse);
    expect(await setUpEntry(old.win).readKey()).toBeNull();
    expect(old.kept).toEqual({});
  });

  test('that got in stays in when an old address is opened over it', async () => {
    const { win } = tab('#token=old', { 'offbook-key': 'kept' }, refuse, programKnowing('kept'));
    expect(await setUpEntry(win).readKey()).toBe('kept');
  });

  test('remembers the token while nobody answers, and gets in when somebody does', async () => {
    const answer = vi.fn<() => Response>(() => {
      throw new TypeError('Failed to fetch');
    });
    const { win } = tab('#token=abc', {}, answer);
    const entry = setUpEntry(win);
    await expect(entry.readKey()).rejects.toThrow('Failed to fetch');
    answer.mockImplementation(() => new Response('later\n'));
    expect(await entry.readKey()).toBe('later');
  });

  test('takes a newer token that its address is changed to', async () => {
    const { win, location, posted } = tab('', { 'offbook-key': 'stale' });
    const entry = setUpEntry(win);
    location.hash = '#token=newer';
    entry.takeFragment();
    expect(location.hash).toBe('');
    expect(await entry.readKey()).toBe('fresh');
    expect(posted).toEqual(['POST /enter token=newer']);
  });

  test('still gets in where the browser stores nothing for sites', async () => {
    const { win } = tab('#token=abc', {}, undefined, programKnowing('fresh'));
    Object.defineProperty(win, 'localStorage', {
      get: () => {
        throw new Error('denied');
      },
    });
    const entry = setUpEntry(win);
    expect(await entry.readKey()).toBe('fresh');
    expect(await entry.readKey()).toBe('fresh');
  });
});
