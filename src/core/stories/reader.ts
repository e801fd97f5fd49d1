import { examine } from './lint/lint.ts';
import type { StoryDraft } from './reading/drafts.ts';
import { type FileMeta, readFileMeta } from './reading/file-meta.ts';
import { findStories } from './reading/find-stories.ts';
import { finishStory } from './reading/finish-story.ts';
import { uniqueIds } from './ids.ts';
import { Ledger } from './reading/coverage.ts';
import { readBlocks } from './markdown/blocks.ts';
import { firstTooDeepLine } from './markdown/depth.ts';
import { readFrontMatter } from './markdown/front-matter.ts';
import { readSource } from './markdown/source.ts';
import type { Problem, Story, Unplaced } from './model.ts';
import {
  crashProblem,
  emptyFileProblem,
  frontMatterProblems,
  noStoryProblem,
  tooDeepProblem,
  unplacedProblems,
} from './problems.ts';
import { readEntries } from './reading/stream.ts';
import { buildTree } from './reading/tree.ts';

/** What one file holds. */
export interface StoryReading {
  stories: Story[];
  problems: Problem[];
  unplaced: Unplaced[];
}

/**
 * Reads the stories of a Markdown file. `file` is what the file is called in the results. Never throws: what is wrong
 * with the file is among the problems.
 */
export function readStories(text: string, file: string): StoryReading {
  try {
    return readFile(text, file);
  } catch (error) {
    return { stories: [], problems: [crashProblem(file, error)], unplaced: [] };
  }
}

function readFile(written: string, file: string): StoryReading {
  const { text, lines } = readSource(written);
  const deepLine = firstTooDeepLine(text);
  if (deepLine !== null) return { stories: [], problems: [tooDeepProblem(file, deepLine)], unplaced: [] };
  const frontMatter = readFrontMatter(lines);
  const meta = readFileMeta(frontMatter.entries);
  const body = frontMatter.lineCount === 0 ? text : lines.slice(frontMatter.lineCount).join('\n');
  const { blocks, hidden } = readBlocks(body, frontMatter.lineCount + 1);
  const drafts = findStories(buildTree(readEntries(blocks)), isDeclared(meta));
  const stories = finishStories(drafts, file, meta);

  const ledger = new Ledger(lines);
  ledger.hide(hidden);
  for (const { used } of drafts) for (const each of used) ledger.claim(each);
  const left = ledger.left();
  const unplaced = left.map(({ line, text }) => ({ file, line, text }));
  const stray = unplaced.filter(({ line }, index) => left[index]?.hidden === false && line > frontMatter.lineCount);
  const problems = [
    ...frontMatterProblems(file, frontMatter, meta),
    ...leftOver(file, text, stories, stray),
    ...stories.flatMap((story) => examine(story)),
  ];
  return { stories, problems, unplaced };
}

/** Front matter that names these makes a story of a file without labels; many notes have a title. */
function isDeclared({ question, group, targetMs }: FileMeta): boolean {
  return question !== null || group !== null || targetMs !== null;
}

function finishStories(drafts: readonly StoryDraft[], file: string, meta: FileMeta): Story[] {
  const stories = drafts.map((draft) => finishStory(draft, file, meta, drafts.length === 1));
  const ids = uniqueIds(stories.map((story) => story.id));
  return stories.map((story, index) => ({ ...story, id: ids[index] ?? story.id }));
}

function leftOver(file: string, text: string, stories: readonly Story[], stray: readonly Unplaced[]): Problem[] {
  if (stories.length > 0) return unplacedProblems(file, stray);
  const [first] = stray;
  if (first !== undefined) return [noStoryProblem(file, first.line)];
  return text.trim() === '' ? [emptyFileProblem(file)] : [];
}
