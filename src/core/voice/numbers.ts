import type { RecogniserLanguage } from './language.ts';

interface NumberWords {
  /** A whole number below a thousand million, as words. */
  whole: (value: number) => string;
  /** The sign between a number and its fraction. */
  point: string;
  fraction: RegExp;
  /** What separates groups of three digits. */
  groups: RegExp;
  /** A year of four digits; null if it sounds like any number. */
  year: (value: number) => string | null;
  time: (hours: number, minutes: number) => string;
  ordinal: (value: number) => string;
  ordinalEnding: RegExp;
  /** Between the ends of a range. */
  to: string;
  /** What is written after or before a number, and the words for it after the number. */
  units: Readonly<Record<string, string>>;
}

/**
 * How a number sounds, in lower case: "12,400" is “twelve thousand four hundred”, "7:30" “seven thirty”. `before` and
 * `after` are the signs around it: a currency, a unit, an ordinal ending. Null if it isn’t a number as the language
 * writes it, or one of a thousand million and more.
 */
export function spokenNumber(
  written: { before: string; number: string; after: string },
  language: RecogniserLanguage,
): string | null {
  const words = numberWords[language];
  const { before, number } = written;
  const after = written.after.toLowerCase();
  const time = /^(\d{1,2})[:hH](\d{2})?$/.exec(number);
  if (time !== null) return words.time(Number(time[1]), Number(time[2] ?? 0));
  const plain = number.replace(words.groups, '');
  const [whole = '', fraction] = plain.split(words.fraction);
  if (!/^\d{1,9}$/.test(whole) || (fraction !== undefined && !/^\d+$/.test(fraction))) return null;
  const value = Number(whole);
  if (fraction === undefined && words.ordinalEnding.test(after)) return words.ordinal(value);
  const year = fraction === undefined && whole.length === 4 && plain === number && before + after === '';
  const digits =
    fraction === undefined
      ? ''
      : ` ${words.point} ${Array.from(fraction, (digit) => words.whole(Number(digit))).join(' ')}`;
  const said = ((year ? words.year(value) : null) ?? words.whole(value)) + digits;
  return [said, ...[after, before].map((sign) => words.units[sign] ?? '')].filter((part) => part !== '').join(' ');
}

/** The word between the ends of a range, as in "10–15". */
export function rangeWord(language: RecogniserLanguage): string {
  return numberWords[language].to;
}

const englishSmall =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const englishTens = '- - twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

function englishWhole(value: number): string {
  const parts: string[] = [];
  let left = value;
  for (const [size, name] of [
    [1_000_000, 'million'],
    [1000, 'thousand'],
    [100, 'hundred'],
  ] as const) {
    if (left >= size) parts.push(`${englishWhole(Math.floor(left / size))} ${name}`);
    left %= size;
  }
  if (left >= 20) parts.push(englishTens[Math.floor(left / 10)] ?? '');
  if (left >= 20) left %= 10;
  if (left > 0 || value === 0) parts.push(englishSmall[left] ?? '');
  return parts.filter((part) => part !== '').join(' ');
}

const irregularOrdinals: Readonly<Record<string, string>> = {
  one: 'first',
  two: 'second',
  three: 'third',
  five: 'fifth',
  eight: 'eighth',
  nine: 'ninth',
  twelve: 'twelfth',
};

function englishOrdinal(value: number): string {
  return englishWhole(value).replace(
    /\w+$/,
    (last) => irregularOrdinals[last] ?? (last.endsWith('y') ? `${last.slice(0, -1)}ieth` : `${last}th`),
  );
}

function englishYear(value: number): string | null {
  const [century, rest] = [Math.floor(value / 100), value % 100];
  if (century < 18 || century > 20 || (century === 20 && rest < 10)) return null;
  if (rest === 0) return `${englishWhole(century)} hundred`;
  return `${englishWhole(century)} ${rest < 10 ? 'oh ' : ''}${englishWhole(rest)}`;
}

const frenchSmall =
  'zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf'.split(
    ' ',
  );
const frenchTens = '- - vingt trente quarante cinquante soixante soixante quatre-vingt quatre-vingt'.split(' ');

function frenchWhole(value: number): string {
  if (value < 20) return frenchSmall[value] ?? '';
  if (value < 100) {
    const ten = Math.floor(value / 10);
    const rest = ten === 7 || ten === 9 ? (value % 10) + 10 : value % 10;
    const joined = (rest === 1 || rest === 11) && ten < 8 ? ' et' : '';
    return `${frenchTens[ten] ?? ''}${joined}${rest === 0 ? '' : ` ${frenchWhole(rest)}`}`;
  }
  const [size, name] =
    value >= 1_000_000
      ? ([1_000_000, value < 2_000_000 ? 'million' : 'millions'] as const)
      : value >= 1000
        ? ([1000, 'mille'] as const)
        : ([100, value < 200 || value % 100 > 0 ? 'cent' : 'cents'] as const);
  const count = Math.floor(value / size);
  const left = value % size;
  return `${count === 1 && size < 1_000_000 ? '' : `${frenchWhole(count)} `}${name}${left === 0 ? '' : ` ${frenchWhole(left)}`}`;
}

function frenchOrdinal(value: number): string {
  if (value === 1) return 'premier';
  return `${frenchWhole(value).replace(/e$/, '').replace(/cinq$/, 'cinqu').replace(/neuf$/, 'neuv')}ième`;
}

const currencies = { '€': 'euros', '£': 'pounds', $: 'dollars' };

const numberWords: Readonly<Record<RecogniserLanguage, NumberWords>> = {
  en: {
    whole: englishWhole,
    point: 'point',
    fraction: /\./,
    groups: /[,\u00A0\u202F](?=\d{3}(?!\d))/g,
    year: englishYear,
    time: (hours, minutes) =>
      [englishWhole(hours), minutes > 0 && minutes < 10 ? 'oh' : '', minutes > 0 ? englishWhole(minutes) : '']
        .filter((part) => part !== '')
        .join(' '),
    ordinal: englishOrdinal,
    ordinalEnding: /^(?:st|nd|rd|th)$/,
    to: 'to',
    units: {
      ...currencies,
      '%': 'percent',
      k: 'thousand',
      m: 'million',
      bn: 'billion',
      x: 'times',
      '×': 'times',
      h: 'hours',
      min: 'minutes',
      s: 'seconds',
      ms: 'milliseconds',
      km: 'kilometers',
      kg: 'kilos',
      am: 'a m',
      pm: 'p m',
      '°': 'degrees',
    },
  },
  fr: {
    whole: frenchWhole,
    point: 'virgule',
    fraction: /,/,
    groups: /[ .\u00A0\u202F](?=\d{3}(?!\d))/g,
    year: () => null,
    time: (hours, minutes) => `${frenchWhole(hours)} heures${minutes > 0 ? ` ${frenchWhole(minutes)}` : ''}`,
    ordinal: frenchOrdinal,
    ordinalEnding: /^(?:er|re|e|è|ème|eme)$/,
    to: 'à',
    units: {
      ...currencies,
      '£': 'livres',
      '%': 'pour cent',
      k: 'mille',
      m: 'millions',
      x: 'fois',
      '×': 'fois',
      h: 'heures',
      min: 'minutes',
      s: 'secondes',
      ms: 'millisecondes',
      km: 'kilomètres',
      kg: 'kilos',
      '°': 'degrés',
    },
  },
};
