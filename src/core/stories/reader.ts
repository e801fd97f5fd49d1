import { crashProblem } from './crash-problem.ts';
import { uniqueIds } from './ids.ts';
import { lintStories } from './lint/lint.ts';
import { readBlocks } from './markdown/blocks.ts';
import { type FrontMatter, readFrontMatter } from './markdown/front-matter.ts';
import { firstTooDeepLine, readSource } from './markdown/source.ts';
import type { Aside, LineRole, Problem, Story, Unplaced } from './model.ts';
import {
  emptyFileProblem,
  frontMatterProblems,
  noStoryProblem,
  slipProblem,
  longPartProblem,
  tooDeepProblem,
  unplacedProblems,
} from './problems.ts';
import type { StoryDraft } from './reading/drafts.ts';
import { placed } from './reading/lines/entries.ts';
import { findStories } from './reading/find-stories.ts';
import type { AsideLines } from './reading/set-aside.ts';
import { finishStory } from './reading/finish.ts';
import { asidesIn, withLostWords } from './reading/kept-words.ts';
import { LineRoles, roleOf } from './reading/line-roles.ts';
import { type FileMeta, readFileMeta } from './reading/lines/meta.ts';
import { repaired } from './reading/lines/repairs.ts';
import { readEntries } from './reading/lines/stream.ts';
import { applyTemplate } from './reading/template/template.ts';
import { buildTree } from './reading/tree.ts';

/** What was read from one file. */
export interface StoryReading {
  stories: Story[];
  problems: Problem[];
  asides: Aside[];
  unplaced: Unplaced[];
}

/**
 * Reads the stories in the text of a Markdown file. `file` names the file in the results. Never throws: whatever is
 * wrong with the file is in `problems`.
 */
export function readStories(text: string, file: string): StoryReading {
  const { stories, problems, asides, unplaced } = readSafely(text, file);
  return { stories, problems, asides, unplaced };
}

/**
 * What the reader took each stretch of lines for, in order and without overlaps. Blank lines around a stretch aren’t
 * part of it. Never throws: of a file that can’t be read, nothing is known.
 */
export function readRoles(text: string, file: string): LineRole[] {
  return readSafely(text, file).roles.stretches();
}

interface WholeReading extends StoryReading {
  roles: LineRoles;
}

function readSafely(text: string, file: string): WholeReading {
  try {
    return readFile(text, file);
  } catch (error) {
    return onlyProblem(crashProblem(file, error));
  }
}

function onlyProblem(problem: Problem): WholeReading {
  return { stories: [], problems: [problem], asides: [], unplaced: [], roles: new LineRoles([]) };
}

function readFile(written: string, file: string): WholeReading {
  const { text, lines } = readSource(written);
  const deepLine = firstTooDeepLine(text);
  if (deepLine !== null) return onlyProblem(tooDeepProblem(file, deepLine));
  const frontMatter = readFrontMatter(lines);
  const meta = readFileMeta(frontMatter.entries);
  const body = frontMatter.lineCount === 0 ? text : lines.slice(frontMatter.lineCount).join('\n');

  const markdown = repaired(body);
  const { blocks, hidden, cuts } = readBlocks(markdown, frontMatter.lineCount + 1);
  const { entries, slips } = applyTemplate(readEntries(blocks));
  const { drafts, apart } = findStories(buildTree(entries), isDeclared(meta));
  const stories = finishStories(drafts, file, meta);

  const source = markdown === body ? lines : [...lines.slice(0, frontMatter.lineCount), ...markdown.split('\n')];
  const roles = new LineRoles(source);
  for (const [index, { used }] of drafts.entries()) {
    const story = stories[index];
    for (const each of used) {
      const isEmpty = story?.planned === true && each.role === 'section';
      roles.give(isEmpty ? placed(each, 'planned') : each, story?.id ?? null);
    }
  }
  const read = asidesIn(entries, drafts, stories, roles);
  for (const each of read) roles.give(placed(each, roleOf(each.kind)), null);
  const left = roles.leftOver([...apart, ...otherFrontMatter(frontMatter, meta)], hidden, file);
  const asides = [
    ...read.map(({ line, endLine, kind, text: said }): Aside => ({ file, line, endLine, kind, text: said })),
    ...left.asides,
  ];
  const shown = () => JSON.stringify([stories, asides, left.unplaced]).replaceAll('\\n', ' ');
  const lost = withLostWords(source, entries, shown);
  for (const { line, text: said } of lost) asides.push({ file, line, endLine: line, kind: 'comment', text: said });
  asides.sort((one, other) => one.line - other.line);
  const problems = [
    ...frontMatterProblems(file, frontMatter, meta),
    ...cuts.map((line) => longPartProblem(file, line)),
    ...slips.map((slip) => slipProblem(file, slip)),
    ...leftOverProblems(file, text, stories, left.unplaced.slice(countUpTo(frontMatter.lineCount, left.unplaced))),
    ...lintStories(stories),
  ];
  return { stories, problems, asides, unplaced: left.unplaced, roles };
}

/** Front matter with one of these makes a file without labels a story. A title doesn't: many notes have one. */
function isDeclared({ question, group, targetMs }: FileMeta): boolean {
  return question !== null || group !== null || targetMs !== null;
}

function finishStories(drafts: readonly StoryDraft[], file: string, meta: FileMeta): Story[] {
  const stories = drafts.map((draft) => finishStory(draft, file, meta, drafts.length === 1));
  const ids = uniqueIds(stories.map((story) => story.id));
  return stories.map((story, index) => ({ ...story, id: ids[index] ?? story.id }));
}

/** What the front matter has besides entries that were used or are reported. */
function otherFrontMatter({ lineCount, error }: FrontMatter, { refused }: FileMeta): AsideLines[] {
  if (error !== null) return [];
  const reported = refused.filter(({ why }) => why !== 'foreign').map(({ entry }) => entry);
  const apart: AsideLines[] = [];
  for (let line = 1; line <= lineCount; line += 1) {
    if (reported.some((entry) => entry.line <= line && entry.endLine >= line)) continue;
    apart.push({ line, endLine: line, kind: 'comment' });
  }
  return apart;
}

function countUpTo(line: number, unplaced: readonly Unplaced[]): number {
  return unplaced.filter((each) => each.line <= line).length;
}

function leftOverProblems(
  file: string,
  text: string,
  stories: readonly Story[],
  stray: readonly Unplaced[],
): Problem[] {
  if (stories.length > 0) return unplacedProblems(file, stray);
  const [first] = stray;
  if (first !== undefined) return [noStoryProblem(file, first.line)];
  return text.trim() === '' ? [emptyFileProblem(file)] : [];
}
