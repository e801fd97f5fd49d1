import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvHead, csvRow } from '../../../src/core/rehearsal/runs-csv.ts';
import type { RunRecord } from '../../../src/core/rehearsal/record.ts';
import { recordOf } from './records.ts';

/** Reads CSV as RFC 4180 says. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const match of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/gu)) {
    if (match.index === text.length) break;
    rows.at(-1)!.push(match[1]?.replaceAll('""', '"') ?? match[2]!);
    if (match[3] === '\r\n') rows.push([]);
  }
  return rows.filter((row) => row.length > 0);
}

function cells(record: RunRecord): Record<string, string> {
  const [heads, row, ...more] = readCsv(csvHead + csvRow(record));
  expect(more).toEqual([]);
  expect(row).toHaveLength(heads!.length);
  return Object.fromEntries(heads!.map((head, index) => [head, row![index]!]));
}

test('a run is a row under the heads', () => {
  const missed = [
    { id: 'a', text: 'Two, “sets”' },
    { id: 'b', text: 'Said "no"' },
  ];
  expect(cells(recordOf({ missed, group: null, rating: null }))).toMatchObject({
    at: '2026-11-20T18:30:00.000+01:00',
    group: '',
    title: 'The labels',
    total_ms: '118000',
    finished: 'true',
    missed: '2',
    missed_items: 'Two, “sets”; Said "no"',
    rating: '',
    situation_planned_ms: '30000',
    situation_spoken_ms: '28000',
    task_planned_ms: '',
    task_spoken_ms: '',
    result_spoken_ms: '18000',
  });
});

test('sections of one kind are added up, unless one isn’t known', () => {
  const action = (spokenMs: number | null) => ({ kind: 'action', label: 'A', plannedMs: 10_000, spokenMs }) as const;
  expect(cells(recordOf({ sections: [action(9000), action(11_500)] }))).toMatchObject({
    action_planned_ms: '20000',
    action_spoken_ms: '20500',
  });
  expect(cells(recordOf({ sections: [action(9000), action(null)] }))).toMatchObject({
    action_planned_ms: '20000',
    action_spoken_ms: '',
  });
});

test('what was heard is added up over the sections that it is known of', () => {
  const section = (syllables: number, longestPauseMs: number) => ({
    speechMs: 20_000,
    syllables,
    pauses: [4, 2, 1] as [number, number, number],
    longestPauseMs,
  });
  const sections = [section(70, 1800), null, section(50, 3100)];
  expect(cells(recordOf({ heard: { firstWordMs: 900, sections, told: null, recording: null } }))).toMatchObject({
    first_word_ms: '900',
    speech_ms: '40000',
    syllables: '120',
    syllables_per_minute: '180',
    pauses_short: '8',
    pauses_middle: '4',
    pauses_long: '2',
    longest_pause_ms: '3100',
  });
});

test('of a run that nobody listened to, nothing is known', () => {
  const heads = ['first_word_ms', 'speech_ms', 'syllables', 'syllables_per_minute', 'pauses_short', 'longest_pause_ms'];
  const unmarked = { firstWordMs: null, sections: [null, null, null], told: null, recording: null };
  for (const heard of [undefined, unmarked]) {
    const row = cells(recordOf({ heard }));
    expect(heads.map((head) => row[head])).toEqual(heads.map(() => ''));
  }
});

test.each(['=1+2', '+49 151', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1'])(
  '%j isn’t a formula any more',
  (title) => {
    expect(cells(recordOf({ title }))['title']).toBe(`'${title}`);
  },
);

test('any text survives, and no cell begins a formula', { timeout: 30_000 }, () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), (title, question) => {
      const row = cells(recordOf({ title, question }));
      expect([title, `'${title}`]).toContain(row['title']);
      expect([question, `'${question}`]).toContain(row['question']);
      for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+\-@\t\r\n]/u);
    }),
  );
});
