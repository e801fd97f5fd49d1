import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  formatRecord,
  parseRecord,
  recordOf as recordOfRun,
  replacementOf,
} from '../../../src/core/rehearsal/record.ts';
import { isWorthLogging } from '../../../src/core/rehearsal/run-times.ts';
import { joinOf, recordOf } from './records.ts';
import type { Heard } from '../../../src/core/voice/heard.ts';
import { runOf, startMs } from './runs.ts';
import { alternateOf, answerOf, outlineOf, storyOf } from './stories.ts';

const line = (changes: object) => JSON.stringify({ ...recordOf(), ...changes });

describe('a line', () => {
  test('is read as it was written', () => {
    const record = recordOf({ missed: [{ id: 'a', text: 'für „alle“\n2028: \u2028' }], rating: null, variant: 'Kurz' });
    expect(formatRecord(record)).not.toContain('\n');
    expect(parseRecord(formatRecord(record))).toEqual({ kind: 'run', run: record });
    expect(parseRecord(formatRecord(joinOf('a', null)))).toEqual({ kind: 'join', join: joinOf('a', null) });
  });

  test('of a later program is none of ours, and is known as such', () => {
    expect(parseRecord('{"v":2,"what":"ever"}')).toEqual({ kind: 'unknown', what: 'version 2' });
    expect(parseRecord('{"v":1,"type":"goal","at":"x"}')).toEqual({ kind: 'unknown', what: 'type "goal"' });
  });

  test('may hold more than this version knows', () => {
    expect(parseRecord(line({ mood: 'fine' }))).toMatchObject({ kind: 'run', run: { title: 'The labels' } });
  });

  test.each([
    ['', 'it is cut off or not a JSON object'],
    ['null', 'it is cut off or not a JSON object'],
    ['[1]', 'it is cut off or not a JSON object'],
    ['"v1"', 'it is cut off or not a JSON object'],
    ['\0\0\0', 'it is cut off or not a JSON object'],
    ['{}', 'its "v" must be 1'],
    ['{"v":"1"}', 'its "v" must be 1'],
    ['{"v":0,"type":"run"}', 'its "v" must be 1'],
    ['{"v":1}', 'its "type" must be "run" or "join"'],
    ['{"v":1,"type":"run"}', 'its "at" is missing'],
    [line({ at: '2026-11-20 18:30' }), 'its "at" must be a date with offset such as 2026-11-22T20:15:07.250+01:00'],
    [line({ totalMs: -1 }), 'its "totalMs" must be whole milliseconds, 0 or more'],
    [line({ totalMs: 1.5 }), 'its "totalMs" must be whole milliseconds, 0 or more'],
    [line({ totalMs: '118000' }), 'its "totalMs" must be whole milliseconds, 0 or more'],
    [line({ targetMs: 0 }), 'its "targetMs" must be whole milliseconds, above 0'],
    [line({ title: null }), 'its "title" must be text'],
    [line({ group: 3 }), 'its "group" must be text or null'],
    [line({ parts: 'x' }), 'its "parts" must be a list of texts'],
    [line({ level: 'some' }), 'its "level" must be one of full, outline, first-words, initials, nothing'],
    [line({ rating: 'great' }), 'its "rating" must be null or one of again, hard, good, easy'],
    [line({ finished: 1 }), 'its "finished" must be true or false'],
    [line({ sections: {} }), 'its "sections" must be a list of kind, label, plannedMs and spokenMs'],
    [
      line({ sections: [{ kind: 'action', label: 'A', plannedMs: 1, spokenMs: -4 }] }),
      'its "sections" must be a list of kind, label, plannedMs and spokenMs',
    ],
    [line({ missed: [{ id: 1, text: 'a' }] }), 'its "missed" must be a list of id and text'],
    [line({ levelChanges: [{ atMs: 1, level: 'x' }] }), 'its "levelChanges" must be a list of atMs and level'],
    ['{"v":1,"type":"join","at":"2026-11-20T18:30:00Z","from":"a"}', 'its "to" is missing'],
  ])('%s is refused with what is wrong', (bad, why) => {
    expect(parseRecord(bad)).toEqual({ kind: 'unreadable', why });
  });

  test('cut at any place it is torn, never another run', () => {
    const whole = formatRecord(recordOf({ missed: [{ id: 'ä', text: '漢字' }] }));
    for (let end = 0; end < whole.length; end += 1)
      expect(parseRecord(whole.slice(0, end))).toMatchObject({ kind: 'unreadable' });
  });

  test('any text at all, and any JSON, is read without an error', { timeout: 30_000 }, () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void parseRecord(text)));
    fc.assert(fc.property(fc.json(), (text) => void parseRecord(text)));
    const keys = Object.keys(recordOf());
    fc.assert(
      fc.property(fc.constantFrom(...keys), fc.jsonValue(), (key, value) => {
        const read = parseRecord(line({ [key]: value }));
        if (read.kind === 'run') expect(formatRecord(read.run)).toBe(line({ [key]: value }));
      }),
    );
  });
});

describe('the record of a run', () => {
  const story = storyOf('labels', { group: null });
  const ask = { storyId: 'labels', kind: 'question', question: 'When?', group: null, followUp: null } as const;
  const at = '2026-11-22T20:15:07.250+01:00';

  test('holds what was done, and can be read again', () => {
    const { run, nowMs } = runOf([
      [26_000, 'nextSection'],
      [500, 'peekDown'],
      [100, 'peekUp'],
      [70_400, 'nextSection'],
      [13_000, 'nextSection'],
      [5000, { type: 'setMissed', itemId: 'action-1', missed: true }],
      [5000, { type: 'setMissed', itemId: 'gone', missed: true }],
      [5000, { type: 'rate', rating: 'easy' }],
    ]);
    const record = recordOfRun(run, { story, variant: null, ask, followUpMs: null, at }, nowMs);
    expect(record).toMatchObject({
      at,
      story: 'labels',
      group: null,
      title: 'The labels',
      variant: null,
      question: 'When?',
      questionKind: 'question',
      level: 'initials',
      levelChanges: [],
      words: 34,
      items: 6,
      targetMs: 120_000,
      totalMs: 110_000,
      finished: true,
      peeks: 1,
      missed: [{ id: 'action-1', text: 'Printed two sets' }],
      rating: 'easy',
      suggested: 'good',
    });
    expect(record.sections.map(({ kind, plannedMs, spokenMs }) => [kind, plannedMs, spokenMs])).toEqual([
      ['situation', 30_000, 26_000],
      ['action', 70_000, 71_000],
      ['result', 20_000, 13_000],
    ]);
    expect(parseRecord(formatRecord(record))).toEqual({ kind: 'run', run: record });
  });

  test('of a story told for another question has the rows and words of that', () => {
    const notes = [answerOf('action', 'I called 12 neighbours.')];
    const told = { ...story, alternates: [{ ...alternateOf(null, 'Who helped?'), notes }] };
    const { run, nowMs } = runOf([[1000, 'finish']]);
    const recorded = (kind: 'question' | 'alternate', question: string) =>
      recordOfRun(run, { story: told, variant: null, ask: { ...ask, kind, question }, followUpMs: null, at }, nowMs);
    expect(recorded('alternate', 'Who helped?')).toMatchObject({ items: 4, words: 24 });
    expect(recorded('alternate', 'Gone?')).toMatchObject({ items: 6, words: 34 });
    expect(recorded('question', 'Who helped?')).toMatchObject({ items: 6, words: 34 });
  });

  test('has the time of its follow-up; a line without it, from an older program, is read as it is', () => {
    const { run, nowMs } = runOf([[1000, 'finish']]);
    const record = recordOfRun(run, { story, variant: null, ask, followUpMs: 23_400, at }, nowMs);
    expect(record.followUpMs).toBe(23_400);
    expect(parseRecord(formatRecord(record))).toEqual({ kind: 'run', run: record });
    const { followUpMs: _, ...older } = record;
    expect(parseRecord(JSON.stringify(older))).toEqual({ kind: 'run', run: older });
    expect(parseRecord(JSON.stringify({ ...record, followUpMs: -1 }))).toEqual({
      kind: 'unreadable',
      why: 'its "followUpMs" must be whole milliseconds, 0 or more, or null',
    });
  });

  test('has what was heard of it, by section; a wrong summary makes the line unreadable', () => {
    const heard: Heard = {
      untilMs: 2000,
      speech: [
        [300, 900],
        [1600, 2000],
      ],
      syllablesMs: [400],
      told: [{ id: 'a', atMs: 300, words: ['x'] }],
      recording: null,
    };
    const { run, nowMs } = runOf([
      [2000, 'finish'],
      [100, { type: 'heard', askedAtMs: startMs, heard }],
    ]);
    const record = recordOfRun(run, { story, variant: null, ask, followUpMs: null, at }, nowMs);
    // Nobody marked a section, so nobody knows where one ends.
    expect(record.heard).toEqual({ firstWordMs: 300, sections: [null, null, null], told: ['a'], recording: null });
    expect(parseRecord(formatRecord(record))).toEqual({ kind: 'run', run: record });
    const more = { ...record, heard: { ...record.heard, mood: 'calm' } };
    expect(parseRecord(JSON.stringify(more))).toEqual({ kind: 'run', run: more });
    for (const wrong of [null, 'much', {}, { ...record.heard, recording: { id: '../a' } }]) {
      expect(parseRecord(JSON.stringify({ ...record, heard: wrong }))).toEqual({
        kind: 'unreadable',
        why: 'its "heard" must be what was heard of the run',
      });
    }
  });

  test('can replace an earlier line about the same run, if anything changed', () => {
    const { run, nowMs } = runOf([[1000, 'finish']]);
    const record = recordOfRun(run, { story, variant: null, ask, followUpMs: null, at }, nowMs);
    expect(replacementOf(record, record)).toBeNull();
    const again = replacementOf(record, { ...record, rating: 'hard' });
    expect(again).toEqual({ ...record, rating: 'hard', replaces: record.at });
    expect(again && replacementOf(again, { ...record, rating: 'hard' })).toBeNull();
    expect(parseRecord(JSON.stringify(again))).toEqual({ kind: 'run', run: again });
    expect(parseRecord(JSON.stringify({ ...record, replaces: 'yesterday' }))).toEqual({
      kind: 'unreadable',
      why: 'its "replaces" must be a date with offset such as 2026-11-22T20:15:07.250+01:00',
    });
  });

  test('of a variant is about the variant’s text', () => {
    const variant = {
      title: 'Shorter',
      short: true,
      line: 5,
      outline: [outlineOf('action', 'Just labels')],
      answer: [],
    };
    const { run, nowMs } = runOf([[1000, 'finish']]);
    const context = { story: storyOf('labels', { variants: [variant] }), variant: 0, ask, followUpMs: null, at };
    expect(recordOfRun(run, context, nowMs)).toMatchObject({ variant: 'Shorter', items: 1, words: 0 });
  });

  test('stopped early keeps what was done, also when the program ends before the run', () => {
    const { run, nowMs } = runOf([[26_000, 'nextSection']]);
    expect(recordOfRun(run, { story, variant: null, ask, followUpMs: null, at }, nowMs + 4000)).toMatchObject({
      totalMs: 30_000,
      finished: false,
      rating: null,
      suggested: 'again',
      sections: [{ spokenMs: 26_000 }, { spokenMs: 4000 }, { spokenMs: null }],
    });
  });
});

describe('a run is worth logging', () => {
  test('from a second of speaking on', () => {
    const { run, nowMs } = runOf([[500, 'nextSection']]);
    expect(isWorthLogging(run, nowMs + 498)).toBe(false);
    expect(isWorthLogging(run, nowMs + 500)).toBe(true);
  });

  test('never while the person only thought', () => {
    const { run, nowMs } = runOf([[2000, 'end']], 10_000);
    expect(isWorthLogging(run, nowMs)).toBe(false);
    expect(isWorthLogging(runOf([], 10_000).run, nowMs)).toBe(false);
  });
});
