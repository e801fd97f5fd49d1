import { expect, test } from 'vitest';
import { directionOf } from '../../../src/core/stories/direction.ts';

test.each([
  ['', 'ltr'],
  ['Counted 40 boxes', 'ltr'],
  ['2024: 40 %', 'ltr'],
  ['ספרתי 40 ארגזים', 'rtl'],
  ['Canary אפשרנו לעשרה אחוזים לפני כולם', 'rtl'],
  ['Canary release for ten per cent, then شكرا', 'ltr'],
  ['أرسلنا النسخة الأولى إلى Canary', 'rtl'],
] as const)('%j runs %s, as most of its letters do', (text, direction) => {
  expect(directionOf(text)).toBe(direction);
});
