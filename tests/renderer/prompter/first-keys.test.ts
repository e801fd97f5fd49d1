import { describe, expect, test } from 'vitest';
import { isLearned, rememberLesson } from '../../../src/renderer/prompter/first-keys.ts';

describe('that a key was pressed', () => {
  const storageOf = (items: Map<string, string>) =>
    ({
      getItem: (key: string) => items.get(key) ?? null,
      setItem: (key: string, value: string) => void items.set(key, value),
    }) as Storage;

  test('is remembered by a cookie, or by the page’s storage where there are none', () => {
    const items = new Map<string, string>();
    const desktop = { document: { cookie: '' }, localStorage: storageOf(items) };
    expect(isLearned(desktop, 'first-keys')).toBe(false);
    rememberLesson(desktop, 'first-keys');
    const [cookie = ''] = desktop.document.cookie.split(';');
    const stored = { document: { cookie: '' }, localStorage: storageOf(items) };
    expect(isLearned(stored, 'first-keys')).toBe(true);
    expect(isLearned(stored, 'find')).toBe(false);
    const inCookie = { document: { cookie: `other=1; ${cookie}` }, localStorage: storageOf(new Map()) };
    expect(isLearned(inCookie, 'first-keys')).toBe(true);
  });

  test('is forgotten without an error where the browser stores nothing', () => {
    const closed = () => ({
      document: { cookie: '' },
      get localStorage(): Storage {
        throw new DOMException('Access is denied for this document.', 'SecurityError');
      },
    });
    expect(() => rememberLesson(closed(), 'first-keys')).not.toThrow();
    expect(isLearned(closed(), 'first-keys')).toBe(false);
  });
});
