import { describe, expect, test } from 'vitest';
import { takeToken } from '../../../src/renderer/client/token.ts';

/** As much of a window as holds a token; `kept` is what its session storage holds. */
function tab(hash: string, kept: Record<string, string> = {}) {
  const addresses: string[] = [];
  const win = {
    location: { hash, pathname: '/', search: '' },
    history: { replaceState: (_: unknown, _title: string, address: string) => addresses.push(address) },
    sessionStorage: {
      getItem: (key: string) => kept[key] ?? null,
      setItem: (key: string, value: string) => (kept[key] = value),
    },
  };
  return { win: win as unknown as Window, kept, addresses };
}

describe('the token', () => {
  test('comes from the address, is taken out of it and kept for a reload', () => {
    const first = tab('#token=abc_-123');
    expect(takeToken(first.win)).toBe('abc_-123');
    expect(first.addresses).toEqual(['/']);
    expect(takeToken(tab('', first.kept).win)).toBe('abc_-123');
  });

  test('of a newer address takes the place of the old one', () => {
    const { kept } = tab('');
    takeToken(tab('#token=old', kept).win);
    expect(takeToken(tab('#token=new', kept).win)).toBe('new');
    expect(takeToken(tab('', kept).win)).toBe('new');
  });

  test('is missing where the page was opened without', () => {
    expect(takeToken(tab('').win)).toBeNull();
    expect(takeToken(tab('#token=').win)).toBeNull();
  });

  test('still works where the browser keeps nothing for sites', () => {
    const { win, addresses } = tab('#token=abc');
    Object.defineProperty(win, 'sessionStorage', {
      get: () => {
        throw new Error('denied');
      },
    });
    expect(takeToken(win)).toBe('abc');
    expect(addresses).toEqual(['/']);
  });
});
