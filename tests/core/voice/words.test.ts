import { describe, expect, test } from 'vitest';
import { languageFor } from '../../../src/core/voice/language.ts';
import { spokenWords } from '../../../src/core/voice/words.ts';

const said = (text: string, language: 'en' | 'fr' = 'en', known: string[] = []): string =>
  spokenWords(text, language, (word) => known.includes(word))
    .map(({ word }) => word)
    .join(' ');

describe('English, as it sounds', () => {
  test.each([
    ['12,400 a week', 'twelve thousand four hundred a week'],
    ['61 hours, 0 faults', 'sixty one hours zero faults'],
    ['at 7:30, then 10:05, then 9:00', 'at seven thirty then ten oh five then nine'],
    ['from 4.6 to 3.15', 'from four point six to three point one five'],
    ['since 1998, 2007 and 2019', 'since nineteen ninety eight two thousand seven and twenty nineteen'],
    ['£20,000 or $5m or 3 k€', 'twenty thousand pounds or five million dollars or three k'],
    ['12 % and 5%', 'twelve percent and five percent'],
    ['2nd, 3rd, 20th and 31st', 'second third twentieth and thirty first'],
    ['10–15 minutes', 'ten to fifteen minutes'],
    ['15 min, 3x, 24/7', 'fifteen minutes three times twenty four seven'],
    ['1,000,001', 'one million one'],
    ['R&D, mid-July', 'r and d mid july'],
    ['order 12345678901', 'order'],
  ])('%s', (text, words) => {
    expect(said(text)).toBe(words);
  });

  test('an apostrophe stays in a word that the dictionary has, and goes with the s of others', () => {
    expect(said('Larkhaul’s team didn’t', 'en', ["didn't"])).toBe("larkhaul team didn't");
  });

  test('each word knows what is written for it', () => {
    expect(spokenWords('Took 61 h.', 'en', () => false)).toEqual([
      { word: 'took', shown: 'Took' },
      { word: 'sixty', shown: '61 h' },
      { word: 'one', shown: '61 h' },
      { word: 'hours', shown: '61 h' },
    ]);
  });
});

describe('French, as it sounds', () => {
  test.each([
    ['14 000 euros', 'quatorze mille euros'],
    ['80, 81, 90 et 71', 'quatre vingt quatre vingt un quatre vingt dix et soixante et onze'],
    ['200, 201 et 1 000', 'deux cents deux cent un et mille'],
    ['2,5 %', 'deux virgule cinq pour cent'],
    ['à 7 h 30, à 18h', 'à sept heures trente à dix huit heures'],
    ['le 1er et le 2e', 'le premier et le deuxième'],
    ['l’équipe qu’on a, aujourd’hui', "l' équipe qu' on a aujourd'hui"],
  ])('%s', (text, words) => {
    expect(said(text, 'fr', ["aujourd'hui"])).toBe(words);
  });
});

describe('whether there is a model for a language', () => {
  test.each([
    ['en', 'We had promised the board a new database by March, and I had to tell them that it would be June.'],
    ['fr', 'Nous avions promis une nouvelle base au conseil, et j’ai dû leur dire que ce serait en juin.'],
    [null, 'Wir hatten dem Vorstand eine neue Datenbank versprochen, und ich musste sagen, dass es Juni wird.'],
    [null, 'Habíamos prometido una base nueva al consejo, y tuve que decir que sería en junio.'],
    [null, 'Obiecaliśmy zarządowi nową bazę danych do marca, ale musiałem powiedzieć, że będzie gotowa w czerwcu.'],
    [null, '我们答应董事会在三月之前完成新的数据库，但是我不得不说要到六月。'],
    ['en', 'Fixed billing bug'],
    [null, '修复'],
    [null, ''],
  ])('%s: %s', (language, text) => {
    expect(languageFor(text)).toBe(language);
  });
});
