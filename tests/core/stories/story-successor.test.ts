import { expect, test } from 'vitest';
import { readStories } from '../../../src/core/stories/reader.ts';
import { findSuccessor } from '../../../src/core/stories/story-successor.ts';

test('a story that gets another name and one bullet less is followed by its other bullets', () => {
  const text = (title: string, ...bullets: string[]) =>
    `## ${title}\n\n**Action:**\n\n${bullets.map((bullet) => `- ${bullet}\n`).join('')}\n**Result:** ${title} held.\n`;
  const bullets = ['Traced the flue', 'Rang the sweep', 'Cleaned it twice', 'Told the owner'];
  const { stories: before } = readStories(text('The oven', ...bullets), 'a.md');
  const { stories: after } = readStories(text('The chimney', ...bullets.slice(1)), 'a.md');
  expect(findSuccessor(before[0]!, before, after)?.title).toBe('The chimney');
});
