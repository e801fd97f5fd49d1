import { describe, expect, test } from 'vitest';
import { followedInterviews } from '../../../src/services/library/story-follower.ts';
import { storyPrint } from '../../../src/core/rehearsal/fingerprint.ts';
import type { Story } from '../../../src/core/stories/model.ts';
import { interviewOf, storyOf } from '../../core/rehearsal/stories.ts';

const textOf = (story: Story): string => storyPrint(story).fingerprints[0]?.whole ?? '';
const labels = storyOf('labels', { group: 'Trust' });
const other = storyOf('other', {
  outline: { derived: false, sections: [] },
  answer: [{ kind: 'action', label: 'A', text: 'Something else entirely.', words: 3, line: 3 }],
});
/** The same story after its group was renamed, which changes its id. */
const renamed = { ...labels, id: 'new-labels', group: 'Earn Trust' };

const setOf = (name: string | null, texts: string[] = []) => [
  interviewOf('1', { stories: { which: 'some', tags: ['lead'], groups: [{ name, texts }] } }),
];
const follow = (interviews: ReturnType<typeof setOf>, known: Story[], stories: Story[], isWhole = true) => {
  const [first] = followedInterviews(interviews, { known, stories, textOf, isWhole });
  return first?.stories.which === 'some' ? first.stories.groups : first?.stories;
};

describe('the group of a set', () => {
  test('remembers what its stories are recognized by', () => {
    expect(follow(setOf('Trust'), [], [labels, other])).toEqual([{ name: 'Trust', texts: [textOf(labels)] }]);
  });

  test('follows its stories to another name while the program runs, and when it starts again', () => {
    const now = [{ name: 'Earn Trust', texts: [textOf(labels)] }];
    expect(follow(setOf('Trust'), [labels, other], [renamed, other])).toEqual(now);
    expect(follow(setOf('Trust', [textOf(labels)]), [], [renamed, other])).toEqual(now);
  });

  test('stays where its stories are gone, or can’t be read now', () => {
    const gone = [{ name: 'Trust', texts: [textOf(labels)] }];
    expect(follow(setOf('Trust', [textOf(labels)]), [labels], [other])).toEqual(gone);
    expect(follow(setOf('Trust', [textOf(labels)]), [], [renamed, other], false)).toEqual(gone);
  });

  test('two groups that became one are one', () => {
    const two = [
      interviewOf('1', {
        stories: { which: 'some', tags: [], groups: ['Trust', 'Earn Trust'].map((name) => ({ name, texts: [] })) },
      }),
    ];
    expect(follow(two, [labels], [renamed])).toEqual([{ name: 'Earn Trust', texts: [textOf(labels)] }]);
  });

  test('a set of all stories needs nothing', () => {
    expect(follow([interviewOf('1')], [labels], [renamed])).toEqual({ which: 'all' });
  });
});
