import { describe, expect, test } from 'vitest';
import { keep, kept } from '../../../src/renderer/client/kept.ts';

describe('what a page keeps', () => {
  const storageOf = (items: Map<string, string>) =>
    ({
      getItem: (key: string) => items.get(key) ?? null,
      setItem: (key: string, value: string) => void items.set(key, value),
    }) as Storage;

  test('is in a cookie, or in the page’s storage where there are none', () => {
    const items = new Map<string, string>();
    const desktop = { document: { cookie: '' }, localStorage: storageOf(items) };
    expect(kept(desktop, 'size')).toBeNull();
    keep(desktop, 'size', '460x260');
    const [cookie = ''] = desktop.document.cookie.split(';');
    expect(kept({ document: { cookie: '' }, localStorage: storageOf(items) }, 'size')).toBe('460x260');
    const browser = { document: { cookie: `other-size=1; ${cookie}` }, localStorage: storageOf(new Map()) };
    expect(kept(browser, 'size')).toBe('460x260');
  });

  test('is forgotten without an error where the browser stores nothing', () => {
    const closed = () => ({
      document: { cookie: '' },
      get localStorage(): Storage {
        throw new DOMException('Access is denied for this document.', 'SecurityError');
      },
    });
    expect(() => keep(closed(), 'size', '1x1')).not.toThrow();
    expect(kept(closed(), 'size')).toBeNull();
  });
});
