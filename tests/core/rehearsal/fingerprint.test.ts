import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fingerprintOf, storyPrint, textOf, fnv1a64 } from '../../../src/core/rehearsal/fingerprint.ts';
import { answerOf, outlineOf, storyOf } from './stories.ts';

/** The definition, in big numbers. */
function slowFnv1a64(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text)) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  }
  return hash.toString(16).padStart(16, '0');
}

describe('FNV-1a', () => {
  test.each([
    ['', 'cbf29ce484222325'],
    ['a', 'af63dc4c8601ec8c'],
    ['foobar', '85944171f73967e8'],
  ])('the published value of %j', (text, hash) => {
    expect(fnv1a64(text)).toBe(hash);
  });

  test('is what its definition gives, for any text', { timeout: 30_000 }, () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => fnv1a64(text) === slowFnv1a64(text)));
  });
});

describe('a fingerprint', () => {
  const story = storyOf('labels');
  const print = (more: Parameters<typeof storyOf>[1]) => fingerprintOf(textOf(storyOf('labels', more), null));
  const own = fingerprintOf(textOf(story, null));

  test('stays when the heading, the question, the tags and the place change', () => {
    expect(print({ title: 'Other', question: 'Else?', group: 'New', id: 'x', line: 99, tags: ['a'] })).toEqual(own);
  });

  test('stays when only marks, case, blanks, labels or the order of sections change', () => {
    const answer = story.answer.map((section) => ({
      ...section,
      label: section.label.toUpperCase(),
      text: `${section.text.toUpperCase().replaceAll(' ', '\n\n')} …!`,
    }));
    expect(print({ answer: answer.toReversed() })).toEqual(own);
  });

  test('changes with a word of the answer or the outline, and only that section’s part', () => {
    const answer = story.answer.with(1, answerOf('action', 'So I did something else.'));
    const changed = print({ answer });
    expect(changed.whole).not.toBe(own.whole);
    expect(changed.parts.filter((part) => own.parts.includes(part))).toHaveLength(2);
    const sections = story.outline.sections.with(2, outlineOf('result', 'Moved in 4 days'));
    expect(print({ outline: { derived: false, sections } }).whole).not.toBe(own.whole);
  });

  test('is the same for ever: it is what people’s logs hold', () => {
    const { outline, answer } = storyOf('labels');
    const lesson = answerOf('reflection', 'Größe zählt — 数字も。 🙂 e\u0301');
    expect(fingerprintOf({ outline: outline.sections, answer: [...answer, lesson] })).toEqual({
      whole: '5de37c751d0cfe4e',
      parts: ['action:08fe32bb', 'reflection:642d6d3e', 'result:fc8b2aa5', 'situation:fcf94983'],
    });
  });

  test('a text without words has none', () => {
    const outline = { derived: false, sections: [outlineOf('other', '→', '…')] };
    expect(print({ outline, answer: [] })).toEqual({ whole: '', parts: [] });
  });

  test('a story knows its own and that of each variant', () => {
    const variant = {
      title: 'Shorter',
      short: true,
      line: 5,
      outline: [outlineOf('action', 'Just labels')],
      answer: [],
    };
    const with1 = storyOf('labels', { variants: [variant] });
    expect(storyPrint(with1).fingerprints).toEqual([own, fingerprintOf(variant)]);
    expect(textOf(with1, 0)).toBe(variant);
    expect(textOf(with1, 7)).toEqual(textOf(with1, null));
  });
});
