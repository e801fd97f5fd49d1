import { expect, test } from 'vitest';
import { readStories } from '../../../src/core/stories/reader.ts';
import { answerOf, outlineOf } from '../../../src/core/stories/outline/told.ts';
import { grammarOf, positionOf } from '../../../src/core/voice/grammar.ts';
import { makeScript, type Script } from '../../../src/core/voice/script.ts';

/** Some words of a pronouncing dictionary; the phones are made up. */
const words =
  'i we the a in at to by had put it was kettle number wall kettles numbers home page s. q. l. sixty one hours took said team other plan bakery oven tea two bee';
const dictionary = `;; a comment\n${words
  .split(' ')
  .flatMap((word) => [`${word} P-${word}`, ...(word === 'kettle' ? [`${word}(2) Q-${word}`] : [])])
  .join('\n')}\n`;

function scriptOf(markdown: string, otherStories: string[] = []): Script {
  const [story] = readStories(markdown, 'story.md').stories;
  if (story === undefined) throw new Error('The text has no story.');
  const [outline, answer] = [outlineOf(story, null), answerOf(story, null)];
  return makeScript({ language: 'en', outline, answer, otherStories, dictionary });
}
const markdown = `# Tea

> **Action**
> - Number by the kettle
> - SQL homepage, 61 hours

**Action:** I put the number at the kettle. The SQL homepage took 61 hours, Zebrowski said.
`;

test('the words of the answer follow each other as positions, each with its row; words that nobody can say are left out', () => {
  const { positions, rows, worths } = scriptOf(markdown);
  const at = (row: number) => positions.filter((position) => position.row === row).map(({ word }) => word);
  expect(at(0)).toEqual(['i', 'put', 'the', 'number', 'at', 'the', 'kettle']);
  expect(at(1)).toEqual(['the', 'sql', 'homepage', 'took', 'sixty', 'one', 'hours', 'said']);
  expect(rows).toHaveLength(2);
  expect(positions.filter(({ worth }) => worth > 0).map(({ word }) => word)).toEqual(
    expect.arrayContaining(['number', 'kettle', 'sql', 'homepage', 'hours']),
  );
  expect(positions.filter(({ word }) => word === 'the').every(({ worth }) => worth === 0)).toBe(true);
  expect(worths[0]).toBeGreaterThanOrEqual(2);
});

test('initials are spelt out, a compound sounds as its halves, and another form of a word counts as the word', () => {
  const { pronunciations } = scriptOf(markdown);
  expect(pronunciations.get('sql')).toEqual(['P-s. P-q. P-l.']);
  expect(pronunciations.get('homepage')).toEqual(['P-home P-page']);
  expect(pronunciations.get('number')).toEqual(['P-number', 'P-numbers']);
});

test('a word that the person’s other stories often have says nothing; one that two rows have says less', () => {
  const often = scriptOf(markdown, [Array.from({ length: 40 }, () => 'The kettle, the team.').join(' ')]);
  expect(often.positions.find(({ word }) => word === 'kettle')?.worth).toBe(0);
  expect(often.background.get('kettle')).toBeGreaterThan(0);
  const twice = scriptOf(markdown.replace('The SQL homepage', 'The kettle homepage'));
  expect(twice.positions.find(({ word }) => word === 'kettle')?.worth).toBeCloseTo(Math.SQRT1_2);
});

test('the background has what the person says elsewhere, but no word of the answer in any form', () => {
  const { background } = scriptOf(markdown, ['The bakery had a kettle and an oven.']);
  expect(background.has('bakery')).toBe(true);
  expect(background.has('kettles')).toBe(false);
  expect(background.has('kettle')).toBe(false);
  expect(background.has('an')).toBe(false);
});

test('a story of three words, and one of three thousand', () => {
  const short = scriptOf('# Tea\n\nQ: Why?\n\nKettle, wall, oven.\n');
  expect(short.positions.map(({ word }) => word)).toEqual(['kettle', 'wall', 'oven']);
  const rows = Array.from({ length: 30 }, (_, index) => `> - Kettle ${index}`).join('\n');
  const long = scriptOf(
    `# Tea\n\n> **Action**\n${rows}\n\n**Action:** ${'I put the kettle at the wall by the oven. '.repeat(330)}`,
  );
  expect(long.positions.length).toBeLessThanOrEqual(900);
  expect(new Set(long.positions.map(({ row }) => row)).size).toBe(30);
  expect(grammarOf(long).states).toBe(long.positions.length + 1);
});

test('in the grammar, a word leads to the next, and every way out of a state adds up to one at most', () => {
  const script = scriptOf(markdown, ['The bakery had an oven.']);
  const { arcs, words: names, start, states } = grammarOf(script);
  expect(names[2]?.name).toBe('the@2');
  expect(positionOf('the@2')).toBe(2);
  expect(positionOf('the@2(2)')).toBe(2);
  expect(['bakery', '<sil>', '(NULL)'].map(positionOf)).toEqual([null, null, null]);
  for (let state = 0; state < states; state += 1) {
    const sum = arcs.filter(({ from }) => from === state).reduce((total, { probability }) => total + probability, 0);
    expect(sum).toBeLessThanOrEqual(1.000001);
  }
  // Every arc into a state says its word; the hub says words of the background.
  for (const { to, word } of arcs) {
    if (to !== start) expect(word).toBe(to - 1);
    else expect(word === null || word >= script.positions.length).toBe(true);
  }
});
