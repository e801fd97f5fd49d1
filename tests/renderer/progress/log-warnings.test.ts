import { expect, test } from 'vitest';
import type { PracticeLogState } from '../../../src/core/rehearsal/state.ts';
import { logWarnings } from '../../../src/renderer/progress/log-warnings.ts';

const log: PracticeLogState = {
  file: '/home/baker/practice-log.jsonl',
  runs: 4,
  pending: 0,
  why: null,
  problems: [],
  unreadable: 0,
  unknown: 0,
};

test('no warnings about a log that is fine', () => {
  expect(logWarnings(log)).toEqual([]);
});

test('unsaved entries say why, where, and what to do', () => {
  const [remark] = logWarnings({ ...log, pending: 2, why: 'the disk is full' });
  expect(remark).toContain('2 entries could not be saved yet: the disk is full.');
  expect(remark).toContain(log.file);
});

test('unreadable lines, and those of a newer version, stay in the file', () => {
  const [unreadable, unknown] = logWarnings({ ...log, unreadable: 1, unknown: 3 });
  expect(unreadable).toContain('1 line can’t be read and is skipped');
  expect(unknown).toContain('3 lines were written by a newer version of Offbook. They are kept');
});
