import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fingerprintOf, storyPrint, fnv1a64 } from '../../../src/core/rehearsal/fingerprint.ts';
import { readStories } from '../../../src/core/stories/reader.ts';
import { withOutlines } from '../../../src/core/stories/outline/told.ts';
import { answerOf, outlineOf, storyOf } from './stories.ts';

/** Prose, a list and a variant, but no outline. */
const depotStory = `## The cold store

**Situation:** The freezer at the depot was warm every August, and nobody had asked why. We lost 3 tonnes in one night.

**Action:** I walked the cold store with Hanne, who has run it for 20 years, before I changed anything at all.
- measured how long the door stayed open, which was 41 minutes an hour
  - alone

**Result:** Nothing was lost after that.

### Shorter

**Action:** I measured the door and put up a curtain of plastic strips, because an automatic door was too dear.
`;

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
  const print = (more: Parameters<typeof storyOf>[1]) => fingerprintOf(storyOf('labels', more), null);
  const own = fingerprintOf(story, null);

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
    const lesson = answerOf('reflection', 'Größe zählt — 数字も。 🙂 e\u0301');
    expect(print({ answer: [...story.answer, lesson] })).toEqual({
      whole: '5de37c751d0cfe4e',
      parts: ['action:08fe32bb', 'reflection:642d6d3e', 'result:fc8b2aa5', 'situation:fcf94983'],
    });
  });

  test('of a story without an outline is what logs have that were written when its outline had other rows', () => {
    const [depot] = readStories(depotStory, 'depot.md').stories;
    expect(depot === undefined ? [] : storyPrint(depot).fingerprints).toEqual([
      { whole: '811b8e67670ab55b', parts: ['action:70a566c0', 'result:c02f4cf5', 'situation:8b8bb85f'] },
      { whole: 'd8c2fd37c0ad73c6', parts: ['action:1b149a70'] },
    ]);
  });

  test('of a story in another framework is what logs have that were written when those sections had no rows', () => {
    const rota = `## Rota

**Situation:** The rota was a secret.

**Obstacle I hit:** The oldest nurse wrote it by heart.

**Move:** I wrote it next to her for a month.

**Proof:** Swaps fell from 30 to 5.
`;
    expect(readStories(rota, 'rota.md').stories.flatMap((read) => storyPrint(read).fingerprints)).toEqual([
      { whole: 'fbd3bbf0fe5dfd05', parts: ['other:9cae683b', 'situation:2494379d'] },
    ]);
  });

  test('depends on the answer alone where the outline is made from it', () => {
    for (const depot of readStories(depotStory, 'depot.md').stories) {
      const told = withOutlines(depot);
      expect(told.outline.sections.length).toBeGreaterThan(0);
      expect(fingerprintOf(told, null)).toEqual(fingerprintOf(depot, null));
    }
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
    const told = print({ outline: { derived: false, sections: variant.outline }, answer: [] });
    expect(storyPrint(with1).fingerprints).toEqual([own, told]);
    expect(fingerprintOf(with1, 0)).toEqual(told);
    expect(fingerprintOf(with1, 7)).toEqual(own);
  });
});
