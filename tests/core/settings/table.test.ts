import { expect, test } from 'vitest';
import * as v from 'valibot';
import { settingGroups, type SettingRow } from '../../../src/core/settings/row.ts';
import { settingKeys, settingRows } from '../../../src/core/settings/table.ts';
import { defaultSettings, settingsPatch } from '../../../src/core/settings/schema.ts';

const rows = settingKeys.map((key) => ({ key, row: settingRows[key] as SettingRow }));

test('every setting has a name of its own, a line of help and a known group', () => {
  expect(settingKeys.toSorted()).toEqual(Object.keys(defaultSettings()).toSorted());
  expect(new Set(rows.map(({ row }) => row.title)).size).toBe(rows.length);
  for (const { row } of rows) {
    expect(row.help).toMatch(/^[A-Z].*\.$/u);
    expect(settingGroups).toContain(row.group);
  }
});

test('groups are together, in their order', () => {
  const groups = rows.map(({ row }) => settingGroups.indexOf(row.group));
  expect(groups).toEqual(groups.toSorted((one, other) => one - other));
});

test.each(rows)('$key: its control offers what the schema accepts, and no more', ({ key, row }) => {
  const takes = (value: unknown) => v.is(settingsPatch, { [key]: value });
  const now: unknown = defaultSettings()[key];
  if ('min' in row) {
    expect([row.min, row.max].map(takes)).toEqual([true, true]);
    expect([row.min - row.step, row.max + row.step].map(takes)).toEqual([false, false]);
    expect(row.max - row.min).toBeGreaterThan(row.step);
  } else if (row.control === 'choice') {
    expect(row.choices.map(({ value }) => takes(value))).toEqual(row.choices.map(() => true));
    expect(row.choices.map(({ value }) => value)).toContain(now);
    expect(takes('')).toBe(false);
  } else if (row.control === 'switch') {
    expect([true, false].map(takes)).toEqual([true, true]);
  } else if (row.control === 'program') {
    expect([row.placeholder, ...row.choices.map(({ value }) => value)].map(takes)).not.toContain(false);
    expect(row.isRun).toBe(true);
  } else {
    expect(typeof now).toBe('object');
  }
});
