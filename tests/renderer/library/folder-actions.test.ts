import { describe, expect, test } from 'vitest';
import type { Result } from '../../../src/core/contract/contract.ts';
import { folderActions } from '../../../src/renderer/library/folder-actions.ts';

function bridge(chosen: Result<string | null> = { ok: true, value: null }) {
  const asked: unknown[] = [];
  const done: Result<null> = { ok: true, value: null };
  return {
    asked,
    addFolder: async (input: { path: string }) => (asked.push(['add', input.path]), done),
    openFolder: async (input: { path: string }) => (asked.push(['open', input.path]), done),
    removeFolder: async () => ({ ok: false as const, error: 'It is gone already.' }),
    chooseFolder: async () => (asked.push(['choose']), chosen),
    changeSettings: async ({ folders }: { folders?: string[] | undefined }) => (asked.push(['folders', folders]), done),
  };
}

describe('a folder', () => {
  test('is added by its path, without the spaces around it', async () => {
    const fake = bridge();
    expect(await folderActions(fake, []).add('  /bread ')).toBeNull();
    expect(await folderActions(fake, ['/bread']).replace('/cake')).toBeNull();
    expect(fake.asked).toEqual([
      ['add', '/bread'],
      ['open', '/cake'],
    ]);
  });

  test('that wasn’t typed is asked for, and nothing is called', async () => {
    const fake = bridge();
    expect(await folderActions(fake, []).add('  ')).toMatch(/Type the path/);
    expect(await folderActions(fake, []).replace('')).toMatch(/Type the path/);
    expect(fake.asked).toEqual([]);
  });

  test('that is chosen comes beside the others, once', async () => {
    const fake = bridge({ ok: true, value: '/cake' });
    expect(await folderActions(fake, ['/bread', '/cake']).choose()).toBeNull();
    expect(fake.asked).toEqual([['choose'], ['folders', ['/bread', '/cake']]]);
  });

  test('that wasn’t chosen changes nothing; what fails is told', async () => {
    const fake = bridge();
    expect(await folderActions(fake, ['/bread']).choose()).toBeNull();
    expect(fake.asked).toEqual([['choose']]);
    expect(await folderActions(fake, ['/bread']).remove('/bread')).toBe('It is gone already.');
    expect(await folderActions(bridge({ ok: false, error: 'No dialog.' }), ['/bread']).choose()).toBe('No dialog.');
  });
});
