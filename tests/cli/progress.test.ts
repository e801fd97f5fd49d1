import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { withProgress } from '../../src/cli/progress.ts';

/** What is written while some work takes this many seconds, each a hundredth of a real one. */
async function written(seconds: number, isTTY: boolean): Promise<string[]> {
  const texts: string[] = [];
  let done = (): void => {};
  const work = new Promise<string>((resolve) => (done = () => resolve('value')));
  const output = { isTTY, write: (text: string) => void texts.push(text) };
  const text = (second: number): string => {
    if (second === seconds) done();
    return `${second} s`;
  };
  expect(await withProgress(output, text, work, 10)).toBe('value');
  return texts;
}

test('a file gets a line after two seconds, and then every third second', async () => {
  expect(await written(8, false)).toEqual(['2 s\n', '5 s\n', '8 s\n']);
});

test('a terminal shows one line, new each second, and goes on below it', async () => {
  expect(await written(4, true)).toEqual(['\r\u001B[K2 s', '\r\u001B[K3 s', '\r\u001B[K4 s', '\n']);
});

test('what is quick shows nothing, and what fails still fails', async () => {
  const texts: string[] = [];
  const output = { isTTY: true, write: (text: string) => void texts.push(text) };
  expect(await withProgress(output, String, Promise.resolve(1), 10)).toBe(1);
  await expect(withProgress(output, String, Promise.reject(new Error('No disk')), 10)).rejects.toThrow('No disk');
  await wait(50);
  expect(texts).toEqual([]);
});
