import { describe, expect, test } from 'vitest';
import { lintStory, lintVariant, nameOf, ownProblems, withoutTitle } from '../../../../src/core/stories/lint/lint.ts';
import { readStoryTexts } from '../../../../src/core/stories/library.ts';
import type { Problem } from '../../../../src/core/stories/model.ts';
import { readStories } from '../../../../src/core/stories/reader.ts';

const sentence = 'I walked to the depot and counted parcels with Mara until noon.';
const outline = '> - S: a\n> - T: b\n> - A: c\n> - R: d\n\n';
const good = `## Parcels

${outline}**S:** ${'The depot had lost parcels for weeks. '.repeat(3)}

**T:** I was asked to find out why before Easter.

**A:** ${`${sentence} `.repeat(6)}

**R:** Losses fell by 80 %.
`;

function found(text: string): Problem[] {
  return readStoryTexts([{ file: 'a.md', text }]).problems;
}

function codesOf(text: string): string[] {
  return found(text).map(({ line, severity, code }) => `${line} ${severity} ${code}`);
}

test('a question is named without its lead-in, so that the name says something', () => {
  const [problem] = found(
    '## Tell me about a time when you had to count every parcel of a very large depot\n\n**S:** Dark.\n',
  );
  expect(problem?.message).toMatch(/“Count every parcel of a very large depot”/);
});

test('a good story has no problems', () => {
  expect(codesOf(good)).toEqual([]);
});

test('a pitch has no problems', () => {
  expect(codesOf('## About me\n\n> * builder\n> * rower\n\nI build things. We row.\n')).toEqual([]);
});

describe('missing-section', () => {
  const without = (label: string): string =>
    good.replace(new RegExp(`\\*\\*${label}:\\*\\*.*\\n`), '').replace(`> - ${label}:`, '> -');

  test.each([
    ['A', '1 warning missing-section'],
    ['R', '1 warning missing-section'],
    ['T', '1 hint missing-section'],
  ])('without %s', (label, expected) => {
    expect(codesOf(without(label))).toContain(expected);
  });

  test('says which, and what to do', () => {
    const [problem] = found('## Parcels\n\n**S:** a\n\n**T:** b\n\n**A:** c\n').filter(
      ({ code }) => code === 'missing-section',
    );
    expect(problem?.message).toBe('“Parcels” has no result. Add how it ended, with a figure if there is one.');
  });

  test('accepts schemes that leave one out, and labels for two sections', () => {
    const car = '## Car\n\n**Challenge:** a\n\n**Action:** I b\n\n**Result:** 3 c\n';
    const context = '## Context\n\n**Context:** a\n\n**Action:** I b\n\n**Result:** 3 c\n\n**Learning:** d\n';
    const combined = '## Both\n\n**Situation/Task:** a\n\n**Action:** I b\n\n**Result:** 3 c\n';
    for (const text of [car, context, combined]) expect(codesOf(text)).toEqual([]);
  });

  test('checks the outline of a story without an answer, else what the outline leaves out', () => {
    expect(codesOf('## Half\n\n> - S: a\n> - A: b\n')).toContain('1 warning missing-section');
    expect(codesOf(good.replace('> - T: b\n', ''))).toEqual(['9 hint missing-section']);
  });
});

test('empty-section: a label with nothing below it, in the answer and in the outline', () => {
  const text = good.replace(/\*\*R:\*\* .*/, '**R:**').replace('> - T: b', '> - T:');
  const line = text.split('\n').indexOf('**R:**') + 1;
  expect(codesOf(text)).toEqual([`${line} warning empty-section`, '1 warning empty-section']);
  expect(codesOf('## Empty\n\nWhy?\n\n### Answer\n')).toEqual(['1 hint empty-section']);
});

test('no-outline: an answer without one, in a file where others have one', () => {
  const other = good.replace('## Parcels', '## Boxes').replace(outline, '').replace('noon', 'night');
  expect(codesOf(`${good}\n${other}`)).toEqual(['16 hint no-outline']);
  expect(codesOf(other)).toEqual([]);
});

describe('no-question', () => {
  const asked = good.replace('## Parcels\n', '## Letters\n\nWhen did you lose a letter?\n').replaceAll('noon', 'night');
  const box = asked.replace('## Letters', '## Boxes').replaceAll('night', 'dawn').replace('a letter', 'a box');
  const third = (title: string): string[] => codesOf(`${asked}\n${box}\n${good.replace('## Parcels', `## ${title}`)}`);

  test('a story without one, in a file where most have one', () => {
    expect(third('Parcels')).toEqual(['35 hint no-question']);
    expect(codesOf(`${asked}\n${good}`)).toEqual([]);
    expect(codesOf(good)).toEqual([]);
  });

  test.each(['About me', 'How did you find the parcels?'])('not if the title says what is asked: %s', (title) => {
    expect(third(title)).toEqual([]);
  });
});

describe('no-number-in-result', () => {
  const result = (text: string): string[] => codesOf(good.replace('Losses fell by 80 %.', text));

  test.each(['Nobody complained any more.', 'They all lived happily.'])('in: %s', (text) => {
    expect(result(text)).toEqual([expect.stringMatching(/ hint no-number-in-result$/)]);
  });

  test.each([
    'Losses halved.',
    'We lost three parcels.',
    'Trust doubled',
    'Verdoppelt!',
    'Dos menos',
    'It took ½ a day',
  ])('not in: %s', (text) => {
    expect(result(text)).toEqual([]);
  });
});

describe('we-not-i', () => {
  const action = (text: string): string[] => codesOf(good.replace(`${sentence} `.repeat(6), text.repeat(20)));

  test('an action told mostly as "we"', () => {
    expect(action('We counted parcels. ')).toEqual([expect.stringMatching(/ hint we-not-i$/)]);
    expect(action('Wir haben gezählt. ')).toEqual([expect.stringMatching(/ hint we-not-i$/)]);
  });

  test('not one with enough of "I"', () => {
    expect(action('I counted, we sorted. ')).toEqual([]);
    expect(action('I’ve counted all. ')).toEqual([]);
    expect(action('The week went on, I counted. ')).toEqual([]);
  });
});

describe('over-target', () => {
  const long = good.replace(`${sentence} `.repeat(6), `${sentence} `.repeat(40));

  test('is estimated at the speaking rate, against the story’s own target or two minutes', () => {
    expect(codesOf(long)).toContain('1 hint over-target');
    expect(codesOf(long.replace('## Parcels', '## Parcels (0:30)'))).toContain('1 warning over-target');
    expect(codesOf(long.replace('## Parcels', '## Parcels (5:00)')).join()).not.toContain('over-target');
    const message = found(long).find(({ code }) => code === 'over-target')?.message;
    expect(message).toMatch(/^“Parcels” takes about 3:\d\d at 145 words a minute; the target is 2:00\./);
  });

  test('uses the given rate and target', () => {
    const [story] = readStories(good, 'a.md').stories;
    if (story === undefined) throw new Error('No story.');
    expect(lintStory(story, { wordsPerMinute: 30, targetMs: 60_000 }).map(({ code }) => code)).toContain('over-target');
  });

  test('accepts a variant that fits', () => {
    expect(codesOf(`${long}\n### Shorter\n\n**S:** a\n\n**A:** I b\n\n**R:** 3 c\n`).join()).not.toContain(
      'over-target',
    );
  });
});

test('lopsided: a section far off its share', () => {
  const text = good.replace(
    'The depot had lost parcels for weeks. '.repeat(3),
    'The depot had lost parcels. '.repeat(60),
  );
  const lopsided = found(text).filter(({ code }) => code === 'lopsided');
  expect(lopsided.map(({ line, message }) => [line, message.split(' takes ')[0]])).toEqual([
    [8, 'The situation of “Parcels”'],
    [12, 'The action of “Parcels”'],
  ]);
  expect(lopsided[0]?.message).toMatch(/takes \d+ % of the answer; about \d+ % is recommended\. Shorten it/);
});

describe('duplicate-story', () => {
  const duplicates = (...texts: string[]): string[] =>
    readStoryTexts(texts.map((text, index) => ({ file: `${index}.md`, text })))
      .problems.filter(({ code }) => code === 'duplicate-story')
      .map(({ file, line, severity, message }) => `${file}:${line} ${severity} ${message}`);

  test('the same answer twice, across files', () => {
    expect(duplicates(good, good.replace('## Parcels', '## Boxes'))).toEqual([
      '1.md:1 warning “Boxes” has the same answer as “Parcels” at 0.md:1. Keep one of them.',
    ]);
  });

  test('the same title in the same group', () => {
    expect(duplicates('# G\n## One\n**S:** a\n## One\n**S:** b\n')).toEqual([
      '0.md:4 hint “One” has the same title as “One” at 0.md:2. Rename one of them.',
    ]);
  });

  test('not two answers to one question, nor one title in two groups', () => {
    expect(duplicates('## Why?\n### Example 1\n**S:** a\n### Example 2\n**S:** b\n')).toEqual([]);
    expect(duplicates('# G\n## One\n**S:** a\n# H\n## One\n**S:** b\n')).toEqual([]);
  });
});

describe('a version of a story', () => {
  const text = `${good}\n### Shorter\n\n**S:** It was dark.\n\n**A:** We counted. We sorted. We ran.\n\n**R:**\n`;
  const [story] = readStories(text, 'a.md').stories;
  if (story === undefined) throw new Error('No story.');

  test('has hints of its own', () => {
    expect(lintVariant(story, 0).map(({ code }) => code)).toEqual(['missing-section', 'empty-section', 'we-not-i']);
    expect(lintVariant(story, 0, { wordsPerMinute: 3, targetMs: 60_000 }).map(({ code }) => code)).toContain(
      'over-target',
    );
    expect(lintVariant(story, 1)).toEqual([]);
  });

  test('keeps its hints from the story’s', () => {
    const problems = lintStory(story).filter(({ code }) => code !== 'no-question');
    expect(problems.map(({ code }) => code)).toEqual(['empty-section']);
    expect(ownProblems(story, problems)).toEqual([]);
    expect(ownProblems({ variants: [] }, problems)).toEqual(problems);
  });
});

test('a problem needn’t name the story on its own page', () => {
  const title = 'The oven that nobody cleaned until the inspector visited';
  const name = nameOf(title);
  expect(withoutTitle(`${name} takes about 4:00. Cut it.`, title)).toBe('The story takes about 4:00. Cut it.');
  expect(withoutTitle(`The result of ${name} has no figure.`, title)).toBe('The result has no figure.');
  expect(withoutTitle('Nothing of it here.', title)).toBe('Nothing of it here.');
});
