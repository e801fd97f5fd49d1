import { describe, expect, test } from 'vitest';
import {
  followUpAt,
  followUpSpokenMs,
  followUpTurnInMs,
  preparedAnswer,
  reduceFollowUp,
  startFollowUp,
} from '../../../src/core/rehearsal/follow-up.ts';
import { alternateOf, storyOf } from './stories.ts';

const asked = startFollowUp(5000);

describe('a follow-up', () => {
  test('counts what is spoken, without pauses', () => {
    expect(followUpSpokenMs(asked, 28_400.4)).toBe(23_400);
    const paused = reduceFollowUp(asked, { type: 'pause' }, 15_000);
    expect(followUpSpokenMs(paused, 60_000)).toBe(10_000);
    const resumed = reduceFollowUp(paused, { type: 'resume' }, 60_000);
    expect(followUpSpokenMs(resumed, 62_000)).toBe(12_000);
  });

  test('too short to have said anything has no time', () => {
    expect(followUpSpokenMs(asked, 5999)).toBeNull();
    expect(followUpSpokenMs(asked, 6000)).toBe(1000);
  });

  test('doesn’t count the time that the computer slept', () => {
    const slept = reduceFollowUp(asked, { type: 'sleep', atMs: 9000 }, 500_000);
    expect(slept.clock.status).toEqual({ kind: 'paused', by: 'sleep' });
    expect(followUpSpokenMs(slept, 900_000)).toBe(4000);
    expect(reduceFollowUp(slept, { type: 'sleep', atMs: 600_000 }, 900_000)).toBe(slept);
  });

  test('pauses when nobody pressed a key for ten minutes; a key counts, even one that only peeks', () => {
    expect(followUpTurnInMs(asked, 5000)).toBe(600_001);
    expect(followUpAt(asked, 605_000)).toBe(asked);
    const away = followUpAt(asked, 900_000);
    expect(away.clock.status).toEqual({ kind: 'paused', by: 'away' });
    expect(followUpSpokenMs(asked, 900_000)).toBe(600_000);
    expect(followUpTurnInMs(away, 900_000)).toBeNull();
    const peeking = reduceFollowUp(asked, { type: 'peekDown' }, 400_000);
    expect(followUpAt(peeking, 900_000)).toBe(peeking);
  });

  test('shows its answer while one peeks; what doesn’t apply changes nothing', () => {
    const peeking = reduceFollowUp(asked, { type: 'peekDown' }, 7000);
    expect(peeking.peeking).toBe(true);
    expect(reduceFollowUp(peeking, { type: 'peekDown' }, 7100)).toBe(peeking);
    expect(reduceFollowUp(peeking, { type: 'peekUp' }, 7200).peeking).toBe(false);
    for (const type of ['begin', 'peekUp', 'resume'] as const)
      expect(reduceFollowUp(asked, { type }, 9000)).toBe(asked);
    expect(reduceFollowUp(asked, { type: 'rate', rating: 'good' }, 9000)).toBe(asked);
  });
});

test('the prepared answer is that of the question asked, else of another with the same follow-up', () => {
  const followUp = (answer: string) => ({ question: 'What did it cost?', answer, line: 3 });
  const alternate = alternateOf('Frugality', 'Did you save?');
  const story = storyOf('labels', {
    followUps: [followUp('A week.')],
    alternates: [{ ...alternate, followUps: [followUp('Nothing.')] }],
  });
  const ask = (question: string, wanted: string | null) => preparedAnswer(story, { question, followUp: wanted });
  expect(ask('When did you labels?', 'What did it cost?')).toBe('A week.');
  expect(ask('Did you save?', 'What did it cost?')).toBe('Nothing.');
  expect(ask('Did you save?', 'And then?')).toBe('');
  expect(ask('Did you save?', null)).toBe('');
});
