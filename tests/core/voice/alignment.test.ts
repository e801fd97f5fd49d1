import { expect, test } from 'vitest';
import type { AnswerSection, OutlineSection, SectionKind } from '../../../src/core/stories/model.ts';
import { alignRows } from '../../../src/core/voice/alignment.ts';

const section = (kind: SectionKind, ...texts: string[]): OutlineSection => ({
  kind,
  label: kind,
  items: texts.map((text, index) => ({ id: `${kind}-${index}`, text, depth: 0, line: index + 1 })),
});
const told = (kind: SectionKind, text: string): AnswerSection => ({ kind, label: kind, text, words: 1, line: 1 });
const small = new Set(['i', 'the', 'a', 'of', 'and', 'it', 'to', 'we', 'in', 'at', 'was', 'had', 'that', 'my']);
const rowsOf = (outline: OutlineSection[], answer: AnswerSection[]) =>
  alignRows(outline, answer, 'en', (word) => !small.has(word)).map(({ text, row }) => `${row} ${text}`);

test('each part of a sentence goes to the row that it has words in common with, numbers too', () => {
  const outline = [section('action', 'Rounding fault: 4 days', 'One number: kettle wall', 'Sales: no, with a date')];
  const answer = [
    told(
      'action',
      'A rounding error came up, and I stopped for four days. I put one number by the kettle. Sales asked for more: I said no.',
    ),
  ];
  expect(rowsOf(outline, answer)).toEqual([
    '0 A rounding error came up,',
    '0 and I stopped for four days.',
    '1 I put one number by the kettle.',
    '2 Sales asked for more:',
    '2 I said no.',
  ]);
});

test('a part without such words belongs to the row before it, or to a row that nothing else belongs to', () => {
  const outline = [section('result', 'Paper gone', 'Everybody relieved', 'Button pressed once')];
  expect(rowsOf(outline, [told('result', 'The paper is gone. They smiled. She pressed the button. Once.')])).toEqual([
    '0 The paper is gone.',
    '1 They smiled.',
    '2 She pressed the button.',
    '2 Once.',
  ]);
  expect(
    rowsOf(
      [section('result', 'Paper gone', 'Button pressed')],
      [told('result', 'The paper is gone. I slept. She pressed the button.')],
    ),
  ).toEqual(['0 The paper is gone.', '0 I slept.', '1 She pressed the button.']);
});

test('rows in another order than the answer are still found', () => {
  const outline = [section('action', 'Called Maria twice', 'Wrote the invoice script')];
  expect(rowsOf(outline, [told('action', 'I wrote an invoice script. Then I called Maria, twice.')])).toEqual([
    '1 I wrote an invoice script.',
    '0 Then I called Maria,',
    '0 twice.',
  ]);
});

test('a section without rows belongs to the row before it; a row without an answer goes by its own words', () => {
  const outline = [section('situation', 'Old bakery'), section('result', 'Queue gone', 'Prize in May')];
  const answer = [
    told('situation', 'It was an old bakery.'),
    told('task', 'I had to help.'),
    told('result', 'The queue was gone.'),
  ];
  expect(rowsOf(outline, answer)).toEqual([
    '0 It was an old bakery.',
    '0 I had to help.',
    '1 The queue was gone.',
    '2 Prize in May',
  ]);
  expect(rowsOf(outline, [])).toEqual(['0 Old bakery', '1 Queue gone', '2 Prize in May']);
  expect(rowsOf([], answer)).toEqual([]);
});

test('an answer of thousands of sentences takes no long time, and loses none', () => {
  const rows = Array.from(
    { length: 100 },
    (_, index) => `Topic${String.fromCharCode(97 + (index % 26))} item ${index}`,
  );
  const text = Array.from({ length: 3000 }, (_, index) => `This is thing ${index}.`).join(' ');
  const aligned = rowsOf([section('action', ...rows)], [told('action', text)]);
  expect(aligned.filter((line) => line.includes('This is thing')).length).toBe(3000);
});
