import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mockSheet } from '../../../src/core/rehearsal/mock-sheet.ts';
import { drawMock } from '../../../src/core/rehearsal/mock.ts';
import { recordOf } from './records.ts';
import { alternateOf, seeded, storyOf } from './stories.ts';

const groups = ['Ownership', 'Dive Deep', 'Earn Trust', 'Think Big'];
const library = fc
  .array(
    fc.record({
      group: fc.option(fc.constantFrom(...groups)),
      asked: fc.boolean(),
      alternates: fc.array(fc.constantFrom(...groups), { maxLength: 3 }),
    }),
    { maxLength: 12 },
  )
  .map((specs) =>
    specs.map(({ group, asked, alternates }, index) =>
      storyOf(`story-${index}`, {
        group,
        question: asked ? `Question ${index}?` : null,
        alternates: alternates.map((other, place) => alternateOf(other, `Other ${index}.${place}?`, ['And then?'])),
      }),
    ),
  );

describe('a mock interview', () => {
  test(
    'asks as many stories as wanted and there are, none twice, one by an alternate where there is one',
    { timeout: 30_000 },
    () => {
      fc.assert(
        fc.property(library, fc.integer({ min: 0, max: 12 }), fc.nat(), (stories, count, seed) => {
          const asks = drawMock(stories, count, seeded(seed));
          expect(asks).toHaveLength(Math.min(count, stories.length));
          expect(new Set(asks.map(({ storyId }) => storyId)).size).toBe(asks.length);
          const hasAlternates = stories.some(({ alternates }) => alternates.length > 0);
          if (hasAlternates && asks.length > 0) expect(asks.some(({ kind }) => kind === 'alternate')).toBe(true);
          for (const ask of asks) {
            const story = stories.find(({ id }) => id === ask.storyId)!;
            const texts = [story.question, story.title, ...story.alternates.map(({ question }) => question)];
            expect(texts).toContain(ask.question);
            if (ask.kind === 'alternate') expect(ask.followUp).toBe('And then?');
          }
        }),
      );
    },
  );

  test('what has no question is asked for only when the others don’t suffice', { timeout: 30_000 }, () => {
    fc.assert(
      fc.property(library, fc.integer({ min: 1, max: 12 }), fc.nat(), (stories, count, seed) => {
        const asks = drawMock(stories, count, seeded(seed));
        const withQuestion = stories.filter(({ question, alternates }) => question !== null || alternates.length > 0);
        const byTitle = asks.filter(({ kind }) => kind === 'title').length;
        expect(byTitle).toBe(Math.max(0, asks.length - withQuestion.length));
        // Openers come first.
        expect(asks.slice(0, byTitle).every(({ kind }) => kind === 'title')).toBe(true);
      }),
    );
  });

  test('four questions over four competencies ask each once', () => {
    const stories = groups.flatMap((group) => [1, 2, 3].map((n) => storyOf(`${group}-${n}`, { group })));
    for (let seed = 0; seed < 40; seed += 1) {
      const asks = drawMock(stories, 4, seeded(seed * 104_729));
      expect(new Set(asks.map(({ group }) => group))).toEqual(new Set(groups));
    }
  });

  test('every story, every question and every order comes up; the same chance gives the same interview', () => {
    const stories = [
      storyOf('a', { alternates: [alternateOf('Dive Deep', 'Other a?'), alternateOf('Dive Deep', 'Another a?')] }),
      storyOf('b', { alternates: [alternateOf('Ownership', 'Other b?')] }),
      storyOf('c'),
      storyOf('d', { group: 'Dive Deep' }),
    ];
    const seen = new Set<string>();
    const first = new Set<string>();
    for (let seed = 0; seed < 200; seed += 1) {
      const asks = drawMock(stories, 3, seeded(seed * 7919));
      expect(drawMock(stories, 3, seeded(seed * 7919))).toEqual(asks);
      for (const { question } of asks) seen.add(question);
      first.add(asks[0]!.kind);
    }
    const own = stories.map(({ question }) => question);
    expect(seen).toEqual(new Set([...own, 'Other a?', 'Another a?', 'Other b?']));
    expect(first).toEqual(new Set(['question', 'alternate']));
  });

  test('no stories, or none wanted: no questions', () => {
    expect(drawMock([], 5, seeded(1))).toEqual([]);
    expect(drawMock([storyOf('a')], 0, seeded(1))).toEqual([]);
  });
});

test('the sheet says what was told, for how long, and what was not asked about', () => {
  const stories = [
    storyOf('a'),
    storyOf('b', { group: 'Dive Deep', alternates: [alternateOf('Think Big', 'Bigger?')] }),
    storyOf('pitch', { group: 'Basics', question: null }),
  ];
  const asks = [
    { storyId: 'a', kind: 'question', question: 'When did you a?', group: 'Ownership', followUp: null },
    { storyId: 'b', kind: 'alternate', question: 'Bigger?', group: 'Think Big', followUp: null },
  ] as const;
  const run = recordOf({ story: 'a', totalMs: 130_000 });
  expect(mockSheet(asks, [run, null], stories)).toEqual({
    answers: [
      { ask: asks[0], run },
      { ask: asks[1], run: null },
    ],
    totalMs: 130_000,
    over: 1,
    // Nothing was answered from there on.
    notAsked: ['Dive Deep', 'Think Big'],
  });
});
