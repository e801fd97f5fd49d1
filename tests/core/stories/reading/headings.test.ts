import { describe, expect, test } from 'vitest';
import { parseDuration, parseTarget, splitTarget } from '../../../../src/core/stories/duration.ts';
import { readStructural, withoutNumber } from '../../../../src/core/stories/reading/lines/headings.ts';
import { readAlso } from '../../../../src/core/stories/reading/lines/also.ts';
import { readsAsQuestion, splitGlued } from '../../../../src/core/stories/questions.ts';
import { isVersion } from '../../../../src/core/stories/reading/lines/versions.ts';

describe('a structural heading', () => {
  test.each([
    ['Answer', { word: 'answer', numbered: false, rest: '' }],
    ['My answer', { word: 'answer', numbered: false, rest: '' }],
    ['Answer: with a pencil', { word: 'answer', numbered: false, rest: 'with a pencil' }],
    ['Question 1', { word: 'question', numbered: true, rest: '' }],
    ['Q3', { word: 'question', numbered: true, rest: '' }],
    ['Q3: Why?', { word: 'question', numbered: true, rest: 'Why?' }],
    ['Question two – Why?', { word: 'question', numbered: true, rest: 'Why?' }],
    ['Story 3: The migration', { word: 'story', numbered: true, rest: 'The migration' }],
    ['Story #3 - The migration', { word: 'story', numbered: true, rest: 'The migration' }],
    ['Story 3 The migration', { word: 'story', numbered: true, rest: 'The migration' }],
    ['STAR Story 3: 10–15 users', { word: 'story', numbered: true, rest: '10–15 users' }],
    ['Story III: The migration', { word: 'story', numbered: true, rest: 'The migration' }],
    ['First story: The migration', { word: 'story', numbered: true, rest: 'The migration' }],
    ['Story: The migration', { word: 'story', numbered: false, rest: 'The migration' }],
    ['2. Question: Why?', { word: 'question', numbered: false, rest: 'Why?' }],
    ['Example', { word: 'story', numbered: false, rest: '' }],
    ['Beispiel 2', { word: 'story', numbered: true, rest: '' }],
    ['Réponse', { word: 'answer', numbered: false, rest: '' }],
    ['Pregunta 1: ¿Por qué?', { word: 'question', numbered: true, rest: '¿Por qué?' }],
    ['História três', { word: 'story', numbered: true, rest: '' }],
  ])('%s', (text, expected) => {
    expect(readStructural(text)).toEqual(expected);
  });

  test.each([
    'Story of my life',
    'Answering the phone',
    'Example project',
    'First example of courage',
    'Story I led',
    'Q3 results were great',
    'P. S.',
    'F: Failures',
    'Questions',
    'The 3 answers',
    '',
  ])('is not: %s', (text) => {
    expect(readStructural(text)).toBeNull();
  });
});

test.each([
  ['1. Ownership', 'Ownership'],
  ['2) Ownership', 'Ownership'],
  ['#3 – Ownership', '– Ownership'],
  ['#3: Ownership', 'Ownership'],
  ['IV. Ownership', 'Ownership'],
  ['2024 in numbers', '2024 in numbers'],
  ['5 whys', '5 whys'],
  ['1.', '1.'],
])('drops the number: %s', (text, expected) => {
  expect(withoutNumber(text)).toBe(expected);
});

describe('a speaking time', () => {
  test.each([
    ['2:30', 150_000],
    ['2 min', 120_000],
    ['2.5 min', 150_000],
    ['2,5 Minuten', 150_000],
    ['2m30s', 150_000],
    ['2 min 30 sec', 150_000],
    ['90s', 90_000],
    ['90 Sekunden', 90_000],
    ['~2 minutes', 120_000],
    ["2'30", 150_000],
    ['2-minute', 120_000],
  ])('%s', (text, ms) => {
    expect(parseDuration(text)).toBe(ms);
  });

  test.each(['', '2', '2:75', '0:01', '99:00:00', '3 pm', 'two minutes', '2:30 pm', '2023', '61 min', 'min'])(
    'is not: %s',
    (text) => {
      expect(parseDuration(text)).toBeNull();
    },
  );

  test('may be a bare number after a key: minutes up to 15, else seconds', () => {
    expect([parseTarget('15'), parseTarget('16'), parseTarget('45')]).toEqual([900_000, 16_000, 45_000]);
    expect([parseTarget('2'), parseTarget('2.5'), parseTarget('150'), parseTarget('4'.repeat(5))]).toEqual([
      120_000,
      150_000,
      150_000,
      null,
    ]);
  });

  test.each([
    ['Migration (2:30)', 'Migration', 150_000],
    ['Migration [90 s]', 'Migration', 90_000],
    ['Migration – 2 min', 'Migration', 120_000],
    ['Migration (2023)', 'Migration (2023)', null],
    ['Migration (part 2)', 'Migration (part 2)', null],
    ['Migration 2:30', 'Migration 2:30', null],
    ['From 9 - 5', 'From 9 - 5', null],
  ])('at the end of: %s', (heading, text, targetMs) => {
    expect(splitTarget(heading)).toEqual({ text, targetMs });
  });
});

describe('a question', () => {
  test.each([
    'Why us?',
    'Tell me about a time you failed.',
    'We all fail. Tell me about it.',
    '“Describe a conflict.”',
    'Give me an example',
    'How did you (of all people) do it?"',
    'Erzählen Sie von einem Fehler.',
    'Parlez-moi de vous',
    '¿Cuándo fallaste?',
    'Háblame de un error',
    'Conte-me um erro',
  ])('%s', (text) => {
    expect(readsAsQuestion(text)).toBe(true);
  });

  test.each([
    'How I learned to say no',
    'The migration',
    'Tellers of tales',
    'A time I failed',
    '',
    `${'So '.repeat(200)}why?`,
  ])('is not: %s', (text) => {
    expect(readsAsQuestion(text)).toBe(false);
  });

  test('is separated from follow-ups on its line', () => {
    expect(splitGlued('How was it? * Who helped? * And then?')).toEqual(['How was it?', 'Who helped?', 'And then?']);
    expect(splitGlued('Tell me about a product. • What changed?')).toEqual([
      'Tell me about a product.',
      'What changed?',
    ]);
    expect(splitGlued('How was it? - What did you do?')).toEqual(['How was it?', 'What did you do?']);
    expect(splitGlued('What is 2 * 3 - 4?')).toEqual(['What is 2 * 3 - 4?']);
    expect(splitGlued('Why? - because')).toEqual(['Why? - because']);
  });
});

describe('a list of other questions', () => {
  test.each([
    ['Also works for these questions:', { asks: false, rest: '' }],
    ['ALSO WORKS FOR', { asks: false, rest: '' }],
    ['Also works for: Ownership, Dive deep', { asks: false, rest: 'Ownership, Dive deep' }],
    ['Also works for Ownership', { asks: false, rest: 'Ownership' }],
    ['Useful for:', { asks: false, rest: '' }],
    ['Use for', { asks: false, rest: '' }],
    ['Other questions', { asks: false, rest: '' }],
    ['Questions this answers', { asks: true, rest: '' }],
    ['Interview questions this answers:', { asks: true, rest: '' }],
    ['Passt auch für', { asks: false, rest: '' }],
    ['Autres questions', { asks: false, rest: '' }],
    ['También sirve para', { asks: false, rest: '' }],
    ['Outras perguntas', { asks: false, rest: '' }],
  ])('is announced by: %s', (text, expected) => {
    expect(readAlso(text)).toMatchObject(expected);
  });

  test.each(['Also, it works', 'Good for the customer', 'Questions I asked', 'Works for me', 'Useless for us', ''])(
    'is not announced by: %s',
    (text) => {
      expect(readAlso(text)).toBeNull();
    },
  );
});

test.each([
  ['Shorter Answer (draft)', true],
  ['Short version', true],
  ['Version for phone screens', true],
  ['Version 2', true],
  ['My longer answer:', true],
  ['Kurzfassung', true],
  ['Version courte', true],
  ['Versión más corta', true],
  ['Versão curta', true],
  ['Version control', false],
  ['Short on staff', false],
  ['A long way', false],
  ['Answer', false],
])('names another version of an answer: %s', (title, expected) => {
  expect(isVersion(title)).toBe(expected);
});
