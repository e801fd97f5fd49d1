import { expect, test } from 'vitest';
import type { Library, Problem, Severity, Story } from '../../../src/core/stories/model.ts';
import { problemsByStory, worstFirst } from '../../../src/services/library/story-details.ts';

const story = (id: string, file: string, line: number, endLine: number): Story =>
  ({ id, file, line, endLine }) as unknown as Story;
const problem = (file: string, line: number | null, severity: Severity = 'hint'): Problem => ({
  file,
  line,
  severity,
  code: 'x',
  message: `${file}:${line}`,
});

test('each problem belongs to the story around its line, in the order of lines', () => {
  const library = {
    files: [],
    asides: [],
    unplaced: [],
    // Not in the order of their lines, and two files with the same lines.
    stories: [story('b', 'one.md', 20, 29), story('a', 'one.md', 5, 19), story('c', 'two.md', 5, 9)],
    problems: [
      problem('one.md', 29),
      problem('one.md', null),
      problem('one.md', 4),
      problem('one.md', 20),
      problem('one.md', 19),
      problem('one.md', 5),
      problem('one.md', 30),
      problem('two.md', 7),
      problem('three.md', 7),
    ],
  } satisfies Library;
  const lines = [...problemsByStory(library)].map(([id, problems]) => [id, problems.map(({ line }) => line)]);
  expect(Object.fromEntries(lines)).toEqual({ a: [5, 19], b: [20, 29], c: [7] });
});

test('the worst come first, and stay in their order among themselves', () => {
  const mixed = [problem('a', 1), problem('b', 2, 'error'), problem('c', 3, 'warning'), problem('d', 4, 'error')];
  expect(worstFirst(mixed).map(({ file }) => file)).toEqual(['b', 'd', 'c', 'a']);
});
