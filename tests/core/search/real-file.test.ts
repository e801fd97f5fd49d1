import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { createSearch } from '../../../src/core/search/search.ts';
import { readStories } from '../../../src/core/stories/reader.ts';

/*
 * A private story file that isn't part of the project. The environment names it, or it is next to the project; without
 * it, these tests are skipped. They contain none of its text, only groups and ids.
 */
const file = process.env['OFFBOOK_REAL_STORIES'] ?? path.resolve('../shared/stories/interview-stories.md');

describe.skipIf(!existsSync(file))('the real file', () => {
  function find(words: string) {
    const { stories } = readStories(readFileSync(file, 'utf8'), path.basename(file));
    return createSearch(stories)
      .find(words)
      .map((match) => ({ ...match, story: stories.find((story) => story.id === match.storyId) }));
  }

  test.each([
    ['mistake', 'Are Right, A Lot'],
    ['mistkae', 'Are Right, A Lot'],
    ['team morale', 'Earn Trust'],
    ['team mora', 'Earn Trust'],
    ['pivot', 'Earn Trust'],
    ['pivto', 'Earn Trust'],
    ['disagree commit', 'Earn Trust'],
  ])('"%s" finds %s first', (words, group) => {
    expect(find(words)[0]?.story?.group).toBe(group);
  });

  test('a question about something else opens none of the stories', () => {
    expect(find('why do you want to work here')[0]?.fits).toBe(false);
  });

  test('a conflict is found where a story is asked for it', () => {
    expect(find('how do you handle conflict in a team')[0]).toMatchObject({ field: 'alternate', fits: true });
  });

  test('each story fits its own questions, and those that it also works for', () => {
    const { stories } = readStories(readFileSync(file, 'utf8'), path.basename(file));
    const search = createSearch(stories);
    for (const { id, question, alternates } of stories) {
      for (const [index, asked] of [question, ...alternates.map((alternate) => alternate.question)].entries()) {
        if (asked === null) continue;
        const alternate = index === 0 ? null : index - 1;
        expect(search.find(asked)[0]).toMatchObject({ storyId: id, alternate, fits: true });
      }
    }
  });

  test('"disagree commit" is found in the alternate of that group', () => {
    const [first] = find('disagree commit');
    expect(first?.field).toBe('alternate');
    const alternate = first?.story?.alternates[first.alternate ?? -1];
    expect(alternate?.group).toMatch(/disagree and commit$/iu);
    expect(alternate?.notes).not.toEqual([]);
  });
});
