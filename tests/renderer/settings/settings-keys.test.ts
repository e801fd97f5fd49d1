import { describe, expect, test } from 'vitest';
import { answerSettingsKey } from '../../../src/renderer/settings/settings-keys.ts';

function press(key: string, more: { shiftKey?: boolean; ctrlKey?: boolean; metaKey?: boolean } = {}) {
  return { key, code: '', shiftKey: false, ctrlKey: false, altKey: false, metaKey: false, ...more };
}
const undo = press('z', { ctrlKey: true });

describe('a key in the settings', () => {
  test('undoes, with Control or Command', () => {
    expect(answerSettingsKey(undo, 'elsewhere')).toBe('undo-setting');
    expect(answerSettingsKey(undo, 'field')).toBe('undo-setting');
    expect(answerSettingsKey(undo, 'button')).toBe('undo-setting');
    expect(answerSettingsKey(press('z', { metaKey: true }), 'elsewhere')).toBe('undo-setting');
  });

  test('is the text’s own where something is being written', () => {
    expect(answerSettingsKey(undo, 'writing')).toBeNull();
    expect(answerSettingsKey(press('/'), 'writing')).toBeNull();
  });

  test('goes to the search, but not from a field that takes it', () => {
    expect(answerSettingsKey(press('/'), 'elsewhere')).toBe('search');
    expect(answerSettingsKey(press('/', { shiftKey: true }), 'button')).toBe('search');
    expect(answerSettingsKey(press('/'), 'field')).toBeNull();
  });

  test('shows other views, but types in a field and presses a button', () => {
    expect(answerSettingsKey(press('L', { shiftKey: true }), 'elsewhere')).toBe('show-library');
    expect(answerSettingsKey(press('L', { shiftKey: true }), 'field')).toBeNull();
    expect(answerSettingsKey(press('Enter'), 'button')).toBeNull();
    expect(answerSettingsKey(press(' '), 'button')).toBeNull();
    expect(answerSettingsKey(press('?', { shiftKey: true }), 'elsewhere')).toBe('show-help');
  });
});
