import * as v from 'valibot';
import { expect, test } from 'vitest';
import { defaultSettings, settingKeys, settingsPatch } from '../../src/core/settings.ts';
import { settingSteps, stepSetting } from '../../src/services/setting-steps.ts';

test('the bounds that commands stop at are those of the settings', () => {
  for (const key of ['textSize', 'speed', 'opacity'] as const) {
    const { least, most, by } = settingSteps[key];
    expect(settingKeys).toContain(key);
    for (const value of [least, most]) expect(v.is(settingsPatch, { [key]: value })).toBe(true);
    for (const value of [least - by, most + by]) expect(v.is(settingsPatch, { [key]: value })).toBe(false);
  }
});

test('steps stay tidy decimals all the way up and down', () => {
  const settings = defaultSettings();
  for (const direction of [1, -1] as const) {
    for (;;) {
      const next = stepSetting(settings, 'speed', direction);
      if (typeof next === 'string') break;
      expect(String(next)).toMatch(/^\d(\.\d)?$/u);
      settings.speed = next;
    }
  }
  expect(settings.speed).toBe(0.5);
});
