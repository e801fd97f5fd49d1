import { expect, test } from 'vitest';
import { voiceChoices } from '../../../src/renderer/settings/VoiceControl.tsx';

test('voices: the usual one first, and a chosen one that isn’t installed is shown as such', () => {
  const anna = { voiceURI: 'urn:anna', name: 'Anna', lang: 'de-DE' };
  expect(voiceChoices([anna], null).map(({ label }) => label)).toEqual(['The usual voice', 'Anna (de-DE)']);
  expect(voiceChoices([anna], 'urn:karl').at(-1)).toEqual({
    value: 'urn:karl',
    label: 'urn:karl (not on this computer)',
  });
  expect(voiceChoices([], null)).toEqual([{ value: '', label: 'No offline voices' }]);
});
