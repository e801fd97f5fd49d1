import { expect, test } from 'vitest';
import type { Bridge } from '../../../src/core/contract/contract.ts';
import { reachProgram } from '../../../src/renderer/client/bridge.ts';

test('in Electron the preload’s bridge is taken as it is, and is always connected', () => {
  const offbook = {} as Bridge;
  const { bridge, onConnection, retry } = reachProgram({ offbook } as unknown as Window);
  const seen: string[] = [];
  onConnection((connection) => seen.push(connection));
  retry();
  expect(bridge).toBe(offbook);
  expect(seen).toEqual(['connected']);
});
