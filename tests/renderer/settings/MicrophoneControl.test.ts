import { expect, test } from 'vitest';
import { microphoneChoices, trialWords } from '../../../src/renderer/settings/MicrophoneControl.tsx';

const device = (deviceId: string, label: string) => ({ kind: 'audioinput' as const, deviceId, label });

test('microphones: the system’s first, each by its name, and a chosen one that isn’t connected is shown as such', () => {
  const devices = [
    device('default', 'Default - Headset'),
    device('communications', 'Headset'),
    device('x1', 'Headset'),
  ];
  expect(microphoneChoices(devices, 'x1')).toEqual([
    { value: '', label: 'System’s microphone' },
    { value: 'x1', label: 'Headset' },
  ]);
  expect(microphoneChoices(devices, 'x2').at(-1)).toEqual({ value: 'x2', label: 'The chosen one (not connected)' });
});

test('before the person has allowed a microphone, browsers name none', () => {
  expect(microphoneChoices([device('', '')], null)).toEqual([{ value: '', label: 'System’s microphone' }]);
});

test('a try says what it hears, and what is wrong', () => {
  expect(trialWords({ kind: 'starting' }, false)).toContain('may ask you');
  expect(trialWords({ kind: 'on', label: 'Headset' }, false)).toBe('Listens with “Headset”. Say something.');
  expect(trialWords({ kind: 'on', label: 'Headset' }, true)).toBe('Hears you with “Headset”.');
  expect(trialWords({ kind: 'trouble', why: 'busy', text: 'Another program.' }, false)).toBe('Another program.');
});
