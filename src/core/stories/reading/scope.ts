import { append } from './append.ts';
import { itemTexts } from './answer.ts';
import type { InheritedQuestion, StoryDraft } from './drafts.ts';
import type { ListEntry, TextEntry } from './entries.ts';
import type { Lines } from '../markdown/block.ts';
import { joinLines } from '../markdown/text-line.ts';
import { addMeta, type MetaDraft, noMeta } from './meta.ts';
import { readsAsQuestion, splitGlued } from '../questions.ts';
import type { Branch } from './tree.ts';

/** What a heading passes on to the stories below it. */
export interface Scope {
  /** The closest heading above that isn't structural. */
  group: string | null;
  /** The same for a story that has no title either ("Example 1"), to which a heading that asks is no group. */
  groupOfUntitled: string | null;
  inherited: InheritedQuestion | null;
  meta: MetaDraft;
}

export function rootScope(): Scope {
  return { group: null, groupOfUntitled: null, inherited: null, meta: noMeta() };
}

/**
 * What stories below a heading that is no story itself have from it: its question, its tags, its target; `used` are the
 * lines with the tags and the target. A heading with a story keeps those for that story.
 */
export function scopeBelow(branch: Branch, scope: Scope, tellsStory: boolean): { below: Scope; used: Lines[] } {
  const { heading, content } = branch;
  const plain = heading?.role.type === 'plain';
  const meta = { ...scope.meta, tags: [...scope.meta.tags] };
  const used: Lines[] = [];
  if (heading !== null) meta.targetMs = heading.targetMs ?? meta.targetMs;
  if (!tellsStory) {
    for (const each of content) {
      if (each.type !== 'meta' || each.key === 'title') continue;
      addMeta(meta, each.key, each.value);
      used.push(each);
    }
  }
  const inherited = tellsStory ? null : questionAbove(branch);
  const group = plain ? heading.title || heading.written : (scope.group ?? meta.group);
  const groupOfUntitled = plain && readsAsQuestion(heading.title) ? scope.group : group;
  return { below: { group, groupOfUntitled, inherited, meta }, used };
}

/** Gives a story the tags and the target time that stand above it. */
export function withScope(draft: StoryDraft, { meta }: Scope): StoryDraft {
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
  if (words !== '' && (isQuestion || readsAsQuestion(words))) {
    const [question = '', ...followUps] = splitGlued(words);
    for (const list of lists) append(followUps, itemTexts(list));
    return { question, followUps, used: [...texts, ...lists] };
  }
  const title = heading?.title ?? '';
  if (!readsAsQuestion(title)) return null;
  return { question: title, followUps: lists.flatMap(itemTexts), used: lists };
}
