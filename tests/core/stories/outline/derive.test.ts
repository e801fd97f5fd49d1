import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AnswerSection } from '../../../../src/core/stories/model.ts';
import { deriveOutline } from '../../../../src/core/stories/outline/derive.ts';
import { cases } from '../../../sizes.ts';
import { markdown } from '../markdown-arbitrary.ts';
import { readStoryTexts } from '../../../../src/core/stories/library.ts';
import { rowsView } from './rows-view.ts';

const folder = new URL('fixtures/', import.meta.url);
const names = readdirSync(folder).filter((name) => name.endsWith('.md'));
const textOf = (name: string) => readFileSync(new URL(name, folder), 'utf8');

/** Answers by people in many jobs, and the rows that a careful reader would speak from. */
describe('the outline made from an answer', () => {
  test.each(names)('%s', (name) => {
    const expected: unknown = JSON.parse(readFileSync(new URL(name.replace('.md', '.json'), folder), 'utf8'));
    expect(rowsView(textOf(name), name)).toEqual(expected);
  });

  test.each(names)('of %s ends no row in a small word and makes none too long', (name) => {
    const rows = rowsIn(textOf(name));
    expect(rows.length).toBeGreaterThan(10);
    for (const row of rows) {
      expect(row.split(' ').length, row).toBeLessThanOrEqual(9);
      expect(row, row).not.toMatch(/ (?:the|a|of|to|and|with|der|und|mit|de|la|et|y|e|o|para)$/u);
    }
  });

  test.each(names)('of %s keeps the figures', (name) => {
    const { stories } = readStoryTexts([{ file: name, text: textOf(name) }]);
    const figures = stories.flatMap(({ answer }) => answer.flatMap(({ text }) => text.match(/\d[\d.,]*\d|\d/gu) ?? []));
    const rows = rowsIn(textOf(name)).join(' ');
    const kept = figures.filter((figure) => rows.includes(figure));
    expect(kept.length / figures.length).toBeGreaterThanOrEqual(0.95);
  });
});

test('sections of another framework have rows under their own labels', () => {
  const text = `## Rota

**Situation:** The rota was a secret.

**Obstacle I hit:** The oldest nurse wrote it by heart.

**Move:** I wrote it next to her for a month.

**Proof:** Swaps fell from 30 to 5.
`;
  const [story] = readStoryTexts([{ file: 'a.md', text }]).stories;
  const outline = deriveOutline(story?.answer ?? []);
  expect(outline.map(({ kind, label, items }) => [kind, label, items.length])).toEqual([
    ['situation', 'Situation', 1],
    ['other', 'Obstacle I hit', 1],
    ['other', 'Move', 1],
    ['other', 'Proof', 1],
  ]);
});

describe('a row', () => {
  test.each([
    ['I cut the alarms from 40 to 4.', 'Cut alarms from 40 to 4'],
    ['In my last role, I was able to repair the release.', 'Repair release'],
    ['As a result, we did not lose a single customer.', 'Did not lose single customer'],
    ['She asked for "one more week", and I agreed to it.', 'She asked for "one more week"'],
    ['I told the board that the estimate was wrong.', 'Told board estimate was wrong'],
    ['My main goal was to win back the trust of Carol.', 'Win back trust of Carol'],
    ['We saved £22,800 a year, which surprised everybody.', 'Saved £22,800 a year'],
    ['Nobody else could release the service.', 'Nobody else could release service'],
    ['I wrote the number down.', 'Wrote number down'],
    ['Wir haben die Kosten von 40 auf 12 Euro gesenkt.', 'Kosten von 40 auf 12 Euro gesenkt'],
    ["J’ai réduit la latence de 800 à 120 ms pour l'équipe.", "Réduit latence 800 → 120 ms pour l'équipe"],
    ['Die Kasse stimmte nicht.', 'Kasse stimmte nicht'],
    ['Der Schlüssel zum Archiv brach ab.', 'Schlüssel zum Archiv brach ab'],
    ['Um vier kamen acht Gäste.', 'Um vier kamen acht Gäste'],
    ['The alarm rang forty times a night.', 'Alarm rang forty times a night'],
    ['Double packing went from 30 a month to none.', 'Double packing went 30 a month → none'],
    ['Seit März 12 % weniger Wartezeit.', 'Seit März 12 % weniger Wartezeit'],
    ['We spent 40 € on rope.', 'Spent 40 € on rope'],
    ['Nadie sabía por qué fallaba.', 'Nadie sabía por qué fallaba'],
    ['Boats were turned away at the upper lock, about 40 a week.', 'Boats turned away, about 40 a week'],
    ['They were working through the night.', 'They were working through night'],
    ['The inspection was due in May.', 'Inspection due in May'],
    ['Keep both.', 'Keep both'],
    ['Once in the next five months.', 'Once in next five months'],
    ['Bring in 7 hectares of barley before the mill closed.', 'Bring in 7 hectares of barley'],
    ['After the lockdown 9 people came.', 'After lockdown 9 people came'],
    ['Ours was part of the plan to move the 4 oldest lock gates.', 'Ours was part of plan, 4 oldest lock gates'],
  ])('of %j is %j', (text, row) => {
    expect(deriveOutline([answerOf(text)])[0]?.items.map((item) => item.text)).toEqual([row]);
  });

  test('with a figure from a relative clause says whom it is about', () => {
    const text = 'The drawings of the old pumping station were kept by a plumber who left in 2019.';
    expect(deriveOutline([answerOf(text)])[0]?.items.map((item) => item.text)).toContain('Plumber left in 2019');
  });

  test('is never missing where there are words', () => {
    for (const text of ['We did.', 'It was so.', 'I', 'Und dann?']) {
      expect(deriveOutline([answerOf(text)])[0]?.items, text).toHaveLength(1);
    }
    for (const text of ['', '..', '— — —', '→']) expect(deriveOutline([answerOf(text)])[0]?.items, text).toEqual([]);
  });

  test('has the words of the answer, in order, and few of them, for any file', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(markdown, (text) => {
        for (const { answer } of readStoryTexts([{ file: 'a.md', text }]).stories) {
          for (const [index, { items }] of deriveOutline(answer).entries()) {
            const said = new Set(answer.flatMap((section) => wordsOf(section.text)));
            expect(items.length, String(index)).toBeLessThanOrEqual(8);
            for (const item of items) {
              expect(item.text.split(' ').length).toBeLessThanOrEqual(9);
              for (const word of wordsOf(item.text)) expect(said).toContain(word);
            }
          }
        }
      }),
      cases(100),
    );
  });

  test('takes no longer for text without an end', { timeout: 30_000 }, () => {
    const endless = [
      'word '.repeat(100_000),
      'a,'.repeat(100_000),
      'A'.repeat(200_000),
      '"'.repeat(100_000),
      '中'.repeat(99_999),
    ];
    const start = process.cpuUsage();
    for (const text of endless) deriveOutline([answerOf(text), answerOf(text)]);
    const { user } = process.cpuUsage(start);
    expect(user / 1000).toBeLessThan(5000);
  });
});

describe('a section', () => {
  test('has only so many rows, with every figure among them', () => {
    const text = Array.from(
      { length: 30 },
      (_, index) => `I moved a shelf to the yard. I counted it ${index === 27 ? 917 : 'again'} that day.`,
    );
    const [section] = deriveOutline([{ ...answerOf(text.join(' ')), kind: 'situation' }]);
    expect(section?.items).toHaveLength(3);
    expect(section?.items.map((item) => item.text).join(' ')).toContain('917');
  });

  test('keeps short list items as they are, each below the chosen one above it', () => {
    const items = ['Freezer at the depot', 'warm every August', 'nobody asked'];
    const lines = items.map((_, index) => ({
      at: items.slice(0, index).join('\n').length + (index > 0 ? 1 : 0),
      line: 7 + index,
      depth: index > 0 ? 1 : 0,
    }));
    const [section] = deriveOutline([{ ...answerOf(items.join('\n')), lines }]);
    expect(section?.items).toEqual([
      { text: 'Freezer at the depot', depth: 0, line: 7 },
      { text: 'warm every August', depth: 1, line: 8 },
      { text: 'nobody asked', depth: 1, line: 9 },
    ]);
  });

  test('leaves out a label before a list item, which begins no section, and keeps other words there', () => {
    const items = ['S: Late van', 'Rule: nobody waits'];
    const lines = items.map((_, index) => ({ at: index * 12, line: index + 1, depth: 0 }));
    const [section] = deriveOutline([{ ...answerOf(items.join('\n')), lines }]);
    expect(section?.items.map((item) => item.text)).toEqual(['Late van', 'Rule: nobody waits']);
  });
});

function answerOf(text: string): AnswerSection {
  return { kind: 'action', label: 'A', text, words: 1, line: 1 };
}

function rowsIn(text: string): string[] {
  return readStoryTexts([{ file: 'a.md', text }]).stories.flatMap(({ answer }) =>
    deriveOutline(answer).flatMap(({ items }) => items.map((item) => item.text)),
  );
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
