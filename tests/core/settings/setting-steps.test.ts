import { expect, test } from 'vitest';
import { settingRows } from '../../../src/core/settings/table.ts';
import { defaultSettings } from '../../../src/core/settings/schema.ts';
import { stepSetting } from '../../../src/core/settings/setting-steps.ts';

test.each(['textSize', 'speed', 'opacity'] as const)('%s stops at the bounds of its setting, and says so', (key) => {
  for (const [direction, bound] of [[1, settingRows[key].max] as const, [-1, settingRows[key].min] as const]) {
    const settings = { ...defaultSettings(), [key]: bound };
    expect(stepSetting(settings, key, direction)).toEqual({
      value: null,
      text: expect.stringMatching(/(?:at its (?:min|max)imum|at maximum transparency|already opaque) \(.+\)\.$/u),
    });
    expect(stepSetting(settings, key, direction === 1 ? -1 : 1).value).toBeTypeOf('number');
  }
});

test('steps stay tidy decimals all the way up and down', () => {
  const settings = defaultSettings();
  for (const direction of [1, -1] as const) {
    for (;;) {
      const next = stepSetting(settings, 'speed', direction);
      if (next.value === null) break;
      expect(next.text).toMatch(/^Scrolling speed: \d(\.\d)?×\.$/u);
      settings.speed = next.value;
    }
  }
  expect(settings.speed).toBe(0.5);
});
