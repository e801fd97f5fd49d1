import { expect, test } from 'vitest';
import { figureForMs, setUpNotices } from '../../src/core/notices.ts';
import { infoForMs } from '../../src/core/reading-time.ts';
import { fakeClock } from '../services/fake-clock.ts';

function notices() {
  const clock = fakeClock();
  const seen: string[][] = [];
  const service = setUpNotices(clock, () => seen.push(service.list().map((notice) => notice.text)));
  return { clock, seen, service, texts: () => service.list().map((notice) => notice.text) };
}

test('an info disappears on its own, an error stays until it is dismissed', () => {
  const { clock, seen, service, texts } = notices();
  service.add('info', 'hello');
  const id = service.add('error', 'broken');
  clock.pass(infoForMs('hello'));
  expect(texts()).toEqual(['broken']);
  clock.pass(3_600_000);
  expect(texts()).toEqual(['broken']);
  service.dismiss(id);
  expect(texts()).toEqual([]);
  expect(seen).toEqual([['hello'], ['hello', 'broken'], ['broken'], []]);
});

test('older infos don’t come back when a newer sentence is dismissed', () => {
  const { clock, seen, service, texts } = notices();
  service.addLasting('slept');
  service.add('info', 'older');
  const id = service.add('error', 'broken');
  service.add('info', 'newer');
  service.dismiss(id);
  expect(texts()).toEqual(['slept', 'newer']);
  expect(seen.at(-1)).toEqual(['slept', 'newer']);
  clock.pass(infoForMs('newer'));
  expect(texts()).toEqual(['slept']);
  expect(clock.waiting()).toBe(0);
});

test('only the newest three infos are kept, and never at the cost of an error', () => {
  const { service, texts } = notices();
  service.add('error', 'broken');
  service.addLasting('slept');
  for (const text of ['1', '2', '3', '4', '5']) service.add('info', text);
  expect(texts()).toEqual(['broken', 'slept', '3', '4', '5']);
});

test('the same error is shown once, the same info restarts its time', () => {
  const { clock, service, texts } = notices();
  expect(service.add('error', 'broken')).toBe(service.add('error', 'broken'));
  service.add('info', 'hello');
  clock.pass(infoForMs('hello') - 1);
  service.add('info', 'hello');
  expect(texts()).toEqual(['broken', 'hello']);
  clock.pass(infoForMs('hello') - 1);
  expect(texts()).toEqual(['broken', 'hello']);
  clock.pass(1);
  expect(texts()).toEqual(['broken']);
});

test('a lasting info waits for somebody to look', () => {
  const { clock, service, texts } = notices();
  const id = service.addLasting('slept');
  clock.pass(3_600_000);
  expect(texts()).toEqual(['slept']);
  service.dismiss(id);
  expect(texts()).toEqual([]);
});

test('an info replaces the last one of its kind, with its own time', () => {
  const { clock, seen, service, texts } = notices();
  service.add('info', 'hello');
  service.addOfKind('speed', 'Scrolling speed: 1.1×.', figureForMs);
  service.addOfKind('speed', 'Scrolling speed: 1.2×.', figureForMs);
  service.addOfKind('textSize', 'Text size: 24 pixels.', figureForMs);
  expect(seen).toContainEqual(['hello', 'Scrolling speed: 1.2×.']);
  expect(texts()).toEqual(['hello', 'Scrolling speed: 1.2×.', 'Text size: 24 pixels.']);
  clock.pass(figureForMs);
  expect(texts()).toEqual(['hello']);
  expect(seen.flat()).not.toContain('');
});

test('a sentence is withdrawn once, and only by its kind', () => {
  const { seen, service, texts } = notices();
  service.withdraw('lost');
  service.addOfKind('lost', 'It is gone.');
  service.add('info', 'hello');
  service.withdraw('lost');
  expect(texts()).toEqual(['hello']);
  service.withdraw('lost');
  expect(seen).toHaveLength(3);
});

test('an issue stays until it is over, in place of the last sentence of its kind', () => {
  const { clock, seen, service, texts } = notices();
  const id = service.addStanding('disk', 'error', 'The disk is full.');
  expect(service.addStanding('disk', 'error', 'The disk is full.')).toBe(id);
  clock.pass(3_600_000);
  expect(texts()).toEqual(['The disk is full.']);
  service.addStanding('disk', 'error', 'The disk is gone.');
  expect(texts()).toEqual(['The disk is gone.']);
  service.withdraw('disk');
  expect(texts()).toEqual([]);
  expect(seen).toHaveLength(3);
});

test('dismissing what is gone changes nothing, and closing leaves no timer behind', () => {
  const { clock, seen, service } = notices();
  service.add('info', 'hello');
  service.dismiss(99);
  expect(seen).toHaveLength(1);
  service.close();
  expect(clock.waiting()).toBe(0);
});

test('a view can’t change the service’s list', () => {
  const { service, texts } = notices();
  service.add('error', 'broken');
  service.list()[0]!.text = 'changed';
  expect(texts()).toEqual(['broken']);
});
