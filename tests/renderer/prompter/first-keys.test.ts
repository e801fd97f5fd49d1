import { describe, expect, test } from 'vitest';
import { knowsFirstKeys, rememberFirstKeys } from '../../../src/renderer/prompter/first-keys.ts';

describe('that a key was pressed', () => {
  const storageOf = (items: Map<string, string>) =>
    ({
      getItem: (key: string) => items.get(key) ?? null,
      setItem: (key: string, value: string) => void items.set(key, value),
    }) as Storage;

  test('is remembered by a cookie, or by the page’s storage where there are none', () => {
    const items = new Map<string, string>();
    const desktop = { document: { cookie: '' }, localStorage: storageOf(items) };
    expect(knowsFirstKeys(desktop)).toBe(false);
    rememberFirstKeys(desktop);
    const [cookie = ''] = desktop.document.cookie.split(';');
    expect(knowsFirstKeys({ document: { cookie: '' }, localStorage: storageOf(items) })).toBe(true);
    expect(knowsFirstKeys({ document: { cookie: `other=1; ${cookie}` }, localStorage: storageOf(new Map()) })).toBe(
      true,
    );
  });

  test('is forgotten without an error where the browser stores nothing', () => {
    const closed = () => ({
      document: { cookie: '' },
      get localStorage(): Storage {
        throw new DOMException('Access is denied for this document.', 'SecurityError');
      },
    });
    expect(() => rememberFirstKeys(closed())).not.toThrow();
    expect(knowsFirstKeys(closed())).toBe(false);
  });
});
