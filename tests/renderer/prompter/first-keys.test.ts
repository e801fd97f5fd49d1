import { describe, expect, test } from 'vitest';
import type { AppState } from '../../../src/core/contract/contract.ts';
import {
  firstKeysKey,
  knowsFirstKeys,
  rememberFirstKeys,
  withFirstKeys,
} from '../../../src/renderer/prompter/first-keys.ts';
import type { Remark } from '../../../src/renderer/client/status-messages.ts';
import { appWith, sessionAfter } from '../sessions.ts';

const sentence = 'Space starts · / finds · ? shows all keys';
const samples: Remark = {
  tone: 'info',
  text: 'These are sample stories.',
  actions: [{ type: 'choose-folder' }, { type: 'hide', key: 'samples' }],
};

const saidWith = (remark: Remark | null, app: AppState | null = appWith(), hidden: string[] = []) =>
  withFirstKeys(remark, { app, hidden })?.text ?? null;

describe('the line of first keys', () => {
  test('stands where nothing else is said, and behind that the stories are samples', () => {
    expect(saidWith(null)).toBe(sentence);
    expect(saidWith(samples)).toBe(`These are sample stories. ${sentence.replaceAll(' ', '\u{a0}')}`);
    expect(withFirstKeys(samples, { app: appWith(), hidden: [] })?.actions).toEqual(samples.actions);
    expect(withFirstKeys(null, { app: appWith(), hidden: [] })?.actions).toEqual([{ type: 'hide', key: firstKeysKey }]);
  });

  test('never stands in the way of what is said', () => {
    expect(saidWith({ tone: 'error', text: 'It broke.', actions: [] })).toBe('It broke.');
    expect(saidWith({ tone: 'info', text: 'Theme: dark.', actions: [] })).toBe('Theme: dark.');
  });

  test('is gone after a key, or once the samples’ remark was put away with it', () => {
    expect(saidWith(null, appWith(), [firstKeysKey])).toBeNull();
    expect(saidWith(samples, appWith(), [firstKeysKey])).toBe('These are sample stories.');
    expect(saidWith(null, appWith(), ['samples'])).toBeNull();
  });

  test('comes only beside a story that waits to be started', () => {
    const { session } = appWith();
    expect(saidWith(null, null)).toBeNull();
    expect(saidWith(null, appWith({ session: { ...session, prompt: null } }))).toBeNull();
    const running = sessionAfter([0, { type: 'play' }]).session;
    expect(saidWith(null, appWith({ session: { ...session, session: running } }))).toBeNull();
    const rehearsing = { phase: 'speaking', at: 0, of: 1 } as const;
    expect(saidWith(null, appWith({ session: { ...session, rehearsing } }))).toBeNull();
  });
});

describe('that a key was pressed', () => {
  const storageOf = (items: Map<string, string>) =>
    ({
      getItem: (key: string) => items.get(key) ?? null,
      setItem: (key: string, value: string) => void items.set(key, value),
    }) as Storage;

  test('is remembered by a cookie, or by the page’s storage where there are none', () => {
    const items = new Map<string, string>();
    const desktop = { document: { cookie: '' }, localStorage: storageOf(items) };
    expect(knowsFirstKeys(desktop)).toBe(false);
    rememberFirstKeys(desktop);
    const [cookie = ''] = desktop.document.cookie.split(';');
    expect(knowsFirstKeys({ document: { cookie: '' }, localStorage: storageOf(items) })).toBe(true);
    expect(knowsFirstKeys({ document: { cookie: `other=1; ${cookie}` }, localStorage: storageOf(new Map()) })).toBe(
      true,
    );
  });

  test('is forgotten, and no trouble, where the browser keeps nothing', () => {
    const closed = () => ({
      document: { cookie: '' },
      get localStorage(): Storage {
        throw new DOMException('Access is denied for this document.', 'SecurityError');
      },
    });
    expect(() => rememberFirstKeys(closed())).not.toThrow();
    expect(knowsFirstKeys(closed())).toBe(false);
  });
});
