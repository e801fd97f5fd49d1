import { describe, expect, test } from 'vitest';
import { type Carrier, labelAt } from '../../../../src/core/stories/reading/lines/labels.ts';
import { labelsIn } from '../../../../src/core/stories/reading/lines/labels-in-line.ts';
import { readBlocks } from '../../../../src/core/stories/markdown/blocks.ts';
import type { TextLine } from '../../../../src/core/stories/markdown/text-line.ts';
import { kindsOf, meaningOf } from '../../../../src/core/stories/words/lookup.ts';

/** A line of Markdown as the reader sees it. */
function lineOf(markdown: string): TextLine {
  const [block] = readBlocks(markdown, 1).blocks;
  const line = block?.type === 'paragraph' ? block.lines[0] : undefined;
  if (line === undefined) throw new Error(`No line in ${markdown}`);
  return line;
}

function labelIn(markdown: string, carrier: Carrier = 'line'): string | null {
  const line = lineOf(markdown);
  const label = labelAt(line, 0, carrier);
  if (label === null) return null;
  const { meaning } = label;
  const what = meaning.type === 'section' ? meaning.kind : meaning.type === 'meta' ? meaning.key : meaning.word;
  return `${what} ${label.text} | ${line.text.slice(label.end)}`;
}

describe('a label', () => {
  test.each([
    ['S: text', 'situation S | text'],
    ['s: text', 'situation s | text'],
    ['**S:** text', 'situation S | text'],
    ['**S**: text', 'situation S | text'],
    ['__S:__ text', 'situation S | text'],
    ['*Situation:* text', 'situation Situation | text'],
    ['***Situation:*** text', 'situation Situation | text'],
    ['<b>Situation:</b> text', 'situation Situation | text'],
    ['**Situation: text**', 'situation Situation | text'],
    ['**S**ituation: text', 'situation Situation | text'],
    ['Situation : text', 'situation Situation | text'],
    ['Situation： text', 'situation Situation | text'],
    ['Situation:- text', 'situation Situation | text'],
    ['**Situation** – text', 'situation Situation | text'],
    ['Task — text', 'task Task | text'],
    ['T - text', 'task T | text'],
    ['**SITUATION**', 'situation SITUATION | '],
    ['**R**', 'result R | '],
    ['Situation', 'situation Situation | '],
    ['SITUATION (Context - 15% of story)', 'situation SITUATION | '],
    ['Action (what I did): text', 'action Action | text'],
    ['Task: (0:20)', 'task Task | '],
    ['📍 Situation: text', 'situation Situation | text'],
    ['1️⃣ Task: text', 'task Task | text'],
    ['➡️ **Result** text', null],
    ['S – Situation: text', 'situation Situation | text'],
    ['S: Situation', 'situation Situation | '],
    ['Situation/Task: text', 'situation Situation/Task | text'],
    ['S/T: text', 'situation S/T | text'],
    ['**Situation & Task:** text', 'situation Situation & Task | text'],
    ['Action 2: text', 'action Action 2 | text'],
    ['**My approach:** text', 'action My approach | text'],
    ['What I learned: text', 'reflection What I learned | text'],
    ['What I’d do differently: text', 'reflection What I’d do differently | text'],
    ['Was ich anders machen würde: text', 'reflection Was ich anders machen würde | text'],
    ['Q: text?', 'question Q | text?'],
    ['Q3. text?', 'question Q3 | text?'],
    ['Follow-up questions:', 'followUps Follow-up questions | '],
    ['Tags: a, b', 'tags Tags | a, b'],
  ])('%s', (markdown, expected) => {
    expect(labelIn(markdown)).toBe(expected);
  });

  test.each([
    'A team of five',
    'A calm week: none',
    'Task force',
    'Task force: we met',
    'Result-driven',
    'Actions speak louder',
    'Problem solved.',
    'The problem: it broke',
    'My goal: to win',
    'situation',
    'S',
    'S text',
    '**S** text',
    'Situation text',
    'result - and so on',
    '`S:` text',
    '`Situation`: text',
    'R&D: text',
    'A/B: text',
    'http://result: x',
    'U.S.: text',
    'Results may vary (they did)',
    'Situation (',
    ':',
    '– text',
  ])('is not in: %s', (markdown) => {
    expect(labelIn(markdown)).toBeNull();
  });

  test('needs less to set it off as a heading, or above a list', () => {
    expect(labelIn('S', 'heading')).toBe('situation S | ');
    expect(labelIn('The Situation', 'heading')).toBe('situation The Situation | ');
    expect(labelIn('situation', 'heading')).toBe('situation situation | ');
    expect(labelIn('A', 'parent')).toBe('action A | ');
    expect(labelIn('Impact', 'item')).toBeNull();
    expect(labelIn('Impact: 20 %', 'item')).toBe('result Impact | 20 %');
  });
});

describe('labels in one line', () => {
  const found = (markdown: string): string[] => labelsIn(lineOf(markdown), 'line').map((label) => label.text);

  test.each([
    ['**S:** one. **T:** two. **A:** three. **R:** four.', ['S', 'T', 'A', 'R']],
    ['Situation: one. Task: two. Action: three. Result: four.', ['Situation', 'Task', 'Action', 'Result']],
    ['S: one T: two A: three R: four', ['S', 'T', 'A', 'R']],
    ['Q: Why? A: Because.', ['Q', 'A']],
    ['A: S: one. T: two.', ['A', 'S', 'T']],
    ['We waited. **Task:** two', ['Task']],
    ['We waited. **task:** two', ['task']],
    ['**Tags:** a, b · **Target:** 2:30', ['Tags', 'Target']],
  ])('%s', (markdown, expected) => {
    expect(found(markdown)).toEqual(expected);
  });

  test.each([
    'In the end the result: nobody acted.',
    'We met. Result: none of us spoke.',
    'Situation: we had one goal: survive. And a problem: rain.',
    'We had one **goal:** survive',
    'Result: good. Situation: bad.',
    'Call `Task: x` now. **`Task:`** too',
  ])('only the first in: %s', (markdown) => {
    expect(found(markdown).length).toBeLessThanOrEqual(1);
  });
});

describe('the table of labels', () => {
  test.each([
    ['Ausgangslage', 'situation'],
    ['MASSNAHMEN', 'action'],
    ['Maßnahmen', 'action'],
    ['tache', 'task'],
    ['Ce que j’ai fait', 'action'],
    ['Situacion', 'situation'],
    ['lo que aprendí', 'reflection'],
    ['AÇÕES', 'action'],
    ['Lições aprendidas', 'reflection'],
  ])('knows %s, with or without accents and capitals', (word, kind) => {
    expect(meaningOf(word, false)).toEqual({ type: 'section', kind });
  });

  test('knows all sections of a combined label', () => {
    expect(kindsOf('Situation/Task')).toEqual(['situation', 'task']);
    expect(kindsOf('Situação e Tarefa')).toEqual(['situation', 'task']);
    expect(kindsOf('Lessons learned')).toEqual(['reflection']);
    expect(kindsOf('Research and development')).toEqual([]);
  });
});
