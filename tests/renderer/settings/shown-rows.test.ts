import { describe, expect, test } from 'vitest';
import { commandIds } from '../../../src/core/contract/commands.ts';
import type { Ability } from '../../../src/core/contract/contract.ts';
import { settingKeys } from '../../../src/core/settings/table.ts';
import { shownRows } from '../../../src/renderer/settings/shown-rows.ts';

const abilities: Ability[] = [
  { id: 'top', title: 'On top', state: 'yes', text: 'Stays above the call.' },
  { id: 'place', title: 'Place remembered', state: 'no', text: 'Not on Wayland.' },
];

function keysFor(search: string) {
  return shownRows(search, abilities).groups.flatMap(({ keys }) => keys);
}

describe('what is shown', () => {
  test.for(['', '   '])('for no words is everything, each thing once', (search) => {
    const shown = shownRows(search, abilities);
    expect(keysFor(search).toSorted()).toEqual([...settingKeys].toSorted());
    expect(shown.commands).toEqual(commandIds);
    expect(shown.abilities).toEqual(abilities);
    expect(shown.count).toBe(settingKeys.length - 1 + commandIds.length + abilities.length);
  });

  test('has all the words, in any order, case and accent', () => {
    expect(keysFor('RATE speak')).toEqual(['wordsPerMinute']);
    expect(keysFor('thème')).toContain('theme');
    expect(keysFor('speaking opacity')).toEqual([]);
  });

  test('counts choices, and groups that are empty are left out', () => {
    const shown = shownRows('opendyslexic', abilities);
    expect(shown.groups).toEqual([{ group: 'Look', keys: ['typeface'] }]);
    expect(shown.count).toBe(1);
  });

  test('is the hotkeys of the commands that fit; all of them for the setting’s own name', () => {
    expect(shownRows('next row', abilities).commands).toEqual(['next-row']);
    expect(shownRows('mark the next section', abilities).count).toBe(1);
    expect(shownRows('hotkeys', abilities).commands).toEqual(commandIds);
  });

  test('finds abilities by what they say, and by the panel’s heading', () => {
    expect(shownRows('wayland', abilities).abilities.map(({ id }) => id)).toEqual(['place']);
    expect(shownRows('capabilities', abilities).abilities).toHaveLength(2);
  });

  test('is empty for a word that nothing has, and for ten thousand of them', () => {
    expect(shownRows('kettle', abilities).count).toBe(0);
    expect(shownRows('kettle '.repeat(10_000), abilities).count).toBe(0);
  });
});
