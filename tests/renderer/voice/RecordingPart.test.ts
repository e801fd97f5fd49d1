import { expect, test } from 'vitest';
import { shownRecording } from '../../../src/renderer/voice/RecordingPart.tsx';

const begin = { section: 1, intoMs: 4000, isPlaying: true };
const atStart = { section: null, intoMs: 0, isPlaying: false };

test('the other recording goes on where this one was; once it is deleted, this one doesn’t play on its own', () => {
  const other = { id: 'before' };
  expect(shownRecording({ id: 'before', begin }, other)).toEqual({ other, begin });
  expect(shownRecording({ id: null, begin }, other)).toEqual({ other: undefined, begin });
  expect(shownRecording({ id: 'before', begin }, { id: 'earlier' })).toEqual({ other: undefined, begin: atStart });
  expect(shownRecording({ id: 'before', begin }, undefined)).toEqual({ other: undefined, begin: atStart });
});
