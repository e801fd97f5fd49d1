import { expect, test } from 'vitest';
import type { Bridge } from '../../../src/core/contract/contract.ts';
import { eventAtMs, withPressTimes } from '../../../src/renderer/client/press-times.ts';

function bridgeOf(pressedAtMs: number | null) {
  const sent: unknown[] = [];
  const far = new Proxy({} as Bridge, {
    get: (_, name) => async (input: unknown) => {
      sent.push({ name, input });
      return { ok: true, value: null };
    },
  });
  return { bridge: withPressTimes(far, () => pressedAtMs), sent };
}

test('calls that start, stop and mark carry the moment of the press; others don’t', async () => {
  const { bridge, sent } = bridgeOf(1234);
  await bridge.runCommand({ id: 'play-pause' });
  await bridge.actOnRun({ action: { type: 'nextSection' } });
  await bridge.moveCursor({ cursorMs: 5 });
  await bridge.nextAsk({ at: 0, step: 'followUp' });
  await bridge.nextAsk(undefined);
  await bridge.readStory({ id: 'lock' });
  expect(sent).toEqual([
    { name: 'runCommand', input: { id: 'play-pause', atMs: 1234 } },
    { name: 'actOnRun', input: { action: { type: 'nextSection' }, atMs: 1234 } },
    { name: 'moveCursor', input: { cursorMs: 5, atMs: 1234 } },
    { name: 'nextAsk', input: { at: 0, step: 'followUp', atMs: 1234 } },
    { name: 'nextAsk', input: undefined },
    { name: 'readStory', input: { id: 'lock' } },
  ]);
});

test('a call that knows its moment keeps it: the browser hands over later what somebody says', async () => {
  const { bridge, sent } = bridgeOf(1234);
  await bridge.actOnRun({ action: { type: 'begin' }, atMs: 900 });
  expect(sent).toEqual([{ name: 'actOnRun', input: { action: { type: 'begin' }, atMs: 900 } }]);
});

test('outside of a press the arrival counts', async () => {
  const { bridge, sent } = bridgeOf(null);
  await bridge.runCommand({ id: 'play-pause' });
  expect(sent).toEqual([{ name: 'runCommand', input: { id: 'play-pause' } }]);
});

test('an event of a floating window, whose clock began later, is on the page’s clock', () => {
  expect(eventAtMs({ timeStamp: 700, isTrusted: true }, 1000)).toBe(700);
  const view = { performance: { timeOrigin: 61_000 } };
  expect(eventAtMs({ timeStamp: 700, isTrusted: true, view }, 1000)).toBe(60_700);
});

test('an event that a script made says nothing about the person', () => {
  expect(eventAtMs(undefined, 1000)).toBeNull();
  expect(eventAtMs({ timeStamp: 700, isTrusted: false }, 1000)).toBeNull();
});
