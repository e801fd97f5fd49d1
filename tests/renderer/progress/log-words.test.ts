import { expect, test } from 'vitest';
import type { PracticeLogState } from '../../../src/core/rehearsal/state.ts';
import { logRemarks } from '../../../src/renderer/progress/log-words.ts';

const log: PracticeLogState = {
  file: '/home/baker/practice-log.jsonl',
  runs: 4,
  pending: 0,
  why: null,
  problems: [],
  unreadable: 0,
  unknown: 0,
};

test('nothing to say of a log that is well', () => {
  expect(logRemarks(log)).toEqual([]);
});

test('what isn’t saved yet tells why, where and what to do', () => {
  const [remark] = logRemarks({ ...log, pending: 2, why: 'the disk is full' });
  expect(remark).toContain('2 entries could not be saved yet: the disk is full.');
  expect(remark).toContain(log.file);
});

test('lines that can’t be read, and those of a later version, stay in the file', () => {
  const [unreadable, unknown] = logRemarks({ ...log, unreadable: 1, unknown: 3 });
  expect(unreadable).toContain('1 line can’t be read and is passed over');
  expect(unknown).toContain('3 lines of a later version of Offbook are kept as they are');
});
