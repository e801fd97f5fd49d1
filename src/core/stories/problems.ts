import { shortened } from '../values.ts';
import { maxDepth } from './markdown/source.ts';
import type { FrontMatter } from './markdown/front-matter.ts';
import type { Problem, Unplaced } from './model.ts';
import type { Lines } from './markdown/block.ts';
import type { LabelSlip } from './reading/template/own-labels.ts';
import type { FileMeta } from './reading/lines/meta.ts';

export function tooDeepProblem(file: string, line: number): Problem {
  const message =
    `Lists or quotes are nested more than ${maxDepth} levels deep here, or deeply over very many lines, so this ` +
    'file was not read. Remove the extra “>” or list levels.';
  return { file, line, severity: 'error', code: 'too-deep', message };
}

export function longPartProblem(file: string, line: number): Problem {
  const message =
    'What comes before this line is too long to be read at once, so a list, table or block of code that began there ' +
    'ends here. Put a heading (“# Title”) after a blank line before it, or split the file.';
  return { file, line, severity: 'warning', code: 'long-part', message };
}

export function frontMatterProblems(file: string, { error }: FrontMatter, { refused }: FileMeta): Problem[] {
  const problems: Problem[] = [];
  if (error !== null) {
    const message =
      `The front matter between the “---” lines isn’t valid YAML (${oneLine(error.reason)}), so it was ignored. ` +
      'Write one “key: value” per line, and put values that contain a colon in quotes.';
    problems.push({ file, line: error.line, severity: 'error', code: 'bad-front-matter', message });
  }
  for (const { entry, why } of refused) {
    const { key, line } = entry;
    if (why === 'foreign') continue;
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
export function unplacedProblems(file: string, lines: readonly Unplaced[]): Problem[] {
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

export function noStoryProblem(file: string, line: number): Problem {
  const message =
    'No story was found in this file. A story needs labelled sections (“Situation:”, “Task:”, “Action:”, “Result:”) ' +
    'or an outline in a block quote.';
  return { file, line, severity: 'hint', code: 'no-story', message };
}

export function emptyFileProblem(file: string): Problem {
  const message = 'This file is empty. Write a story in it, or delete it.';
  return { file, line: null, severity: 'hint', code: 'empty-file', message };
}

/** A message quotes at most this many characters of a file. */
const longestQuote = 40;

function oneLine(text: string): string {
  return shortened(text.replace(/\s+/g, ' ').trim().replace(/\.$/, ''), longestQuote);
}

/** Something in a story that isn’t as in the file’s others, but was read as if it were. */
export function slipProblem(file: string, slip: Lines | LabelSlip): Problem {
  const at = { file, line: slip.line, severity: 'hint' } as const;
  if ('label' in slip) {
    const message = `“${slip.label}” was read as the label of the ${slip.kind}. Correct its spelling.`;
    return { ...at, code: 'misspelt-label', message };
  }
  const message =
    'This heading has more or fewer “#” than those of the file’s other stories, but was read as one of them. ' +
    'Give it as many as they have.';
  return { ...at, code: 'heading-level', message };
}
