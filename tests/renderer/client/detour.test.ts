import { expect, test } from 'vitest';
import type { Connection } from '../../../src/renderer/client/bridge.ts';
import { withDetour } from '../../../src/renderer/client/detour.ts';
import { bridgeOver, unreachable } from '../../../src/renderer/client/socket.ts';

/** A program that goes away before it answers; `says` is what it still says before that. */
function leaving(says: string | null) {
  const listeners = new Map<string, ((payload: unknown) => void)[]>();
  let isGone = false;
  const repeated: string[] = [];
  const bridge = bridgeOver(
    () => {
      if (says !== null) for (const listener of listeners.get(says) ?? []) listener({});
      isGone = true;
      return Promise.resolve(unreachable);
    },
    (name, listener) => {
      listeners.set(name, [...(listeners.get(name) ?? []), listener]);
      return () => undefined;
    },
  );
  const far: Connection = { bridge, onStateChange: (tell) => tell('connected'), pathOf: () => null };
  const { connection, take } = withDetour(far);
  take({
    isOn: () => isGone,
    answers: () => true,
    answer: (name) => {
      repeated.push(name);
      return Promise.resolve({ ok: true, value: null });
    },
    connectionChanged: () => true,
  });
  return { bridge: connection.bridge, repeated };
}

test('what a key asked for while the program went away happens in the page', async () => {
  const { bridge, repeated } = leaving(null);
  expect(await bridge.runCommand({ id: 'next-row' })).toEqual({ ok: true, value: null });
  expect(repeated).toEqual(['runCommand']);
});

test('but not twice, if the program said that it was done before it could answer', async () => {
  const { bridge, repeated } = leaving('sessionChanged');
  expect(await bridge.runCommand({ id: 'next-row' })).toEqual({ ok: true, value: null });
  expect(repeated).toEqual([]);
});
