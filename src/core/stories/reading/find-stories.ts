import { append } from '../../values.ts';
import { addVariant, standsAlone } from './branches.ts';
import { isVersion } from './lines/versions.ts';
import { type AsideLines, setBranchAside, setTextAside } from './set-aside.ts';
import { addFollowUps, type FollowUpDraft, plainText, unprepared } from './answer.ts';
import { StoryBuilder } from './builder.ts';
import { type InheritedQuestion, makeDraft, type StoryDraft } from './drafts.ts';
import { isProse, type ListEntry, placed, type Placed, type TextEntry } from './lines/entries.ts';
import type { StoryHeading } from './lines/headings.ts';
import { markOutlines } from './outline-parts.ts';
import { readsAsQuestion, splitGlued } from '../questions.ts';
import { splitStories } from './segments.ts';
import type { StoryContents } from './story-parts.ts';
import { type Branch, type Content, ownLabels } from './tree.ts';
import { joinLines } from '../markdown/text-line.ts';
import { addMeta, type MetaDraft, noMeta } from './lines/meta.ts';

/**
 * Finds the stories of a file, in the order written. `declared` says that its front matter names a question, a group
 * or a target, which makes the file a story even without labels.
 */
export function findStories(root: Branch, declared: boolean): { drafts: StoryDraft[]; apart: AsideLines[] } {
  const asides: AsideLines[] = [];
  const drafts = visit(root, { ...rootScope(), asides }, declared).sort((one, other) => one.line - other.line);
  return { drafts, apart: asides };
}

function visit(branch: Branch, scope: Scope, declared: boolean): StoryDraft[] {
  const { heading } = branch;
  if (heading?.role.type === 'also' || (heading?.role.type === 'aside' && !branch.bears)) {
    setBranchAside(branch, scope.asides, heading.role.type === 'also' ? 'questions' : 'comment');
    return [];
  }
  if (isPlannedHeading(branch)) return [withScope(plainStory(branch.heading, branch.content, scope), scope)];
  const kids = branch.content.filter((each) => each.type === 'branch');
  const example = soleExample(branch, kids);
  if (example !== null) return visitMerged(branch, example, scope);
  const tells = tellsStory(branch);
  const plain = !tells && isPlain(branch, declared);
  const { below, used } = scopeBelow(branch, scope, tells || plain);
  const pitch = branch.own === 'quote' && ownLabels(branch).length === 0;
  const apart = new Set(kids.filter((kid) => (tells ? standsApart(kid, branch, pitch) : !plain || asks(kid.heading))));
  const content = branch.content.filter((each) => each.type !== 'branch' || !apart.has(each));
  const found = tells ? ownStories(heading, content, scope, below) : [];
  if (plain) found.push(withScope(plainStory(heading, content, scope), scope));
  const alone = kids.length === 1 && !branch.content.some((each) => each.type === 'text');
  for (const kid of apart) append(found, visit(kid, below, declared && alone));
  // Text above stories belongs to them, but a story's name that doesn't show up in any of them must be reported.
  if (
    heading !== null &&
    heading.role.type !== 'file' &&
    (heading.role.type !== 'story' || shows(found, heading.title))
  ) {
    found[0]?.used.push(placed(heading, tells || plain ? 'storyTitle' : 'group'));
  }
  append(found[0]?.used ?? [], used);
  if (!tells && !plain) {
    const asked = new Set(below.inherited?.used.map(({ line }) => line));
    setTextAside(branch, scope.asides, asked, found.length > 0);
  }
  return found;
}

/** Whether a title shows up in one of the stories; a title without words counts as present. */
function shows(stories: readonly StoryDraft[], title: string): boolean {
  return title === '' || stories.some((story) => [story.name, story.group, story.question].includes(title));
}

/** Whether the branch's own content is one or more stories. A quote above other stories describes their group. */
function tellsStory(branch: Branch): boolean {
  if (branch.own !== 'quote') return branch.own === 'labels';
  if (ownLabels(branch).length > 0) return true;
  const listed = branch.content.some(
    (each) => each.type === 'quote' && each.entries.some((entry) => entry.type === 'list'),
  );
  return listed || !branch.content.some((each) => each.type === 'branch' && each.bears);
}

/** Whether a heading below a story is another story. Below a pitch, which has no labels, any with an answer is. */
function standsApart(kid: Branch, parent: Branch, pitch: boolean): boolean {
  return standsAlone(kid, parent) || (pitch && kid.bears && kid.own === 'labels');
}

/** "Migration" with only an "Example" below it that has no question of its own is one story: returns that example. */
function soleExample(branch: Branch, kids: readonly Branch[]): Branch | null {
  const bearing = kids.filter((kid) => kid.bears);
  const [only] = bearing;
  if (bearing.length !== 1 || only === undefined || branch.heading === null || only.own === 'nothing') return null;
  const role = only.heading?.role;
  const example = role?.type === 'story' && role.word === 'story' && !role.numbered && only.heading?.title === '';
  return example && branch.heading.role.type === 'plain' && !asksItself(only) ? only : null;
}

/** Whether there is text before the answer that may be a question. */
function asksItself({ content }: Branch): boolean {
  const [first] = content;
  return first?.type === 'text' || first?.type === 'title' || (first?.type === 'mark' && first.mark === 'question');
}

function visitMerged(branch: Branch, example: Branch, scope: Scope): StoryDraft[] {
  const content = branch.content.flatMap((each) => (each === example ? example.content : [each]));
  const found = visit({ ...branch, content, own: example.own }, scope, false);
  if (example.heading !== null) found[0]?.used.push(placed(example.heading, 'storyTitle'));
  return found;
}

/** The stories in a heading's own content; more than one if the labels start over. */
function ownStories(
  heading: StoryHeading | null,
  content: readonly Content[],
  scope: Scope,
  below: Scope,
): StoryDraft[] {
  const stories = readParts(content);
  const [first] = stories;
  if (first === undefined) return [];
  // If the stories have names of their own, the heading is their group.
  const named = first.name !== null || (stories.length > 1 && (first.given.length > 0 || first.lead.length > 0));
  const isGroup = heading === null || (heading.role.type === 'plain' && named);
  return stories.map((parts, index) => {
    if (isGroup || (index > 0 && heading.opens !== true)) {
      return withScope(makeDraft(parts, null, below.group, scope.inherited), below);
    }
    if (index > 0) return withScope(makeDraft(parts, null, scope.group, scope.inherited), scope);
    if (heading.title !== '' && parts.name !== null) parts.lead.unshift(plainText(parts.name.written, parts.name.line));
    const group = heading.title === '' ? scope.groupOfUntitled : scope.group;
    return withScope(makeDraft(parts, heading, group, scope.inherited), scope);
  });
}

/** Splits content into stories and reads them. One that is just another version joins the story before it. */
function readParts(content: readonly Content[]): StoryContents[] {
  const stories: StoryContents[] = [];
  for (const segment of splitStories(markOutlines(content))) {
    const { parts } = new StoryBuilder(readVersions).addAll(segment);
    const last = stories.at(-1);
    if (!parts.answered && parts.quotes.length === 0 && parts.sections.length === 0) continue;
    if (last !== undefined && parts.name !== null && isVersion(parts.name.written)) addVariant(parts, parts.name, last);
    else stories.push(parts);
  }
  return stories;
}

function readVersions(branch: Branch): StoryContents[] {
  return readParts(branch.content);
}

/** Whether it is a story without labels: a heading that asks, or a file declared as a story, with text below. */
function isPlain(branch: Branch, declared: boolean): boolean {
  const told = branch.content.some(
    (each) => each.type === 'text' || isProseQuote(each) || (each.type === 'list' && !asksThroughout(each)),
  );
  const { heading } = branch;
  return told && !branch.bears && (asks(heading) || declared || heading?.plainStory === true);
}

function isProseQuote(each: Content): boolean {
  return each.type === 'quote' && isProse(each);
}

function plainStory(heading: StoryHeading | null, content: readonly Content[], scope: Scope): StoryDraft {
  const first = content.findIndex((each) => each.type !== 'list' || !asksThroughout(each));
  const start = first === -1 ? content.length : first;
  const builder = new StoryBuilder(readVersions);
  for (const each of content.slice(0, start)) {
    if (each.type !== 'list') continue;
    addFollowUps(each, builder.parts.followUps);
    builder.parts.used.push(placed(each, 'followUp'));
  }
  const { parts } = builder.answerNow().addAll(content.slice(start));
  return makeDraft(parts, heading, scope.group, scope.inherited);
}

/** Whether it is a story that isn’t written yet: one of the planned ones, or it asks and nothing is below it. */
function isPlannedHeading({ heading, content }: Branch): boolean {
  if (heading?.planned === true) return true;
  if (heading === null || !readsAsQuestion(heading.title) || heading.role.type === 'also') return false;
  return content.every(({ type }) => type === 'rule' || type === 'meta');
}

function asks(heading: StoryHeading | null): boolean {
  return heading !== null && readsAsQuestion(heading.title);
}

function asksThroughout(list: ListEntry): boolean {
  return list.items.every((item) => readsAsQuestion(item.text));
}

/** What a heading hands down to the stories below it. */
interface Scope {
  /** The closest heading above that isn't structural. */
  group: string | null;
  /** The same for a story without a title ("Example 1"), for which a heading that asks isn't a group. */
  groupOfUntitled: string | null;
  inherited: InheritedQuestion | null;
  meta: MetaDraft;
  /** Collects what belongs to no story. */
  asides: AsideLines[];
}

function rootScope(): Omit<Scope, 'asides'> {
  return { group: null, groupOfUntitled: null, inherited: null, meta: noMeta() };
}

/**
 * What stories below a heading inherit from it: its question, tags and target. `used` has the lines of the tags and the
 * target. A heading that is a story itself keeps them.
 */
function scopeBelow(branch: Branch, scope: Scope, tellsStory: boolean): { below: Scope; used: Placed[] } {
  const { heading, content } = branch;
  const plain = heading?.role.type === 'plain';
  const meta = { ...scope.meta, tags: [...scope.meta.tags] };
  const used: Placed[] = [];
  if (heading !== null) meta.targetMs = heading.targetMs ?? meta.targetMs;
  if (!tellsStory) {
    for (const each of content) {
      if (each.type !== 'meta' || each.key === 'title') continue;
      addMeta(meta, each.key, each.value);
      used.push(placed(each, 'fact'));
    }
  }
  const inherited = tellsStory ? null : questionAbove(branch);
  // A folded question isn’t a group, nor is one that a bold line asks.
  const names = plain && !(heading.level > 6 && readsAsQuestion(heading.title));
  const group = names ? heading.title || heading.written : (scope.group ?? meta.group);
  const groupOfUntitled = plain && readsAsQuestion(heading.title) ? scope.group : group;
  return { below: { group, groupOfUntitled, inherited, meta, asides: scope.asides }, used };
}

/** Gives a story the tags and the target from above it. */
function withScope(draft: StoryDraft, { meta }: Scope): StoryDraft {
  draft.meta.tags = [...new Set([...meta.tags, ...draft.meta.tags])];
  draft.meta.targetMs ??= meta.targetMs;
  return draft;
}

/** The question between a heading and the stories below it: "Question 1", its text, then a heading for the story. */
function questionAbove(branch: Branch): InheritedQuestion | null {
  const { heading, content } = branch;
  const end = content.findIndex((each) => each.type === 'branch');
  const texts: TextEntry[] = [];
  const lists: ListEntry[] = [];
  for (const each of content.slice(0, Math.max(0, end))) {
    if (each.type === 'text' && !each.verbatim) texts.push(each);
    else if (each.type === 'list') lists.push(each);
  }
  const words = texts.map((text) => joinLines(text.lines).replaceAll('\n', ' ')).join(' ');
  const isQuestion = heading?.role.type === 'story' && heading.role.word === 'question';
  const used = lists.map((each) => placed(each, 'followUp'));
  const followUps: FollowUpDraft[] = [];
  if (words !== '' && (isQuestion || readsAsQuestion(words))) {
    const [question = '', ...glued] = splitGlued(words);
    append(followUps, unprepared(glued, texts[0]?.line ?? 1));
    for (const list of lists) addFollowUps(list, followUps);
    return { question, followUps, used: [...texts.map((each) => placed(each, 'question')), ...used] };
  }
  const title = heading?.title ?? '';
  if (!readsAsQuestion(title)) return null;
  for (const list of lists) addFollowUps(list, followUps);
  return { question: title, followUps, used };
}
