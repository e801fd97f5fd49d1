import { expect, test } from 'vitest';
import { sentPlaces } from '../../../src/renderer/voice/listener.ts';

test('places that the voice reached are its own however late they come back; all others are the person’s', () => {
  const places = sentPlaces();
  for (const place of [1000, 2000, 3000, 4000]) places.add(place);
  // The program skipped one of them, and the person goes back to another.
  expect([1000, 3000, 4000, 9000, 4000].map(places.take)).toEqual([true, true, true, false, false]);
  places.add(2000);
  expect([9000, 2000].map(places.take)).toEqual([false, false]);
});
