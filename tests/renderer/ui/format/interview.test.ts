import { expect, test } from 'vitest';
import { upcomingInterviews } from '../../../../src/core/rehearsal/interviews.ts';
import { interviewName, whenWords } from '../../../../src/renderer/ui/format/interview.ts';
import { moment } from '../../../core/rehearsal/records.ts';
import { interviewOf } from '../../../core/rehearsal/stories.ts';

test.each([
  ['2026-11-20T20:00:00.000+01:00', '09:00', 'in 3 days, Mon 23 Nov at 9:00'],
  ['2026-11-22T20:00:00.000+01:00', '09:00', 'tomorrow at 9:00'],
  ['2026-11-22T20:00:00.000+01:00', null, 'tomorrow'],
  ['2026-11-23T07:30:00.000+01:00', '14:15', 'today at 14:15'],
  ['2026-11-23T07:30:00.000+01:00', '09:35', 'today, in 2 hours 5 minutes'],
  ['2026-11-23T08:20:00.000+01:00', '09:00', 'today, in 40 minutes'],
  ['2026-11-23T08:59:00.000+01:00', '09:00', 'today, in 1 minute'],
  ['2026-11-23T09:00:30.000+01:00', '09:00', 'today, now'],
  ['2026-11-22T23:30:00.000+01:00', '00:30', 'tomorrow, in 1 hour'],
])('at %s, one at %s is %s', (now, time, words) => {
  const [upcoming] = upcomingInterviews([interviewOf('a', { time })], moment(now));
  expect(upcoming && whenWords(upcoming)).toBe(words);
});

test('its name is the company’s', () => {
  expect([' Acme ', ''].map((company) => interviewName({ company }))).toEqual(['Acme', 'Interview']);
});
