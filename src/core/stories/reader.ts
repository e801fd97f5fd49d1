import { lintStory } from './lint/lint.ts';
import { crashProblem } from './crash-problem.ts';
import type { StoryDraft } from './reading/drafts.ts';
import { type FileMeta, readFileMeta } from './reading/meta.ts';
import { findStories } from './reading/find-stories.ts';
import { finishStory } from './reading/finish.ts';
import { uniqueIds } from './ids.ts';
import { readBlocks } from './markdown/blocks.ts';
import { firstTooDeepLine, maxDepth, readSource } from './markdown/source.ts';
import { type FrontMatter, readFrontMatter } from './markdown/front-matter.ts';
import type { Problem, Story, Unplaced } from './model.ts';
import { readEntries } from './reading/stream.ts';
import { buildTree } from './reading/tree.ts';
import type { Lines } from './markdown/block.ts';
import { withoutTags } from './markdown/flow.ts';
import type { HiddenText } from './markdown/text-line.ts';

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
    ...stories.flatMap((story) => lintStory(story)),
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

/** Nested so deep that reading it would take too long. */
function tooDeepProblem(file: string, line: number): Problem {
  const message =
    `Lists or quotes are nested more than ${maxDepth} deep here, so this file was not read. ` +
    'Take out the extra ">" or list levels.';
  return { file, line, severity: 'error', code: 'too-deep', message };
}

function frontMatterProblems(file: string, { error }: FrontMatter, { refused }: FileMeta): Problem[] {
  const problems: Problem[] = [];
  if (error !== null) {
    const message =
      `The front matter between the "---" lines is no valid YAML (${oneLine(error.reason)}), so it was left out. ` +
      'Write one "key: value" a line, and put values with a colon in quotes.';
    problems.push({ file, line: error.line, severity: 'error', code: 'bad-front-matter', message });
  }
  for (const { entry, why } of refused) {
    const { key, line } = entry;
    if (why === 'unknown') {
      const message = `The front matter's "${key}" is not used. Offbook reads title, group, question, tags and target.`;
      problems.push({ file, line, severity: 'hint', code: 'unknown-key', message });
    } else {
      const cure = 'Write a text after it, for tags a list, for target a time such as 2:30.';
      const message = `The value of "${key}" in the front matter can't be used. ${cure}`;
      problems.push({ file, line, severity: 'warning', code: 'bad-value', message });
    }
  }
  return problems;
}

/** One for each stretch of lines that found no place. */
function unplacedProblems(file: string, lines: readonly Unplaced[]): Problem[] {
  const runs: { first: Unplaced; last: Unplaced }[] = [];
  for (const each of lines) {
    const run = runs.at(-1);
    // A blank line between doesn't part them.
    if (run !== undefined && each.line - run.last.line <= 2) run.last = each;
    else runs.push({ first: each, last: each });
  }
  return runs.map(({ first, last }) => {
    const where = first.line === last.line ? 'This line belongs' : `Lines ${first.line} to ${last.line} belong`;
    const message =
      `${where} to no story ("${excerpt(first.text)}"). ` +
      'Put a label such as "Situation:" before it, put it in a block quote, or move it below a story.';
    return { file, line: first.line, severity: 'warning', code: 'unplaced', message };
  });
}

/** A file that has text, but no story. */
function noStoryProblem(file: string, line: number): Problem {
  const message =
    'No story was found in this file. A story needs labelled sections ("Situation:", "Task:", "Action:", "Result:") ' +
    'or an outline in a block quote.';
  return { file, line, severity: 'hint', code: 'no-story', message };
}

function emptyFileProblem(file: string): Problem {
  const message = 'This file is empty. Write a story in it, or delete it.';
  return { file, line: null, severity: 'hint', code: 'empty-file', message };
}

function excerpt(text: string): string {
  return text.length <= 40 ? text : `${text.slice(0, 39).trimEnd()}…`;
}

function oneLine(text: string): string {
  return excerpt(text.replace(/\s+/g, ' ').trim().replace(/\.$/, ''));
}

/** A line that holds nothing but markup: a rule, a fence, the line under a table's head. */
const onlyMarkup = /^[\s>#*_=|:+`~-]*$/;

/**
 * Keeps account of which lines of a file found their place. A line is claimed when what stands on it goes into a
 * story, and by nothing else, so that what is left over is really nowhere.
 */
class Ledger {
  readonly #lines: readonly string[];
  readonly #claimed: Uint8Array;
  readonly #hidden = new Map<number, string>();

  /** `lines` of the file, the first being line 1. */
  constructor(lines: readonly string[]) {
    this.#lines = lines;
    this.#claimed = new Uint8Array(lines.length + 2);
  }

  claim({ line, endLine }: Lines): void {
    this.#claimed.fill(1, line, endLine + 1);
  }

  /** Text that is never shown, such as a comment, has no place even where its line has. */
  hide(hidden: readonly HiddenText[]): void {
    for (const { line, text } of hidden) {
      const before = this.#hidden.get(line);
      this.#hidden.set(line, before === undefined ? text : `${before} ${text}`);
    }
  }

  /** The lines that found no place; `hidden` where that is their writer's wish. */
  left(): { line: number; text: string; hidden: boolean }[] {
    const left: { line: number; text: string; hidden: boolean }[] = [];
    for (let line = 1; line <= this.#lines.length; line += 1) {
      const written = this.#lines[line - 1] ?? '';
      const hidden = this.#hidden.get(line);
      const claimed = this.#claimed[line] === 1;
      if (claimed && hidden !== undefined) left.push({ line, text: hidden, hidden: true });
      if (claimed) continue;
      const text = withoutTags(written).trim();
      if (!onlyMarkup.test(text)) left.push({ line, text, hidden: hidden !== undefined });
    }
    return left;
  }
}
