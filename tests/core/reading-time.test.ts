import { expect, test } from 'vitest';
import { infoForMs } from '../../src/core/reading-time.ts';

test('an info stays as long as it takes to read', () => {
  expect(infoForMs('Theme: dark.')).toBeGreaterThan(3000);
  expect(infoForMs('Theme: dark.')).toBeLessThan(4000);
  const sentences = 'The rehearsal was left for another story. What you said until then is in the practice log.';
  expect(infoForMs(sentences)).toBeGreaterThan(6000);
});
