import { expect, test } from 'vitest';
import type { PracticeLogState } from '../../../src/core/rehearsal/state.ts';
import { logMessages, setUpLogMessages, shrunkMessage } from '../../../src/services/practice/log-messages.ts';

const problem = { file: '/l', line: 7, severity: 'warning', code: 'log-line', message: 'no' } as const;
const fine: PracticeLogState = {
  file: '/l',
  runs: 3,
  pending: 0,
  why: null,
  problems: [],
  unreadable: 0,
  unknown: 0,
};
const texts = (state: PracticeLogState, future = 0) =>
  logMessages(state, future).flatMap(({ severity, text }) => (text === null ? [] : [`${severity}: ${text}`]));

test('a log that can be read is not remarked on', () => {
  expect(texts(fine)).toEqual([]);
});

test('lines that can’t be read make a message, in the singular and the plural', () => {
  expect(texts({ ...fine, unreadable: 1, problems: [problem] })).toEqual([
    'error: Line 7 of the practice log /l can’t be read. It stays in the file but doesn’t count; correct or delete it. The progress view shows what’s wrong.',
  ]);
  expect(texts({ ...fine, unreadable: 2, problems: [problem, problem] })[0]).toMatch(
    /^error: 2 lines of the practice log \/l can’t be read \(the first is line 7\)\. They stay/u,
  );
});

test('so do those of a newer program, and runs dated in the future', () => {
  expect(texts({ ...fine, unknown: 2 })).toEqual([
    expect.stringMatching(/^info: 2 lines .* were written by a newer version of Offbook\. They/u),
  ]);
  expect(texts(fine, 2)).toEqual([
    'error: 2 runs are dated in the future, maybe because the computer’s clock was ahead, so they don’t affect what is due. Correct their dates in the practice log /l.',
  ]);
  expect(texts(fine, 1)[0]).toContain('so it doesn’t affect what is due. Correct its date in');
});

test('each appears when it changes, and goes when it no longer applies', () => {
  const said: string[] = [];
  const remark = setUpLogMessages({
    tell: (_, text, trouble) => said.push(`${trouble}: ${text.slice(0, 7)}`),
    over: (trouble) => said.push(`${trouble} is over`),
  });
  const bad = { ...fine, unreadable: 1, problems: [problem] };
  for (const state of [fine, bad, { ...bad, runs: 4 }, { ...bad, unreadable: 3 }, fine]) remark(logMessages(state, 0));
  expect(said).toEqual([
    'log-unreadable-lines: Line 7 ',
    'log-unreadable-lines: 3 lines',
    'log-unreadable-lines is over',
  ]);
});

test('runs that disappeared are counted', () => {
  expect(shrunkMessage('/l', 0, 1)).toBe(
    '1 run disappeared from the practice log /l, which holds 0 now. If you didn’t remove it, restore the file from a copy.',
  );
});
