import { describe, expect, test } from 'vitest';
import type { Bridge, Result } from '../../../src/core/contract/contract.ts';
import type { Outcome } from '../../../src/renderer/client/outcome.ts';
import { settingActions } from '../../../src/renderer/settings/setting-actions.ts';

/** The actions over a program with these answers, and what they say and ask. */
function acting(answers: Readonly<Record<string, Result<unknown>>>) {
  const said: (Outcome | null)[] = [];
  const asked: [name: string, input: unknown][] = [];
  const bridge = new Proxy({} as Bridge, {
    get: (_, name) => (input: unknown) => {
      asked.push([String(name), input]);
      return Promise.resolve(answers[String(name)] ?? { ok: true, value: null });
    },
  });
  return { actions: settingActions(bridge, (sentence) => said.push(sentence)), said, asked };
}

const failed = { ok: false, error: 'It can’t be done.' } as const;

describe('the settings’ actions', () => {
  test('say what was done, or why it wasn’t', async () => {
    const good = acting({});
    good.actions.unpin('kiln', 'The kiln');
    await expect.poll(() => good.said).toEqual([{ tone: 'info', text: 'Unpinned The kiln.' }]);
    expect(good.asked).toEqual([['pinStory', { id: 'kiln', slot: null }]]);
    const bad = acting({ pinStory: failed });
    bad.actions.unpin('kiln', 'The kiln');
    await expect.poll(() => bad.said).toEqual([{ tone: 'error', text: failed.error }]);
  });

  test('undo says what it undid, or that it had nothing to undo', async () => {
    for (const [value, text] of [
      ['“Target” is as before.', '“Target” is as before.'],
      [null, 'Nothing to undo.'],
    ]) {
      const { actions, said } = acting({ undoSettings: { ok: true, value } });
      actions.undo();
      await expect.poll(() => said).toEqual([{ tone: 'info', text }]);
    }
  });

  test('the program’s message about a problem report replaces the last outcome', async () => {
    const { actions, said, asked } = acting({});
    actions.reportProblem();
    await expect.poll(() => asked).toEqual([['runCommand', { id: 'report-problem' }]]);
    expect(said).toEqual([null]);
    const bad = acting({ runCommand: failed });
    bad.actions.reportProblem();
    await expect.poll(() => bad.said).toEqual([null, { tone: 'error', text: failed.error }]);
  });

  test('an import lists settings by their titles, also those of a newer version', async () => {
    const unconfirmed = { startAtLogin: true };
    const value = { applied: ['targetMs', 'fontOfTomorrow'], unconfirmed, refused: ['Theme: no.'] };
    const { actions, asked } = acting({ importSettings: { ok: true, value } });
    const imported = await actions.importFile(new File(['{"a": 1}'], 'mine.json'));
    expect(imported).toEqual({
      file: 'mine.json',
      applied: ['Target', 'fontOfTomorrow'],
      unconfirmed,
      refused: ['Theme: no.'],
    });
    expect(asked).toEqual([['importSettings', { text: '{"a": 1}' }]]);
  });

  test.for([
    ['is refused by the program', new File(['{}'], 'other.json'), failed.error],
    ['isn’t text', new File([new Uint8Array([0xff, 0xfe, 0x80])], 'photo.json'), 'photo.json isn’t a text file'],
    ['is far too large', new File(['x'.repeat(1024 * 1024 + 1)], 'big.json'), 'big.json is far too large'],
  ] as const)('a file that %s changes nothing and says so', async ([, file, text]) => {
    const { actions, said } = acting({ importSettings: failed });
    expect(await actions.importFile(file)).toBeNull();
    expect(said).toEqual([{ tone: 'error', text: expect.stringContaining(text) }]);
  });

  test('a file that vanished while it was chosen says so too', async () => {
    const file = new File([], 'gone.json');
    Object.assign(file, { arrayBuffer: () => Promise.reject(new DOMException('gone', 'NotFoundError')) });
    const { actions, said } = acting({});
    expect(await actions.importFile(file)).toBeNull();
    expect(said).toEqual([{ tone: 'error', text: expect.stringContaining('gone.json couldn’t be read') }]);
  });
});
