import { expect, test } from 'vitest';
import { sentPlaces } from '../../../src/renderer/voice/listener.ts';

test('places that the voice reached are its own however late they come back; all others are the person’s', () => {
  const places = sentPlaces();
  for (const place of [1000, 2000, 3000, 4000]) places.add(place);
  expect([1000, 3000, 9000, 4000].map(places.take)).toEqual([true, true, false, true]);
  // The program skipped this one.
  expect(places.take(2000)).toBe(false);
});
