import type { FileMeta } from './reading/file-meta.ts';
import type { FrontMatter } from './markdown/front-matter.ts';
import { maxDepth } from './markdown/depth.ts';
import type { Problem, Unplaced } from './model.ts';

/** Nested so deep that reading it would take too long. */
export function tooDeepProblem(file: string, line: number): Problem {
  const message =
    `Lists or quotes are nested more than ${maxDepth} deep here, so this file was not read. ` +
    'Take out the extra ">" or list levels.';
  return { file, line, severity: 'error', code: 'too-deep', message };
}

/** The reader itself failed. Nothing else of the file can be told. */
export function crashProblem(file: string, error: unknown): Problem {
  const why = error instanceof Error ? error.message : String(error);
  const message =
    `The reader broke down on this file (${why}). ` +
    'Take out what is unusual in it, or split it to find the part that does it.';
  return { file, line: null, severity: 'error', code: 'parse-crash', message };
}

export function frontMatterProblems(file: string, { error }: FrontMatter, { refused }: FileMeta): Problem[] {
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
export function unplacedProblems(file: string, lines: readonly Unplaced[]): Problem[] {
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
export function noStoryProblem(file: string, line: number): Problem {
  const message =
    'No story was found in this file. A story needs labelled sections ("Situation:", "Task:", "Action:", "Result:") ' +
    'or an outline in a block quote.';
  return { file, line, severity: 'hint', code: 'no-story', message };
}

export function emptyFileProblem(file: string): Problem {
  const message = 'This file is empty. Write a story in it, or delete it.';
  return { file, line: null, severity: 'hint', code: 'empty-file', message };
}

function excerpt(text: string): string {
  return text.length <= 40 ? text : `${text.slice(0, 39).trimEnd()}…`;
}

function oneLine(text: string): string {
  return excerpt(text.replace(/\s+/g, ' ').trim().replace(/\.$/, ''));
}
