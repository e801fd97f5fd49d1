import { glob, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

/*
 * That every text can be read on every ground of every theme, by the values alone. axe looks at the views themselves,
 * on light ground only: the other themes differ from it in nothing but these values.
 */
const renderer = fileURLToPath(new URL('../../../src/renderer/', import.meta.url));
const tokensFile = path.join(renderer, 'styles', 'tokens.css');
const css = await readFile(tokensFile, 'utf8');

/** The colours of a rule, by the names of their tokens: the one for light ground, and the one for dark. */
function colorsOf(selector: string): ReadonlyMap<string, readonly [light: string, dark: string]> {
  const rule = css.split(`${selector} {`)[1]?.split('}')[0] ?? '';
  const colors = rule.matchAll(/--([\w-]+): light-dark\((#[\da-f]{6}), (#[\da-f]{6})\);/g);
  return new Map(Array.from(colors, ([, name = '', light = '', dark = '']) => [name, [light, dark]]));
}

const plain = colorsOf(':root');
const more = new Map([...plain, ...colorsOf(":root[data-contrast='more']")]);
const themes = [
  { theme: 'light', colors: plain, place: 0, least: 4.5 },
  { theme: 'dark', colors: plain, place: 1, least: 4.5 },
  { theme: 'high contrast on light ground', colors: more, place: 0, least: 7 },
  { theme: 'high contrast', colors: more, place: 1, least: 7 },
] as const;

/** How bright a colour is to the eye, as WCAG 2.2 defines it: 0 for black, 1 for white. */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const share = Number.parseInt(color.slice(start, start + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The contrast of two colours, as WCAG 2.2 defines it: 1 for the same colour, 21 for black and white. */
function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

const texts = ['text', 'next', 'dim', 'faint', 'accent', 'ok', 'behind', 'ahead', 's', 't', 'a', 'r', 'l'];
/** Marked and pressed things are on a raised ground; these colours aren't dark enough for it where the theme is light. */
const notOnRaised = ['faint', 'accent', 'ok', 'a', 'r'];

const pairs: readonly (readonly [text: string, ground: string])[] = [
  ...texts.flatMap((text) => ['bg', 'surface'].map((ground) => [text, ground] as const)),
  ...texts.filter((text) => !notOnRaised.includes(text)).map((text) => [text, 'raised'] as const),
  ['on-accent', 'accent'],
  ['on-behind', 'behind'],
];

test('the measure is WCAG’s', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  expect(contrast('#ffffff', '#ffffff')).toBe(1);
});

describe.each(themes)('$theme', ({ colors, place, least }) => {
  test.each(pairs)('%s can be read on %s', (text, ground) => {
    const [front, back] = [colors.get(text)?.[place] ?? '', colors.get(ground)?.[place] ?? ''];
    // More is asked for where more was chosen, but a ground that is itself a mark has less to give.
    expect(contrast(front, back), `${front} on ${back}`).toBeGreaterThanOrEqual(ground === 'raised' ? 4.5 : least);
  });
});

test('no colour of text is known to its style sheet alone', async () => {
  const known = new Set([...texts, 'on-accent', 'on-behind', 'c'].map((name) => `var(--${name})`));
  const system = ['inherit', 'currentcolor', 'Highlight', 'HighlightText', 'CanvasText', 'GrayText', 'ButtonText'];
  const strange: string[] = [];
  for await (const file of glob('**/*.css', { cwd: renderer })) {
    const sheet = await readFile(path.join(renderer, file), 'utf8');
    for (const [, value = ''] of sheet.matchAll(/(?<![\w-])color: ([^;!]+)/g)) {
      if (!known.has(value.trim()) && !system.includes(value.trim())) strange.push(`${file}: ${value}`);
    }
  }
  expect(strange).toEqual([]);
});
