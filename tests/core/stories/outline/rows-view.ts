import { readStoryTexts } from '../../../../src/core/stories/library.ts';
import { outlineOf } from '../../../../src/core/stories/outline/told.ts';

/** The outlines that the stories of a file are told from: `{ "title": { "action Approach": ["7: row"] } }` */
export function rowsView(text: string, file: string): unknown {
  const { stories } = readStoryTexts([{ file, text }]);
  return Object.fromEntries(
    stories.map((story) => [
      story.title,
      Object.fromEntries(
        outlineOf(story, null).map(({ kind, label, items }) => [
          `${kind} ${label}`,
          items.map((item) => `${item.line}: ${'  '.repeat(item.depth)}${item.text}`),
        ]),
      ),
    ]),
  );
}
