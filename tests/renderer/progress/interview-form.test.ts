import { describe, expect, test } from 'vitest';
import { readInterview, setChoices, type InterviewFields } from '../../../src/renderer/progress/interview-form.ts';
import { interviewOf } from '../../core/rehearsal/stories.ts';
import { brief } from '../briefs.ts';

const fields: InterviewFields = {
  company: ' Acme ',
  day: '2026-11-23',
  time: '09:00',
  competencies: 'Ownership\n\nEarn  Trust\nownership',
  which: 'all',
  tags: [],
  groups: [],
};

describe('the form of an interview', () => {
  test('is read as it is meant', () => {
    expect(readInterview('7', fields, null)).toEqual({
      ok: true,
      value: {
        id: '7',
        company: 'Acme',
        day: '2026-11-23',
        time: '09:00',
        competencies: ['Ownership', 'Earn Trust'],
        stories: { which: 'all' },
      },
    });
    const bare = { ...fields, company: '', day: '', time: '', competencies: '' };
    expect(readInterview('7', bare, null)).toMatchObject({ ok: true, value: { company: '', day: null, time: null } });
  });

  test('a group keeps what it is recognized by', () => {
    const trust = { name: 'Trust', texts: ['9f3c'] };
    const before = interviewOf('7', { stories: { which: 'some', tags: [], groups: [trust] } });
    const some = { ...fields, which: 'some' as const, groups: ['Trust', null], tags: ['lead'] };
    expect(readInterview('7', some, before)).toMatchObject({
      value: { stories: { which: 'some', tags: ['lead'], groups: [trust, { name: null, texts: [] }] } },
    });
  });

  test.each([
    [{ day: '', time: '09:00' }, 'A time needs a date'],
    [{ which: 'some' as const }, 'Choose at least one group or tag'],
    [{ competencies: 'x'.repeat(81) }, 'too long'],
  ])('%j is refused with a sentence', (more, sentence) => {
    const read = readInterview('7', { ...fields, ...more }, null);
    expect(read.ok ? '' : read.error).toContain(sentence);
  });
});

test('a set can be chosen by what the library has, and keeps what it doesn’t have now', () => {
  const stories = [brief('a', { tags: ['lead'] }), brief('b', { group: null, tags: ['lead', 'ops'] })];
  const set = { which: 'some' as const, tags: ['gone'], groups: [{ name: 'Trust', texts: [] }] };
  expect(setChoices(stories, set)).toEqual({ groups: ['Ownership', null, 'Trust'], tags: ['lead', 'ops', 'gone'] });
  expect(setChoices([], { which: 'all' })).toEqual({ groups: [], tags: [] });
});
