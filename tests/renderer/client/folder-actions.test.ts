import { describe, expect, test } from 'vitest';
import type { Result } from '../../../src/core/contract/contract.ts';
import { folderActions } from '../../../src/renderer/client/folder-actions.ts';

function bridge(chosen: Result<string | null> = { ok: true, value: null }) {
  const asked: unknown[] = [];
  const done: Result<null> = { ok: true, value: null };
  return {
    asked,
    addFolder: async (input: { path: string }) => (asked.push(['add', input.path]), done),
    openFolder: async (input: { path: string }) => (asked.push(['open', input.path]), done),
    removeFolder: async () => ({ ok: false as const, error: 'It is gone already.' }),
    chooseFolder: async () => (asked.push(['choose']), chosen),
  };
}

describe('a folder', () => {
  test('is added by its path, without the spaces around it', async () => {
    const fake = bridge();
    expect(await folderActions(fake).add('  /bread ')).toBe('done');
    expect(await folderActions(fake).replace('/cake')).toBe('done');
    expect(fake.asked).toEqual([
      ['add', '/bread'],
      ['open', '/cake'],
    ]);
  });

  test('that wasn’t typed is asked for, and nothing is called', async () => {
    const fake = bridge();
    const asksForOne = { error: expect.stringContaining('Type the path') as string };
    expect(await folderActions(fake).add('  ')).toEqual(asksForOne);
    expect(await folderActions(fake).replace('')).toEqual(asksForOne);
    expect(fake.asked).toEqual([]);
  });

  test('that is chosen is added, and nothing else is changed', async () => {
    const fake = bridge({ ok: true, value: '/cake' });
    expect(await folderActions(fake).choose()).toBe('done');
    expect(fake.asked).toEqual([['choose'], ['add', '/cake']]);
  });

  test('that wasn’t chosen changes nothing; a failure says why', async () => {
    const fake = bridge();
    expect(await folderActions(fake).choose()).toBe('left');
    expect(fake.asked).toEqual([['choose']]);
    expect(await folderActions(fake).remove('/bread')).toEqual({ error: 'It is gone already.' });
    expect(await folderActions(bridge({ ok: false, error: 'No dialog.' })).choose()).toEqual({ error: 'No dialog.' });
  });
});
