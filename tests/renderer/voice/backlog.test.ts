import { expect, test } from 'vitest';
import { newBacklog } from '../../../src/renderer/voice/backlog.ts';

const piece = 800;
const pieceMs = 50;
/** Seconds of sound, of which the worker takes each piece at once. */
function hear(backlog: ReturnType<typeof newBacklog>, seconds: number, share: number): void {
  for (let at = 0; at < seconds * 20; at += 1) {
    if (backlog.send(piece)) backlog.done(piece, pieceMs * share);
  }
}

test('a worker that needs less than the time of the sound keeps up, for hours', () => {
  const backlog = newBacklog();
  hear(backlog, 3600, 0.7);
  expect(backlog.isTooSlow()).toBe(false);
});

test('one that needs more than four fifths of it for some seconds is too slow; a hiccup isn’t', () => {
  const backlog = newBacklog();
  hear(backlog, 1, 2);
  hear(backlog, 60, 0.3);
  expect(backlog.isTooSlow()).toBe(false);
  hear(backlog, 20, 0.9);
  expect(backlog.isTooSlow()).toBe(true);
});

test('no more than a few seconds ever wait; once the worker has caught up, it goes on', () => {
  const backlog = newBacklog();
  let waiting = 0;
  while (backlog.send(piece)) waiting += 1;
  expect(waiting * pieceMs).toBeGreaterThan(7900);
  expect(waiting * pieceMs).toBeLessThan(8200);
  backlog.done(piece, pieceMs);
  expect(backlog.send(piece)).toBe(false);
  for (let taken = 1; taken < waiting; taken += 1) backlog.done(piece, 1);
  expect(backlog.send(piece)).toBe(true);
});

test('a worker that never answers is too slow', () => {
  const backlog = newBacklog();
  hear({ ...backlog, done: () => {} }, 30, 1);
  expect(backlog.isTooSlow()).toBe(true);
});
