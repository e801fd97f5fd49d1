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
import type { Aside, Problem, Story, Unplaced } from './model.ts';
import { readEntries } from './reading/stream.ts';
import { buildTree } from './reading/tree.ts';
import type { Lines } from './markdown/block.ts';
import { withoutTags } from './markdown/flow.ts';
import type { HiddenText } from './markdown/text-line.ts';
import { shortened } from '../values.ts';

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
  try {
    return readFile(text, file);
  } catch (error) {
    return { stories: [], problems: [crashProblem(file, error)], asides: [], unplaced: [] };
  }
}

function readFile(written: string, file: string): StoryReading {
  const { text, lines } = readSource(written);
  const deepLine = firstTooDeepLine(text);
  if (deepLine !== null) return { stories: [], problems: [tooDeepProblem(file, deepLine)], asides: [], unplaced: [] };
  const frontMatter = readFrontMatter(lines);
  const meta = readFileMeta(frontMatter.entries);
  const body = frontMatter.lineCount === 0 ? text : lines.slice(frontMatter.lineCount).join('\n');
  const { blocks, hidden, cuts } = readBlocks(body, frontMatter.lineCount + 1);
  const drafts = findStories(buildTree(readEntries(blocks)), isDeclared(meta));
  const stories = finishStories(drafts, file, meta);

  const coverage = new LineCoverage(lines);
  coverage.hide(hidden);
  for (const { used } of drafts) for (const each of used) coverage.cover(each);
  const left = coverage.uncovered();
  const unplaced = left.map(({ line, text }) => ({ file, line, text }));
  const stray = unplaced.filter(({ line }, index) => left[index]?.hidden === false && line > frontMatter.lineCount);
  const problems = [
    ...frontMatterProblems(file, frontMatter, meta),
    ...cuts.map((line) => longPartProblem(file, line)),
    ...leftOver(file, text, stories, stray),
    ...stories.flatMap((story) => lintStory(story)),
  ];
  return { stories, problems, asides: [], unplaced };
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

function leftOver(file: string, text: string, stories: readonly Story[], stray: readonly Unplaced[]): Problem[] {
  if (stories.length > 0) return unplacedProblems(file, stray);
  const [first] = stray;
  if (first !== undefined) return [noStoryProblem(file, first.line)];
  return text.trim() === '' ? [emptyFileProblem(file)] : [];
}

function tooDeepProblem(file: string, line: number): Problem {
  const message =
    `Lists or quotes are nested more than ${maxDepth} levels deep here, or deeply over very many lines, so this ` +
    'file was not read. ' +
    'Remove the extra “>” or list levels.';
  return { file, line, severity: 'error', code: 'too-deep', message };
}

function longPartProblem(file: string, line: number): Problem {
  const message =
    'What comes before this line is too long to be read at once, so a list, table or block of code that began there ' +
    'ends here. Put a heading (“# Title”) after a blank line before it, or split the file.';
  return { file, line, severity: 'warning', code: 'long-part', message };
}

function frontMatterProblems(file: string, { error }: FrontMatter, { refused }: FileMeta): Problem[] {
  const problems: Problem[] = [];
  if (error !== null) {
    const message =
      `The front matter between the “---” lines isn’t valid YAML (${oneLine(error.reason)}), so it was ignored. ` +
      'Write one “key: value” per line, and put values that contain a colon in quotes.';
    problems.push({ file, line: error.line, severity: 'error', code: 'bad-front-matter', message });
  }
  for (const { entry, why } of refused) {
    const { key, line } = entry;
    if (why === 'unknown') {
      const message = `The front matter’s “${key}” isn’t used. Offbook reads title, group, question, tags and target.`;
      problems.push({ file, line, severity: 'hint', code: 'unknown-key', message });
    } else {
      const message =
        `The value of “${key}” in the front matter can’t be used. ` +
        'Write text after it; a list for tags, a time such as 2:30 for target.';
      problems.push({ file, line, severity: 'warning', code: 'bad-value', message });
    }
  }
  return problems;
}

/** One problem for each stretch of lines that aren't part of a story. */
function unplacedProblems(file: string, lines: readonly Unplaced[]): Problem[] {
  const runs: { first: Unplaced; last: Unplaced }[] = [];
  for (const each of lines) {
    const run = runs.at(-1);
    // A single blank line doesn't end a stretch.
    if (run !== undefined && each.line - run.last.line <= 2) run.last = each;
    else runs.push({ first: each, last: each });
  }
  return runs.map(({ first, last }) => {
    const one = first.line === last.line;
    const where = one ? 'This line isn’t' : `Lines ${first.line} to ${last.line} aren’t`;
    const it = one ? 'it' : 'them';
    const message =
      `${where} part of any story (“${shortened(first.text, longestQuote)}”). ` +
      `Put a label such as “Situation:” before ${it}, put ${it} in a block quote, or move ${it} below a story.`;
    return { file, line: first.line, severity: 'warning', code: 'unplaced', message };
  });
}

function noStoryProblem(file: string, line: number): Problem {
  const message =
    'No story was found in this file. A story needs labelled sections (“Situation:”, “Task:”, “Action:”, “Result:”) ' +
    'or an outline in a block quote.';
  return { file, line, severity: 'hint', code: 'no-story', message };
}

function emptyFileProblem(file: string): Problem {
  const message = 'This file is empty. Write a story in it, or delete it.';
  return { file, line: null, severity: 'hint', code: 'empty-file', message };
}

/** A message quotes at most this many characters of a file. */
const longestQuote = 40;

function oneLine(text: string): string {
  return shortened(text.replace(/\s+/g, ' ').trim().replace(/\.$/, ''), longestQuote);
}

/** A line of markup only: a rule, a fence, the line below a table's header row. */
const onlyMarkup = /^[\s>#*_=|:+`~-]*$/;

/**
 * Tracks which lines of a file are in its stories. A line counts as covered only if its text went into a story, so
 * every other line really is missing from them.
 */
class LineCoverage {
  readonly #lines: readonly string[];
  readonly #covered: Uint8Array;
  readonly #hidden = new Map<number, string>();

  /** `lines` of the file, the first being line 1. */
  constructor(lines: readonly string[]) {
    this.#lines = lines;
    this.#covered = new Uint8Array(lines.length + 2);
  }

  cover({ line, endLine }: Lines): void {
    this.#covered.fill(1, line, endLine + 1);
  }

  /** Notes text that is never shown, such as a comment, which is missing even if its line is covered. */
  hide(hidden: readonly HiddenText[]): void {
    for (const { line, text } of hidden) {
      const before = this.#hidden.get(line);
      this.#hidden.set(line, before === undefined ? text : `${before} ${text}`);
    }
  }

  /** The lines, or parts of lines, that aren't in a story; `hidden` if their author meant them to be. */
  uncovered(): { line: number; text: string; hidden: boolean }[] {
    const left: { line: number; text: string; hidden: boolean }[] = [];
    for (let line = 1; line <= this.#lines.length; line += 1) {
      const written = this.#lines[line - 1] ?? '';
      const hidden = this.#hidden.get(line);
      const covered = this.#covered[line] === 1;
      if (covered && hidden !== undefined) left.push({ line, text: hidden, hidden: true });
      if (covered) continue;
      const text = withoutTags(written).trim();
      if (!onlyMarkup.test(text)) left.push({ line, text, hidden: hidden !== undefined });
    }
    return left;
  }
}
