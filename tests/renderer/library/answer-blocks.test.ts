import { describe, expect, test } from 'vitest';
import { blocksOf, partsOf } from '../../../src/renderer/library/answer-blocks.ts';

describe('blocks of an answer', () => {
  test('are separated by blank lines; lines in a row are a list', () => {
    expect(blocksOf('One oven.\n\nFirst\nSecond\n\n\nLast.')).toEqual([
      { type: 'paragraph', text: 'One oven.' },
      { type: 'lines', lines: ['First', 'Second'] },
      { type: 'paragraph', text: 'Last.' },
    ]);
  });

  test('of nothing are none', () => {
    expect(blocksOf('')).toEqual([]);
    expect(blocksOf(' \n\n \n')).toEqual([]);
  });
});

describe('addresses in a text', () => {
  const urls = (text: string) => partsOf(text).flatMap(({ url }) => url ?? []);

  test('are https and mailto only', () => {
    expect(urls('See https://example.org/a?b=1 and mailto:baker@example.org')).toEqual([
      'https://example.org/a?b=1',
      'mailto:baker@example.org',
    ]);
    const others = 'http://example.org javascript:alert(1) file:///etc/passwd ftp://example.org xhttps://example.org';
    expect(urls(others)).toEqual([]);
    expect(urls('https:// mailto: https://[')).toEqual([]);
  });

  test('end before what ends the sentence', () => {
    expect(urls('(at https://example.org/oven).')).toEqual(['https://example.org/oven']);
    expect(urls('“https://example.org/oven”')).toEqual(['https://example.org/oven']);
  });

  test('lose nothing of the text around them', () => {
    const text = 'a https://example.org, b mailto:x@example.org. c';
    expect(
      partsOf(text)
        .map((part) => part.text)
        .join(''),
    ).toBe(text);
    expect(partsOf('plain')).toEqual([{ text: 'plain', url: null }]);
  });
});
