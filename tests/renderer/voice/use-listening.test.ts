import { expect, test } from 'vitest';
import type { AppState } from '../../../src/core/contract/contract.ts';
import { defaultSettings, type Settings } from '../../../src/core/settings/schema.ts';
import { leftToListenMs, listeningTo } from '../../../src/renderer/voice/use-listening.ts';
import { rehearsalAfter } from '../rehearsal/rehearsals.ts';
import { appWith } from '../sessions.ts';

const stage = { isRehearsal: true, isPrompter: false };
const prompter = { isRehearsal: false, isPrompter: true };
const library = { isRehearsal: false, isPrompter: false };
const appThat = (settings: Partial<Settings>, more: Partial<AppState> = {}): AppState =>
  appWith({ settings: { ...defaultSettings(), ...settings }, ...more });

test('nothing is heard unless the person wants it, and can have it', () => {
  const rehearsal = rehearsalAfter([]);
  const { capabilities } = appWith();
  expect(listeningTo(null, stage)).toBeNull();
  expect(listeningTo(appThat({}, { rehearsal }), stage)).toBeNull();
  const without = { rehearsal, capabilities: { ...capabilities, microphone: false } };
  expect(listeningTo(appThat({ listening: true }, without), stage)).toBeNull();
});

test('a rehearsal is heard by a page that shows it, until its sheet', () => {
  const app = appThat({ listening: true }, { rehearsal: rehearsalAfter([]) });
  expect(listeningTo(app, stage)).toBe('rehearsal');
  expect(listeningTo(app, prompter)).toBe('rehearsal');
  expect(listeningTo(app, library)).toBeNull();
  const sheet = { step: 'sheet' } as unknown as AppState['rehearsal'];
  expect(listeningTo(appThat({ listening: true }, { rehearsal: sheet }), stage)).toBeNull();
  expect(listeningTo(appThat({ listening: true }), stage)).toBeNull();
});

test('the prompter is heard only where something there waits for the voice', () => {
  expect(listeningTo(appThat({ listening: true }), prompter)).toBeNull();
  expect(listeningTo(appThat({ listening: true, mode: 'voice' }), prompter)).toBe('prompter');
  expect(listeningTo(appThat({ listening: true, waitInSilence: true }), prompter)).toBe('prompter');
  expect(listeningTo(appThat({ listening: false, mode: 'voice' }), prompter)).toBeNull();
  expect(listeningTo(appThat({ listening: true, mode: 'voice' }), stage)).toBeNull();
});

test('at a result, the microphone stays open only as long as the answer can go on', () => {
  expect(leftToListenMs(null, 5000)).toBeNull();
  expect(leftToListenMs(5000, 5000)).toBe(10_000);
  expect(leftToListenMs(5000, 14_000)).toBe(1000);
  expect(leftToListenMs(5000, 3_600_000)).toBe(0);
});
