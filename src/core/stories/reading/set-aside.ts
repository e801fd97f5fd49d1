import { entryBlocks } from './answer.ts';
import { labelUse } from './lines/fields.ts';
import { isAsideWord, type StoryHeading } from './lines/headings.ts';
import { judge, linesOf } from './template/judge.ts';
import type { Lines } from '../markdown/block.ts';
import type { AsideKind } from '../model.ts';
import type { Branch } from './tree.ts';
import { foldWord, wordsInAllLanguages } from '../words/languages.ts';

/** Lines that belong to no story, and why. */
export interface AsideLines extends Lines {
  kind: AsideKind;
  /** What it says, in case that its line is also part of a story. */
  text?: string;
}

/** Its own text, without labels and names. */
function linesIn({ content }: Branch): string[] {
  return content.flatMap((each) => {
    const isText = each.type === 'text' || each.type === 'list' || each.type === 'quote';
    return isText ? linesOf(entryBlocks(each)) : [];
  });
}

/** Sets a whole branch aside: its heading, and what is below it. */
export function setBranchAside(branch: Branch, asides: AsideLines[], usual: AsideKind): void {
  const { heading, content } = branch;
  if (heading !== null) asides.push({ line: heading.line, endLine: heading.endLine, kind: 'heading' });
  const kind = judge(linesIn(branch)) ?? usual;
  for (const each of content) {
    if (each.type === 'branch') setBranchAside(each, asides, kind);
    else if (each.type !== 'aside') asides.push({ line: each.line, endLine: each.endLine, kind });
  }
}

/** Whether a heading says that it isn’t a story: “Day-of checklist”, “Notes from the interview”, “Feedback”. */
export function namesAside(heading: StoryHeading | null): boolean {
  if (heading === null) return false;
  const { title } = heading;
  const [first = '', second = '', ...more] = title.split(' ');
  // “Notes from …”, unlike “Notes app rewrite”
  const isAbout = isAsideWord(first) && (second === '' || relations.has(foldWord(second)));
  return labelUse(title) === 'note' || isAbout || isAsideWord(more.at(-1) ?? second);
}

const relations = new Set(
  wordsInAllLanguages(({ grammar, joiners }) => [...grammar.prepositions.split(' '), ...joiners]).map(foldWord),
);

/** Sets text aside that is above stories, or that explains or asks wherever it is. `asked` are the lines in use. */
export function setTextAside(branch: Branch, asides: AsideLines[], asked: ReadonlySet<number>, above: boolean): void {
  const { heading, content } = branch;
  const own = content.flatMap((each) => (each.type === 'branch' || each.type === 'aside' ? [] : [each]));
  const kind = judge(own.filter(({ line }) => !asked.has(line)).flatMap((each) => linesOf(entryBlocks(each))));
  const within = content.find((each) => each.type === 'aside')?.kind ?? (namesAside(heading) ? 'explanation' : null);
  if (kind === null && within === null && !above) return;
  // A line or two above stories introduces them, even if it says how to use them.
  const introduces = above && kind !== 'questions' && own.length <= 2;
  const usual = introduces ? 'preface' : (kind ?? within ?? 'preface');
  if (!above && heading !== null) asides.push({ line: heading.line, endLine: heading.endLine, kind: 'heading' });
  for (const each of own) {
    const { line, endLine, type } = each;
    const isText = type === 'text' || type === 'list' || type === 'quote';
    const text = isText ? linesOf(entryBlocks(each)).join('\n') : '';
    if (!asked.has(line)) asides.push({ line, endLine, kind: usual, text });
  }
}
