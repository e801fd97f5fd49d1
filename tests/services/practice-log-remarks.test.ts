import { expect, test } from 'vitest';
import type { PracticeLogState } from '../../src/core/rehearsal/state.ts';
import { logRemarks } from '../../src/services/practice-log-remarks.ts';

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
const none = { unreadable: 0, unknown: 0 };

test('a log that can be read is not remarked on', () => {
  expect(logRemarks(fine, none)).toEqual([]);
});

test('lines that can’t be read are, in the singular and the plural', () => {
  expect(logRemarks({ ...fine, unreadable: 1, problems: [problem] }, none)).toEqual([
    {
      severity: 'error',
      text: "Line 7 of the practice log /l can't be read. It stays in the file and is left out; correct or delete it. The progress view says what is wrong.",
    },
  ]);
  expect(logRemarks({ ...fine, unreadable: 2, problems: [problem, problem] }, none)[0]?.text).toMatch(
    /^2 lines of the practice log \/l can't be read \(the first is line 7\)\. They stay/u,
  );
});

test('so are those of a later program; what was said before isn’t said again', () => {
  expect(logRemarks({ ...fine, unknown: 2 }, none)).toMatchObject([
    { severity: 'info', text: expect.stringMatching(/^2 lines .* are of a later Offbook\. They stay/u) as string },
  ]);
  expect(logRemarks({ ...fine, unknown: 2, unreadable: 1 }, { unknown: 2, unreadable: 1 })).toEqual([]);
});
