import { describe, expect, test, vi } from 'vitest';
import type { Bridge } from '../../../src/core/contract/contract.ts';
import { type EntryWindow, connect, setUpEntry } from '../../../src/renderer/client/bridge.ts';

test('in Electron the preload’s bridge is taken as it is, and is always connected', () => {
  const offbook = {} as Bridge;
  const { bridge, onStateChange, retry } = connect({ offbook } as unknown as Window);
  const seen: string[] = [];
  onStateChange((state) => seen.push(state));
  retry();
  expect(bridge).toBe(offbook);
  expect(seen).toEqual(['connected']);
});

/**
 * As much of a window as a page comes in with; `kept` is what its storage holds, and `answer` what the program says
 * to the token.
 */
function tab(hash: string, kept: Record<string, string> = {}, answer: () => Response = () => new Response('fresh\n')) {
  const addresses: string[] = [];
  const posted: string[] = [];
  const location = { hash, pathname: '/', search: '?view=library' };
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
      return answer();
    },
  };
  return { win: win as unknown as EntryWindow, kept, addresses, posted, location };
}

const refuse = () => new Response('no', { status: 401 });

describe('a page', () => {
  test('removes the token from its address at once, posts it and keeps only the key', async () => {
    const { win, kept, addresses, posted } = tab('#token=abc_-123');
    const entry = setUpEntry(win);
    expect(addresses).toEqual(['/?view=library']);
    expect(await entry.readKey()).toBe('fresh');
    expect(posted).toEqual(['POST /enter token=abc_-123']);
    expect(kept).toEqual({ 'offbook-key': 'fresh' });
    expect(await entry.readKey()).toBe('fresh');
    expect(posted).toHaveLength(1);
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
    expect(await setUpEntry(tab('', kept).win).readKey()).toBe('kept');
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
    expect(await setUpEntry(tab('#token=old', { 'offbook-key': 'kept' }, refuse).win).readKey()).toBe('kept');
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
    const { win } = tab('#token=abc');
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
