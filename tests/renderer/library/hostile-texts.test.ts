import { expect, test } from 'vitest';
import { createSearch } from '../../../src/core/search/search.ts';
import { readStories } from '../../../src/core/stories/reader.ts';
import { outsideLink } from '../../../src/services/system/open-outside.ts';
import { partsOf } from '../../../src/renderer/library/answer-blocks.ts';
import { some } from '../../sizes.ts';
import { hostileTexts } from '../../stories/hostile-texts.ts';

/* What a browser makes of them is in tests/e2e/hostile-texts.test.ts. */

const read = hostileTexts().map((hostile) => ({ ...hostile, file: readStories(hostile.text, 'a.md') }));

test('there are many, each by a name of its own', () => {
  expect(read.length).toBeGreaterThan(600);
  expect(new Set(read.map(({ name }) => name)).size).toBe(read.length);
});

test('no word around a trick is lost', () => {
  const losing = read.filter(({ file: { stories, asides, unplaced }, kept }) => {
    const words = new Set(textsIn([stories, asides, unplaced]).join('\n').match(/\w+/gu));
    return kept.some((word) => !words.has(word));
  });
  expect(losing.map(({ name }) => name)).toEqual([]);
});

test('only addresses that may be opened become links', () => {
  const parts = read.flatMap(({ file }) => textsIn(file.stories)).flatMap((text) => partsOf(text));
  const urls = parts.flatMap(({ url }) => (url === null ? [] : [url]));
  expect(urls.length).toBeGreaterThan(10);
  expect(urls.filter((url) => outsideLink(url) === null)).toEqual([]);
});

test('no key of a file becomes a property of anything else', () => {
  expect('ran' in {}).toBe(false);
  expect(Object.keys(Object.prototype)).toEqual([]);
  for (const { file } of read) {
    for (const story of file.stories) expect(Object.getPrototypeOf(story)).toBe(Object.prototype);
  }
});

test('none takes more than 50 ms to be read, nor to be indexed', () => {
  const slow = some(read, 120).filter(({ text, file: { stories } }) => {
    const work = () => {
      readStories(text, 'a.md');
      createSearch(stories).find('before between after constructor');
    };
    return quickestMs(work) > 50;
  });
  expect(slow.map(({ name }) => name)).toEqual([]);
});

/** Of three tries; the processor’s time. */
function quickestMs(work: () => void): number {
  let best = Infinity;
  for (let tries = 0; tries < 3 && best > 20; tries += 1) {
    const start = process.threadCpuUsage();
    work();
    const { user, system } = process.threadCpuUsage(start);
    best = Math.min(best, (user + system) / 1000);
  }
  return best;
}

/** All texts anywhere in a value. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value as Record<string, unknown>).flatMap(textsIn);
}
