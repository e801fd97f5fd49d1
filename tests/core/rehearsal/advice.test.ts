import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shownSections, toSecond } from '../../../src/core/prompter/shown-times.ts';
import { practiseSentences } from '../../../src/core/rehearsal/advice.ts';
import type { RecordSection, RunRecord } from '../../../src/core/rehearsal/record.ts';
import { suggestRating } from '../../../src/core/rehearsal/rating.ts';
import { recordOf } from './records.ts';

const ask = { storyId: 'a', kind: 'question', question: 'When?', group: null, followUp: null } as const;
const sentencesOf = (...runs: RunRecord[]) => practiseSentences(runs.map((run) => ({ ask, run, meant: null })));

/** Three sections planned for 30, 70 and 20 s, spoken in these seconds. */
function inSeconds(situation: number | null, action: number | null, result: number | null): RecordSection[] {
  const spoken = [situation, action, result];
  return recordOf().sections.map((section, index) => {
    const seconds = spoken[index] ?? null;
    return { ...section, spokenMs: seconds === null ? null : seconds * 1000 };
  });
}

function toldIn(sections: RecordSection[], more: Partial<RunRecord> = {}): RunRecord {
  const totalMs = sections.reduce((sum, { spokenMs }) => sum + (spokenMs ?? 0), 0);
  return recordOf({ sections, totalMs, ...more });
}

const missed = (...texts: string[]) => texts.map((text, index) => ({ id: `${index}`, text }));

describe('what to practise', () => {
  test.each<[what: string, run: RunRecord, sentences: string[]]>([
    ['nothing in particular', toldIn(inSeconds(30, 72, 20)), []],
    ['a section that ran over', toldIn(inSeconds(40, 60, 18)), ['The situation ran 10 s over in “The labels”.']],
    ['a section a little over', toldIn(inSeconds(35, 60, 18)), []],
    [
      'an answer over its target, and where',
      toldIn(inSeconds(30, 145, 39)),
      ['“The labels” ran 1:34 over its 2:00. Shorten the action, which ran 1:15 over.'],
    ],
    [
      'an answer over its target, nobody knows where',
      toldIn(inSeconds(null, null, null), { totalMs: 154_000 }),
      ['“The labels” ran 34 s over its 2:00. Shorten it.'],
    ],
    [
      'an answer far under its target, and where',
      toldIn(inSeconds(16, 6, 4)),
      ['“The labels” was 1:34 under its 2:00. Say more in the action, which was 1:04 under.'],
    ],
    [
      'one that was stopped, and where',
      toldIn(inSeconds(30, 15, null), { finished: false }),
      ['You stopped “The labels” in the action, at 0:45 of 2:00. Tell it to the end.'],
    ],
    [
      'what was left out',
      toldIn(inSeconds(30, 70, 20), { missed: missed('Walked the aisles', 'Two sets', 'In 3 days') }),
      ['You left out 3 of 10 points in “The labels”, such as “Walked the aisles”.'],
    ],
    [
      'peeks',
      toldIn(inSeconds(30, 70, 20), { level: 'nothing', peeks: 4 }),
      ['You peeked 4 times in “The labels”. Rehearse it with more of the text in view.'],
    ],
    [
      'only the worst thing about an answer',
      toldIn(inSeconds(40, 70, 20), { level: 'nothing', peeks: 6, missed: missed('a', 'b', 'c') }),
      ['You peeked 6 times in “The labels”. Rehearse it with more of the text in view.'],
    ],
    [
      'a section by its own label',
      toldIn(inSeconds(30, 70, 20).map((each) => ({ ...each, kind: 'other', label: 'Move', spokenMs: 40_000 }))),
      ['The “Move” ran 20 s over in “The labels”.'],
    ],
  ])('%s', (_, run, sentences) => {
    expect(sentencesOf(run)).toEqual(sentences);
  });

  test('a habit in several answers comes first, and isn’t repeated for each', () => {
    const runs = [inSeconds(40, 60, 18), inSeconds(50, 60, 18), inSeconds(30, 60, 18)].map((each) => toldIn(each));
    expect(sentencesOf(...runs)).toEqual(['The situation ran over in 2 of 3 answers, by 15 s on average.']);
    expect(sentencesOf(...runs.slice(0, 2))).toEqual([
      'The situation ran over in each of the 2 answers, by 15 s on average.',
    ]);
  });

  test('at most three sentences, the worst first, one for each answer', () => {
    const runs = [
      toldIn(inSeconds(28, 90, 18), { title: 'One' }),
      toldIn(inSeconds(30, 15, null), { title: 'Two', finished: false }),
      toldIn(inSeconds(30, 70, 20), { title: 'Three', level: 'nothing', peeks: 3 }),
      toldIn(inSeconds(16, 6, 4), { title: 'Four' }),
      toldIn(inSeconds(30, 70, 20), { title: 'Five' }),
    ];
    expect(sentencesOf(...runs).map((sentence) => /“(\w+)”/.exec(sentence)?.[1])).toEqual(['Four', 'Two', 'Three']);
  });

  test('nothing was answered: nothing to say', () => {
    expect(practiseSentences([{ ask, run: null, meant: null }])).toEqual([]);
  });
});

const sections = fc.tuple(
  fc.integer({ min: 0, max: 200 }),
  fc.integer({ min: 0, max: 200 }),
  fc.integer({ min: 0, max: 200 }),
);
const anyRun = fc
  .record({
    seconds: sections,
    finished: fc.boolean(),
    peeks: fc.nat(9),
    left: fc.nat(9),
    title: fc.constantFrom('One', 'Two', 'Three', 'Four'),
  })
  .map(({ seconds: [situation, action, result], left, ...more }) =>
    toldIn(inSeconds(situation, action, result), {
      ...more,
      level: 'initials',
      missed: Array.from({ length: left }, (_, index) => ({ id: `${index}`, text: 'x' })),
    }),
  );

/** What a figure in a sentence claims, in milliseconds. */
function lengthOf(words: string): number {
  const [minutes, seconds] = words.includes(':') ? words.split(':') : ['0', words.replace(' s', '')];
  return (Number(minutes) * 60 + Number(seconds)) * 1000;
}

test('every figure in a sentence is that of the run it names', () => {
  fc.assert(
    fc.property(fc.uniqueArray(anyRun, { minLength: 1, maxLength: 4, selector: ({ title }) => title }), (runs) => {
      const said = sentencesOf(...runs);
      expect(said.length).toBeLessThanOrEqual(3);
      for (const sentence of said) {
        const run = runs.find(({ title }) => sentence.includes(`“${title}”`));
        if (run === undefined) {
          expect(sentence).toMatch(/^The \w+ ran over in (?:each of the )?\d/);
          continue;
        }
        const off = /(\d+ s|\d+:\d\d) (over|under) its/.exec(sentence);
        if (off !== null) {
          const offMs = toSecond(run.totalMs) - toSecond(run.targetMs);
          expect([lengthOf(off[1] ?? ''), off[2]]).toEqual([Math.abs(offMs), offMs > 0 ? 'over' : 'under']);
        }
        const bySection =
          /(?:The|in the|the) (situation|action|result)(?:, which)? (?:ran|was) (\d+ s|\d+:\d\d) (over|under)/.exec(
            sentence,
          );
        if (bySection !== null) {
          const section = shownSections(run.sections).find(({ kind }) => kind === bySection[1]);
          const offMs = (section?.spokenMs ?? 0) - (section?.plannedMs ?? 0);
          expect([lengthOf(bySection[2] ?? ''), bySection[3]]).toEqual([Math.abs(offMs), offMs > 0 ? 'over' : 'under']);
        }
        const peeks = /peeked (\w+)/.exec(sentence)?.[1];
        if (peeks !== undefined) expect(peeks === 'once' ? 1 : Number(peeks)).toBe(run.peeks);
        const left = /left out (\d+) of (\d+)/.exec(sentence);
        if (left !== null) expect([Number(left[1]), Number(left[2])]).toEqual([run.missed.length, run.items]);
        // Nobody hears what is good enough, unless a single section ran over.
        if (!sentence.startsWith('The ')) expect(suggestRating(run).rating).toMatch(/again|hard/);
      }
    }),
  );
});
