import { expect, test } from 'vitest';
import type { Bridge } from '../../../src/core/contract/contract.ts';
import { showError, setUpStore } from '../../../src/renderer/client/store.ts';
import { listenSentences } from '../../../src/renderer/voice/listen-sentences.ts';
import type { ConnectionState } from '../../../src/renderer/client/socket.ts';
import { fakeClock } from '../../services/fake-clock.ts';

const unplugged = 'The microphone was unplugged.';
const german = 'Offbook can follow English and French.';

function page() {
  const clock = fakeClock();
  let become: (state: ConnectionState) => void = () => {};
  const never = () => new Promise<never>(() => {});
  const bridge = { readState: never, readClock: never, on: () => () => {} } as unknown as Bridge;
  const connection = { bridge, pathOf: () => null, onStateChange: (on: typeof become) => void (become = on) };
  const store = setUpStore(connection, clock.nowMs);
  become('connected');
  const sentences = listenSentences(store, clock.after);
  return {
    store,
    sentences,
    clock,
    become: (state: ConnectionState) => become(state),
    line: () => store.getState().outcome?.text,
  };
}

test('a trouble is on the line as long as it takes to read, or until it is over', () => {
  const { sentences, clock, line } = page();
  sentences.trouble('microphone', unplugged);
  clock.pass(3000);
  expect(line()).toBe(unplugged);
  clock.pass(6000);
  expect(line()).toBeUndefined();
  // Nothing new.
  sentences.trouble('microphone', unplugged);
  expect(line()).toBeUndefined();
  sentences.trouble('microphone', null);
  sentences.trouble('microphone', unplugged);
  expect(line()).toBe(unplugged);
  sentences.trouble('following', german);
  sentences.trouble('microphone', null);
  expect(line()).toBe(german);
  sentences.close();
  expect(line()).toBeUndefined();
});

test('what others say on the line stays', () => {
  const { store, sentences, clock, line } = page();
  sentences.trouble('microphone', unplugged);
  showError(store, 'The log can’t be read.');
  sentences.trouble('microphone', null);
  clock.pass(60_000);
  sentences.close();
  expect(line()).toBe('The log can’t be read.');
});

test('after a lost connection, a trouble that goes on is there again', () => {
  const { store, sentences, clock, become, line } = page();
  sentences.trouble('microphone', unplugged);
  clock.pass(60_000);
  become('lost');
  showError(store, 'Offbook can’t be reached at the moment.');
  become('connected');
  expect(line()).toBe(unplugged);
  clock.pass(60_000);
  expect(line()).toBeUndefined();
  sentences.trouble('microphone', null);
  become('lost');
  become('connected');
  expect(line()).toBeUndefined();
});
