import { describe, expect, test } from 'vitest';
import { defaultVariant, withDefaultVariant } from '../../../../src/core/prompter/default-variant.ts';
import { defaultSettings } from '../../../../src/core/settings/schema.ts';
import { problemsBySettings, shorterVariant } from '../../../../src/core/stories/lint/target.ts';
import type { Variant } from '../../../../src/core/stories/model.ts';
import { answerOf, storyOf } from '../../rehearsal/stories.ts';

/** An answer that takes so many seconds at the usual 145 words a minute. */
const lasting = (seconds: number) => [
  answerOf(
    'action',
    Array(Math.round((seconds * 145) / 60))
      .fill('word')
      .join(' '),
  ),
];
const variantOf = (title: string, seconds: number): Variant => ({
  title,
  short: true,
  line: 30,
  outline: [],
  answer: lasting(seconds),
});
const settings = defaultSettings();
const long = storyOf('kiln', { answer: lasting(248), variants: [variantOf('Shorter', 110), variantOf('Pitch', 40)] });
const alone = { ...long, variants: [] };
const codes = (problems: { code: string }[]) => problems.map(({ code }) => code);

describe('the default version', () => {
  test('is the story itself, or the variant with the chosen title', () => {
    expect(defaultVariant(long, settings)).toBeNull();
    const storyVariants = withDefaultVariant(settings, 'kiln', 'Pitch');
    expect(defaultVariant(long, { storyVariants })).toBe(1);
    expect(defaultVariant(alone, { storyVariants })).toBeNull();
    expect(withDefaultVariant({ storyVariants }, 'kiln', null)).toEqual({});
    expect(defaultVariant({ ...long, id: 'constructor' }, settings)).toBeNull();
  });
});

describe('whether a story fits its target', () => {
  test('depends on the person’s target and pace', () => {
    const found = (more: Partial<typeof settings>) => codes(problemsBySettings(alone, [], { ...settings, ...more }));
    expect(found({})).toEqual(['over-target']);
    expect(found({ targetMs: 240_000 })).toEqual([]);
    expect(found({ storyTargets: { kiln: 248_000 } })).toEqual([]);
    expect(found({ wordsPerMinute: 300 })).toEqual([]);
    expect(found({ storyTargets: { kiln: 100_000 }, wordsPerMinute: 300 })).toEqual(['over-target']);
  });

  test('replaces what the file alone says, and keeps the rest', () => {
    const other = { file: 'a.md', line: 1, severity: 'hint', code: 'no-outline', message: 'x' } as const;
    const judged = problemsBySettings(alone, [other, { ...other, code: 'over-target' }], {
      ...settings,
      storyTargets: { kiln: 248_000 },
    });
    expect(judged).toEqual([other]);
    expect(problemsBySettings({ ...alone, planned: true }, [other], settings)).toEqual([other]);
  });

  test('is judged by the default version', () => {
    const told = (title: string, more: Partial<typeof settings> = {}) =>
      codes(problemsBySettings(long, [], { ...settings, storyVariants: { kiln: title }, ...more }));
    expect(told('Shorter')).toEqual([]);
    expect(told('Shorter', { targetMs: 60_000 })).toEqual(['over-target']);
    expect(told('Shorter', { targetMs: 60_000, storyTargets: { 'kiln#shorter': 110_000 } })).toEqual([]);
  });
});

describe('a version that could be told instead', () => {
  test('is the longest that fits', () => {
    expect(shorterVariant(long, settings)).toEqual({ index: 0, takesMs: expect.any(Number), fits: true });
    expect(shorterVariant(long, { ...settings, targetMs: 60_000 })).toMatchObject({ index: 1, fits: true });
  });

  test('is the shortest where none fits', () => {
    const [first] = long.variants;
    const story = { ...long, variants: [variantOf('Middle', 200), ...(first === undefined ? [] : [first])] };
    expect(shorterVariant(story, { ...settings, targetMs: 60_000 })).toMatchObject({ index: 1, fits: false });
  });

  test('isn’t needed by a story that fits, and must be shorter', () => {
    expect(shorterVariant(long, { ...settings, targetMs: 240_000 })).toBeNull();
    expect(shorterVariant({ ...long, variants: [variantOf('Longer', 300)] }, settings)).toBeNull();
    expect(shorterVariant(alone, settings)).toBeNull();
  });
});
