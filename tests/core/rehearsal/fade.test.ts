import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  fadeLevels,
  fadeText,
  hidesText,
  levelStep,
  type FadeLevel,
  stageText,
} from '../../../src/core/rehearsal/fade.ts';
import { answerOf, outlineOf } from './stories.ts';

const initials = (text: string) => fadeText(text, 'initials');
const firstWords = (text: string) => fadeText(text, 'first-words');

describe('initials', () => {
  test.each([
    ['Nine years of freeze', 'N___ y____ o_ f_____'],
    ['Weekly, no more outages', 'W_____, n_ m___ o______'],
    ['46 releases, 0 more outages', '46 r_______, 0 m___ o______'],
    ['Asked ops for their 3 fears', 'A____ o__ f__ t____ 3 f____'],
    ['from 40 % to 2:30, +7.5 %', 'f___ 40 % t_ 2:30, +7.5 %'],
    ['p99 below 250ms, 3rd try', 'p99 b____ 250m_, 3r_ t__'],
    ['$1.2M a year (2× more)', '$1.2M a y___ (2× m___)'],
    ['cross-functional follow-up', 'c____-f_________ f_____-u_'],
    ["didn't say the team's “no”", "d___'_ s__ t__ t___'_ “n_”"],
    ['we’re done, I’ll go', 'w_’__ d___, I’__ g_'],
    ["l'équipe et l’API d'un client", "l'é_____ e_ l’A__ d'__ c_____"],
    ["O'Brien said 'stop'", "O'B____ s___ 's___'"],
    ['snake_case_name', 's______________'],
    ['→ shipped ✅ 👩‍💻', '→ s______ ✅ 👩‍💻'],
    ['', ''],
    ['  two\n\tlines ', '  t__\n\tl____ '],
  ])('%j becomes %j', (text, faded) => {
    expect(initials(text)).toBe(faded);
  });

  test('letters are what people see as letters, however they are encoded', () => {
    expect(initials('e\u0301cole re\u0301ussie')).toBe('e\u0301____ r______');
    expect(initials('Übergröße')).toBe('Ü________');
    expect(initials('हिन्दी भाषा')).toMatch(/^हि_+ भा_$/u);
  });

  test('scripts without spaces are cut where their words are', () => {
    expect(initials('我们喜欢设计')).toBe('我_喜_设_');
    expect(initials('データベースを移行した')).toMatch(/^デ_+を移_/u);
    expect(initials('3年で46回')).toMatch(/^3年で46回$/u);
    const thai = initials('สวัสดีชาวโลก');
    expect(thai).toMatch(/^ส_+/u);
    expect(thai.replaceAll('_', '').length).toBeLessThan(6);
  });

  test('right-to-left text keeps its order and its invisible marks', () => {
    expect(initials('שלום לכולם')).toBe('ש___ ל____');
    expect(initials('مرحبا بالعالم')).toBe('م____ ب______');
    expect(initials('\u2067שלום\u2069 OK')).toBe('\u2067ש___\u2069 O_');
    expect(initials('می\u200Cروم')).toBe('م____');
  });
});

describe('first words', () => {
  test.each([
    ['Counted two years of incidents', 'Counted t__ y____ o_ i________'],
    ['Canary on one region', 'Canary o_ o__ r_____'],
    ['46 releases, 0 more', '46 r_______, 0 m___'],
    ['“Stop”, he said', '“Stop”, h_ s___'],
    ['Follow-up with all', 'Follow-up w___ a__'],
    ["Didn't say no", "Didn't s__ n_"],
    ['One line\nAnother line', 'One l___\nAnother l___'],
    ['我们喜欢设计', '我们喜_设_'],
    ['…', '…'],
    ['', ''],
  ])('%j becomes %j', (text, faded) => {
    expect(firstWords(text)).toBe(faded);
  });
});

test('full and outline leave the text, nothing leaves none', () => {
  expect(fadeLevels.map((level) => fadeText('Two words', level))).toEqual([
    'Two words',
    'Two words',
    'Two w____',
    'T__ w____',
    '',
  ]);
  expect(fadeLevels.filter(hidesText)).toEqual(['first-words', 'initials', 'nothing']);
});

test('less and more text go one level at a time and stop at the ends', () => {
  expect(levelStep('outline', 1)).toBe('first-words');
  expect(levelStep('outline', -1)).toBe('full');
  expect(levelStep('full', -1)).toBe('full');
  expect(levelStep('nothing', 1)).toBe('nothing');
});

describe('any text', () => {
  const anyText = fc.string({ unit: 'grapheme', maxLength: 60 });
  const anyUnits = fc.string({ unit: 'binary', maxLength: 60 });
  /** Words of spaced scripts with everything that occurs between and inside words. */
  const spacedText = fc
    .array(
      fc.oneof(
        fc.stringMatching(/^[a-zA-ZäöüßéñçøÀÞ]{1,9}$/u),
        fc.stringMatching(/^[абвгдежзийк]{1,9}$/u),
        fc.stringMatching(/^[אבגדהוזח]{1,6}$/u),
        fc.constantFrom(
          "don't",
          "l'équipe",
          '2:30',
          '40 %',
          '3rd',
          'p99',
          'e\u0301te\u0301',
          '👩‍💻',
          '_x',
          '—',
          ' ',
          ' ',
          ' ',
        ),
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join(' '));

  const figuresOf = (text: string) => text.match(/\p{N}/gu) ?? [];
  const linesOf = (text: string) => text.split('\n').length;

  test.each<FadeLevel>(['first-words', 'initials'])(
    '%s keeps figures and lines, and adds nothing but blanks',
    (level) => {
      fc.assert(
        fc.property(fc.oneof(anyText, anyUnits, spacedText), (text) => {
          const faded = fadeText(text, level);
          expect(figuresOf(faded)).toEqual(figuresOf(text));
          expect(linesOf(faded)).toBe(linesOf(text));
          expect(faded.length).toBeLessThanOrEqual(text.length);
          // What is left stands in the text in this order.
          let from = 0;
          for (const character of faded.replaceAll('_', '')) {
            from = text.indexOf(character, from) + character.length;
            expect(from).toBeGreaterThanOrEqual(character.length);
          }
        }),
      );
    },
  );

  test('in text below the combining marks each letter beyond the initials is one blank', { timeout: 30_000 }, () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii', maxLength: 60 }), (text) => {
        const faded = initials(text);
        expect(faded).toHaveLength(text.length);
        for (let index = 1; index < text.length; index += 1) {
          if (/[a-z]/i.test(text[index]!) && /[a-z]/i.test(text[index - 1]!)) expect(faded[index]).toBe('_');
          if (!/[a-z]/i.test(text[index]!)) expect(faded[index]).toBe(text[index]);
        }
      }),
    );
  });

  test('no word of a spaced script shows more letters than its first', { timeout: 30_000 }, () => {
    fc.assert(
      fc.property(spacedText, (text) => {
        const shown = initials(text).match(/[\p{L}\p{M}]+/gu) ?? [];
        for (const letters of shown) expect([...new Intl.Segmenter('en').segment(letters)]).toHaveLength(1);
      }),
    );
  });

  test(
    'fading what is faded goes to the lesser level: nothing comes back, nothing more is lost',
    { timeout: 30_000 },
    () => {
      const levels = fc.constantFrom(...fadeLevels);
      fc.assert(
        fc.property(spacedText, levels, levels, (text, one, other) => {
          const lesser = fadeLevels[Math.max(fadeLevels.indexOf(one), fadeLevels.indexOf(other))]!;
          expect(fadeText(fadeText(text, one), other)).toBe(fadeText(text, lesser));
        }),
      );
    },
  );

  test('a long text takes no longer than its length', () => {
    const before = process.threadCpuUsage();
    initials('word’s and 我们喜欢设计 '.repeat(4000));
    firstWords('x'.repeat(100_000));
    initials("a'".repeat(50_000));
    const { user, system } = process.threadCpuUsage(before);
    expect((user + system) / 1000).toBeLessThan(3000);
  });
});

const outline = [outlineOf('situation', 'Nine years', 'of freeze'), outlineOf('result', '46 releases')];
const answer = [answerOf('situation', 'For nine years\n\nnobody moved.\n\n\n'), answerOf('result', 'Then 46.')];
const texts = (level: (typeof fadeLevels)[number], told = answer) =>
  stageText(outline, told, level).map(({ rows }) => rows.map(({ text }) => text));

test('the full answer by its paragraphs, then the outline with less and less of it', () => {
  expect(texts('full')).toEqual([['For nine years', 'nobody moved.'], ['Then 46.']]);
  expect(texts('outline')).toEqual([['Nine years', 'of freeze'], ['46 releases']]);
  expect(texts('first-words')).toEqual([['Nine y____', 'of f_____'], ['46 r_______']]);
  expect(texts('initials')).toEqual([['N___ y____', 'o_ f_____'], ['46 r_______']]);
  expect(texts('nothing')).toEqual([['', ''], ['']]);
});

test('without a full answer the outline is all there is', () => {
  expect(texts('full', [])).toEqual(texts('outline'));
});

test('a row of the outline keeps its id at every level, and every id is one row’s', () => {
  for (const level of fadeLevels) {
    const ids = stageText(outline, answer, level).flatMap(({ rows }) => rows.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
    if (level !== 'full') expect(ids).toEqual(['situation-0', 'situation-1', 'result-0']);
  }
});
