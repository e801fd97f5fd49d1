import { type Entry, isProse, labelsOf, type MarkEntry } from './lines/entries.ts';
import { blockText, entryBlocks, isBlank } from './answer.ts';
import type { StoryHeading } from './lines/headings.ts';
import { joinLines, noMarks } from '../markdown/text-line.ts';
import { readsAsQuestion } from '../questions.ts';

/** A heading and everything below it, in order. Headings that are labels are entries, not branches. */
export interface Branch {
  type: 'branch';
  /** Null for the whole file. */
  heading: StoryHeading | null;
  level: number;
  content: Content[];
  /** What its own entries hold, not counting the branches in it. */
  own: Holding;
  /** Whether it or a branch in it holds an answer. */
  bears: boolean;
}

export type Content = Entry | Branch;

/** `labels`: labelled sections or a marked answer; `quote`: a block quote only. */
export type Holding = 'labels' | 'quote' | 'nothing';

/** Arranges the entries below their headings. Levels may be skipped. */
export function buildTree(entries: readonly Entry[]): Branch {
  const root = newBranch(null, 0);
  const path: Branch[] = [root];
  for (const entry of entries) {
    switch (entry.type) {
      case 'heading':
        addHeading(entry.heading, path, root);
        break;
      case 'details-end':
        closeFrom(entry.level, path);
        break;
      case 'label':
      case 'mark':
        if (entry.level !== null) closeFor(entry.level, path);
        top(path, root).content.push(entry);
        break;
      default:
        top(path, root).content.push(entry);
    }
  }
  survey(root);
  gatherAlternates(root);
  return root;
}

/** The branch's own labels, including those in quotes. */
export function ownLabels(branch: Branch): ReturnType<typeof labelsOf> {
  return labelsOf(branch.content.filter((each) => each.type !== 'branch'));
}

function newBranch(heading: StoryHeading | null, level: number): Branch {
  return { type: 'branch', heading, level, content: [], own: 'nothing', bears: false };
}

function top(path: readonly Branch[], root: Branch): Branch {
  return path.at(-1) ?? root;
}

/** Ends the branches of this level and deeper. */
function closeFrom(level: number, path: Branch[]): void {
  while (path.length > 1 && (path.at(-1)?.level ?? 0) >= level) path.pop();
}

function addHeading(heading: StoryHeading, path: Branch[], root: Branch): void {
  const { level, line, endLine } = heading;
  if (heading.role.type === 'answer') {
    closeFor(level, path);
    const owner = top(path, root);
    // "# STAR" as the first line of a file is the heading of all its stories.
    const over = owner === root && root.content.length === 0;
    if (!over && !isAnswered(owner)) {
      owner.content.push({ type: 'mark', line, endLine, mark: 'answer', level, remark: '' });
      if (heading.title !== '') owner.content.push(textOf(heading));
      return;
    }
  }
  closeFrom(level, path);
  const added = newBranch(heading, level);
  top(path, root).content.push(added);
  path.push(added);
}

/** The text of `### Answer: We moved it`. */
function textOf({ line, endLine, title }: StoryHeading): Entry {
  const lines = [{ line, text: title, marks: noMarks, after: 'soft' as const }];
  return { type: 'text', line, endLine, lines, onLabelLine: true, verbatim: false };
}

/**
 * Closes the branches that a heading for a section, a question or an answer isn't part of. If people write
 * `## Migration` and `## Situation` at the same level, the section belongs to the heading before it.
 */
function closeFor(level: number, path: Branch[]): void {
  closeFrom(level + 1, path);
  const last = path.at(-1);
  if (last !== undefined && last.level === level && !owns(last, path.at(-2), level)) path.pop();
}

function owns(branch: Branch, parent: Branch | undefined, level: number): boolean {
  const role = branch.heading?.role.type;
  if (role === 'also' || role === 'aside') return false;
  if (role === 'story' || branch.content.some((each) => isHeadingEntry(each) && each.level === level)) return true;
  return parent === undefined || parent.heading === null || parent.content.every((each) => each.type === 'branch');
}

function isHeadingEntry(content: Content): content is Extract<Content, { type: 'label' | 'mark' }> {
  return content.type === 'label' || content.type === 'mark';
}

/** Whether an answer has begun since the last question. The labels of an outline don't count. */
function isAnswered({ content }: Branch): boolean {
  const since = content.slice(content.findLastIndex((each) => isMark(each, 'question')) + 1);
  const outline = since.findLastIndex((each) => isMark(each, 'outline'));
  return since.some((each, index) => {
    if (each.type === 'label') return outline === -1 || index < outline || each.level !== null;
    return isMark(each, 'answer');
  });
}

function isMark(content: Content, mark: MarkEntry['mark']): boolean {
  return content.type === 'mark' && content.mark === mark;
}

/** Works out, from the inside out, which branches have answers. */
function survey(branch: Branch): void {
  let asked = false;
  for (const each of branch.content) {
    if (each.type === 'branch') {
      survey(each);
    } else if (each.type === 'label' || isMark(each, 'answer') || (asked && isTold(each))) {
      branch.own = 'labels';
    } else if (
      each.type === 'quote' &&
      !isProse(each) &&
      branch.own === 'nothing' &&
      branch.heading?.role.type !== 'aside'
    ) {
      branch.own = 'quote';
    }
    asked ||= isMark(each, 'question');
  }
  branch.bears = branch.own !== 'nothing';
  for (const each of branch.content) {
    if (each.type !== 'branch') continue;
    if (each.heading?.role.type === 'also') judgeAlso(each, branch);
    branch.bears ||= each.bears;
  }
}

/** "Questions" with labelled sections below, and no earlier story that they could belong to, is a group of stories. */
function judgeAlso(branch: Branch, parent: Branch): void {
  const alone = parent.own !== 'labels' && !parent.bears;
  if (branch.heading !== null && alone && holdsLabels(branch)) {
    // In its entry as well: its words are a name now, which must be in what is read.
    branch.heading.role = { type: 'plain' };
  } else {
    branch.bears = false;
  }
}

function holdsLabels(branch: Branch): boolean {
  return branch.own === 'labels' || branch.content.some((each) => each.type === 'branch' && holdsLabels(each));
}

/** Whether it is the answer to a `Q:`, which is any text that doesn't ask, with or without `A:`. */
function isTold(content: Content): boolean {
  return content.type === 'text' && !content.onLabelLine && !readsAsQuestion(joinLines(content.lines));
}

/** Moves an "Also works for" at or above the story's own level into the story before it. */
function gatherAlternates(parent: Branch): void {
  let story: Branch | null = null;
  let gathering: Branch | null = null;
  parent.content = parent.content.filter((each) => {
    if (each.type !== 'branch') return true;
    gatherAlternates(each);
    if (parent.own === 'labels') return true;
    if (each.heading?.role.type === 'also' && story !== null && !isBank(each, story)) gathering = story;
    else if (gathering !== null && tellsStory(each)) gathering = null;
    gathering?.content.push(each);
    if (gathering === null && each.bears) story = lastStory(each);
    return gathering === null;
  });
}

/**
 * Whether a heading beside a story’s own lists questions in general: “Questions”, rather than those that it answers. A
 * story that isn’t written yet answers none.
 */
function isBank({ heading, level }: Branch, story: Branch): boolean {
  if (heading?.role.type !== 'also' || level > story.level) return false;
  return heading.role.also.general || isUnwritten(story);
}

/** Whether it has only labels, or placeholders such as “TODO”. */
function isUnwritten({ own, content }: Branch): boolean {
  const first = content.findIndex(({ type }) => type === 'label');
  return (
    own === 'labels' &&
    first !== -1 &&
    content.slice(first).every((each) => each.type !== 'branch' && saysNothing(each))
  );
}

function saysNothing(entry: Entry): boolean {
  return entry.type === 'label' || entryBlocks(entry).every((block) => isBlank(blockText(block)));
}

/** Whether it is a story rather than another question: it has labelled sections, or begins with an outline. */
function tellsStory(branch: Branch): boolean {
  if (branch.own === 'labels') return true;
  if (branch.own === 'quote') return ownLabels(branch)[0]?.kind === 'situation';
  return branch.bears;
}

function lastStory(branch: Branch): Branch {
  if (branch.own !== 'nothing') return branch;
  const last = branch.content.findLast((each) => each.type === 'branch' && each.bears);
  return last?.type === 'branch' ? lastStory(last) : branch;
}
