import { expect, test } from 'vitest';
import { createEmitter } from '../../src/core/emitter.ts';

test('a listener that throws stops neither the others nor the emitter, and its error is reported', () => {
  const errors: unknown[] = [];
  const heard: string[] = [];
  const { on, emit } = createEmitter((error) => errors.push(error));
  const mistake = new Error('a mistake');
  on('viewRequested', ({ view }) => heard.push(`before ${view}`));
  on('viewRequested', () => {
    throw mistake;
  });
  on('viewRequested', ({ view }) => heard.push(`after ${view}`));
  emit('viewRequested', { view: 'help' });
  expect(heard).toEqual(['before help', 'after help']);
  expect(errors).toEqual([mistake]);
});

test('a removed listener gets no more events; a function added twice still gets them once', () => {
  const heard: string[] = [];
  const { on, emit } = createEmitter(() => {});
  const listener = ({ view }: { view: string }): void => void heard.push(view);
  const end = on('viewRequested', listener);
  on('viewRequested', listener);
  end();
  emit('viewRequested', { view: 'help' });
  expect(heard).toEqual(['help']);
});
