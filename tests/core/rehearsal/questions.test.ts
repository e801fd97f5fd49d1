import * as fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import {
  draw,
  shuffled,
  questionsOf,
  chooseAsks,
  defaultSetup,
  rehearsalSetup,
  drawMock,
} from '../../../src/core/rehearsal/questions.ts';
import { alternateOf, answerOf, seeded, storyOf } from './stories.ts';
import type { DueStory } from '../../../src/core/rehearsal/due.ts';
import { followUps } from '../../follow-ups.ts';

const stories = [
  storyOf('pitch', { group: 'Basics', question: null, title: 'About me' }),
  storyOf('labels', { alternates: [alternateOf('Bias for Action', 'When were you quick?', ['How quick?'])] }),
  storyOf('freeze', { followUps: followUps('Why then?', 'Who objected?') }),
];
const random = () => 0;
const all = { ...defaultSetup, stories: { which: 'all' }, order: 'listed' } as const;
const pace = { ownTargetMs: 120_000, storyTargets: {}, storyVariants: {}, wordsPerMinute: 145 };
/** The stories that are due, the most pressing first. */
const dueIn = (...ids: string[]): DueStory[] =>
  ids.map((storyId) => ({
    storyId,
    dueDay: '2026-11-22',
    inDays: 0,
    why: 'rested',
    recall: 0.8,
    interviewInDays: null,
    isReady: false,
  }));
/** What `chooseAsks` goes by, with these stories due. */
const given = (ids: readonly string[] = [], by: () => number = random) => ({
  schedule: { due: dueIn(...ids), isIn: () => true },
  pace,
  random: by,
});
const byNumber = (one: number, other: number) => one - other;
const idsOf = (asks: { storyId: string }[]) => asks.map(({ storyId }) => storyId);

describe('questions of a story', () => {
  test('its own first, then those it also works for; without any, its title', () => {
    expect(questionsOf(stories[1]!).map(({ kind, text, group }) => [kind, text, group])).toEqual([
      ['question', 'When did you labels?', 'Ownership'],
      ['alternate', 'When were you quick?', 'Bias for Action'],
    ]);
    expect(questionsOf(stories[0]!)).toEqual([
      { kind: 'title', text: 'Tell me about yourself.', group: 'Basics', followUps: [] },
    ]);
  });

  test('an alternate without a question asks nothing; without a group, its story’s', () => {
    const story = storyOf('x', { question: null, alternates: [alternateOf('A', null), alternateOf(null, 'Why?')] });
    expect(questionsOf(story)).toEqual([{ kind: 'alternate', text: 'Why?', group: 'Ownership', followUps: [] }]);
  });
});

describe('which stories', () => {
  test('one, a group, those without a group, all', () => {
    const loose = storyOf('loose', { group: null });
    const choose = (which: Parameters<typeof chooseAsks>[1]['stories']) =>
      idsOf(chooseAsks([...stories, loose], { ...all, stories: which }, given()));
    expect(choose({ which: 'one', id: 'freeze' })).toEqual(['freeze']);
    expect(choose({ which: 'one', id: 'gone' })).toEqual([]);
    expect(choose({ which: 'group', group: 'Ownership' })).toEqual(['labels', 'freeze']);
    expect(choose({ which: 'group', group: null })).toEqual(['loose']);
    expect(choose({ which: 'some', ids: ['loose', 'gone', 'pitch'] })).toEqual(['pitch', 'loose']);
    expect(choose({ which: 'all' })).toEqual(['pitch', 'labels', 'freeze', 'loose']);
  });

  test('due today, the most pressing first; one that was deleted since is passed over', () => {
    const setup = { ...all, stories: { which: 'due' } } as const;
    const due = given(['freeze', 'gone', 'pitch']);
    expect(idsOf(chooseAsks(stories, { ...setup, order: 'weakest' }, due))).toEqual(['freeze', 'pitch']);
    expect(idsOf(chooseAsks(stories, setup, due))).toEqual(['pitch', 'freeze']);
  });

  test('with nothing due, one more round', () => {
    const setup = { ...all, stories: { which: 'due' }, order: 'weakest' } as const;
    const due = dueIn('freeze', 'labels', 'pitch').map((story, index) => ({ ...story, inDays: 9 - index, recall: 1 }));
    const schedule = { due, isIn: () => true };
    expect(idsOf(chooseAsks(stories, setup, { ...given(), schedule }))).toEqual(['pitch', 'labels', 'freeze']);
  });

  test('only those of the interview that the program is narrowed to, unless they are named', () => {
    const schedule = {
      due: dueIn('pitch', 'freeze'),
      isIn: ({ group }: { group: string | null }) => group === 'Basics',
    };
    const choose = (which: Parameters<typeof chooseAsks>[1]['stories']) =>
      idsOf(chooseAsks(stories, { ...all, stories: which }, { ...given(), schedule }));
    expect(choose({ which: 'due' })).toEqual(['pitch']);
    expect(choose({ which: 'all' })).toEqual(['pitch']);
    expect(choose({ which: 'one', id: 'freeze' })).toEqual(['freeze']);
    expect(choose({ which: 'group', group: 'Ownership' })).toEqual(['labels', 'freeze']);
  });

  test('as many as fit, by the times that the person gave to single stories', () => {
    const setup = { ...all, budgetMs: 8 * 60_000, thinkMs: 0 };
    const chosen = (storyTargets: Record<string, number>) =>
      idsOf(chooseAsks(stories, setup, { ...given(), pace: { ...pace, storyTargets } }));
    expect(chosen({})).toHaveLength(3);
    expect(chosen({ [stories[1]!.id]: 10 * 60_000 })).toEqual([stories[0]!.id, stories[2]!.id]);
  });

  test('as many as fit, by the versions that the person chose', () => {
    const setup = { ...all, budgetMs: 5 * 60_000, thinkMs: 0 };
    const brief = { title: 'Brief', short: true, line: 9, outline: [], answer: stories[0]!.answer };
    const long = storyOf('long', { answer: [answerOf('action', 'word '.repeat(1000))], variants: [brief] });
    const chosen = (storyVariants: Record<string, string>) =>
      idsOf(chooseAsks([long, ...stories], setup, { ...given(), pace: { ...pace, storyVariants } }));
    expect(chosen({})).toEqual(['long']);
    expect(chosen({ long: 'Brief' })).toEqual(['long', 'pitch']);
  });

  test('never a planned one, however it is chosen', () => {
    const planned = storyOf('planned', { planned: true });
    const choices = [{ which: 'one', id: 'planned' }, { which: 'all' }, { which: 'due' }] as const;
    for (const chosen of choices) {
      const asks = chooseAsks([planned, ...stories], { ...all, stories: chosen }, given(['planned']));
      expect(idsOf(asks)).not.toContain('planned');
    }
    expect(chooseAsks([planned], { ...all, stories: { which: 'group', group: planned.group } }, given())).toEqual([]);
    expect(drawMock([planned, ...stories], 9, random)).toHaveLength(stories.length);
  });
});

describe('which questions', () => {
  test('the story’s own unless alternates are wanted', () => {
    const kinds = (alternates: boolean) =>
      chooseAsks(
        stories,
        { ...all, alternates },
        given([], () => 0.99),
      ).map(({ kind }) => kind);
    expect(kinds(false)).toEqual(['title', 'question', 'question']);
    expect(kinds(true)).toEqual(['title', 'alternate', 'question']);
  });

  test('a follow-up of the question that is asked, where it has any', () => {
    const asks = chooseAsks(
      stories,
      { ...all, alternates: true, followUps: true },
      given([], () => 0.99),
    );
    expect(asks.map(({ followUp }) => followUp)).toEqual([null, 'How quick?', 'Who objected?']);
    expect(chooseAsks(stories, all, given()).every(({ followUp }) => followUp === null)).toBe(true);
  });

  test('drawn: every story once, in an order that chance decides', () => {
    const orders = new Set<string>();
    for (let seed = 0; seed < 60; seed += 1) {
      const ids = idsOf(chooseAsks(stories, { ...all, order: 'drawn' }, given([], seeded(seed * 7919))));
      expect(ids.toSorted()).toEqual(['freeze', 'labels', 'pitch']);
      orders.add(ids.join());
    }
    expect(orders.size).toBe(6);
  });
});

describe('drawing', () => {
  test('a random number out of bounds, or none at all, still draws something', () => {
    for (const odd of [1, 1.5, -1, Number.NaN, Infinity]) {
      expect(['a', 'b', 'c']).toContain(draw(['a', 'b', 'c'], () => odd));
      expect(shuffled([1, 2, 3], () => odd).toSorted(byNumber)).toEqual([1, 2, 3]);
    }
    expect(draw([], random)).toBeUndefined();
    expect(shuffled([], random)).toEqual([]);
  });

  test('shuffling keeps the items and the given list', { timeout: 30_000 }, () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.nat(), (items, seed) => {
        const before = [...items];
        expect(shuffled(items, seeded(seed)).toSorted(byNumber)).toEqual(before.toSorted(byNumber));
        expect(items).toEqual(before);
      }),
    );
  });
});

test('a setup from outside is checked', () => {
  expect(v.parse(rehearsalSetup, defaultSetup)).toEqual(defaultSetup);
  for (const bad of [
    { budgetMs: 0 },
    { budgetMs: 60_000.5 },
    { count: 1 },
    { thinkMs: -1 },
    { level: 'some' },
    { stories: { which: 'one' } },
    { more: 1 },
  ]) {
    expect(v.safeParse(rehearsalSetup, { ...defaultSetup, ...bad }).success).toBe(false);
  }
});

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
            const texts = [
              story.question,
              `Talk about: ${story.title}`,
              ...story.alternates.map(({ question }) => question),
            ];
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
