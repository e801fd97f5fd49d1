import { append } from './append.ts';
import { blockText, plainText, type SectionDraft, toAnswer } from './answer.ts';
import { deriveOutline, shorten } from './derive.ts';
import { type StoryDraft, withPreface } from './drafts.ts';
import type { FileMeta } from './file-meta.ts';
import { slug, stemOf, storySlug, uniqueIds, withItemIds } from '../ids.ts';
import type { OutlineSection, Story, Variant } from '../model.ts';
import type { OutlineDraft } from '../outline.ts';
import { readsAsQuestion } from '../questions.ts';
import { splitSentences } from '../sentences.ts';
import type { VariantDraft } from './story-parts.ts';

/** Makes a story of a draft, with what the file's front matter adds. `alone` where the file has no other story. */
export function finishStory(draft: StoryDraft, file: string, meta: FileMeta, alone: boolean): Story {
  if (alone) addQuestion(draft, meta);
  const group = draft.meta.group ?? draft.group ?? meta.group;
  const title = titleOf(draft, file, meta, alone);
  append(draft.used, meta.shared);
  return {
    id: storySlug({ file, group, title }),
    file,
    line: draft.line,
    endLine: draft.endLine,
    group,
    title,
    question: draft.question,
    followUps: draft.followUps,
    tags: [...new Set([...meta.tags, ...draft.meta.tags])],
    targetMs: draft.meta.targetMs ?? meta.targetMs,
    outline: {
      derived: !holdsItems(draft.outline),
      sections: outlineOf(draft.outline, draft.answer, ''),
    },
    answer: toAnswer(draft.answer),
    variants: finishVariants(draft.variants),
    alternates: draft.alternates,
  };
}

function finishVariants(variants: readonly VariantDraft[]): Variant[] {
  const prefixes = uniqueIds(variants.map(({ title }) => slug(title)));
  return variants.map(({ title, line, outline, answer }, index) => {
    const sections = outlineOf(outline, answer, `${prefixes[index]}-`);
    return { title, line, outline: sections, answer: toAnswer(answer) };
  });
}

/** The outline that was written, else one made from the answer. */
function outlineOf(
  outline: readonly OutlineDraft[],
  answer: readonly SectionDraft[],
  prefix: string,
): OutlineSection[] {
  return withItemIds(holdsItems(outline) ? outline : deriveOutline(answer), prefix);
}

function holdsItems(outline: readonly OutlineDraft[]): boolean {
  return outline.some((section) => section.items.length > 0);
}

/** The front matter's question is the story's; what stands before the answer then is something else. */
function addQuestion(draft: StoryDraft, meta: FileMeta): void {
  if (meta.question === null) return;
  if (meta.lines.question !== null) draft.used.push(meta.lines.question);
  const before = draft.question;
  draft.question = meta.question;
  if (before === null || before === meta.question || before === draft.name) return;
  if (readsAsQuestion(before)) draft.followUps.unshift(before);
  else draft.answer = withPreface(draft.answer, [plainText(before, draft.line)]);
}

function titleOf(draft: StoryDraft, file: string, meta: FileMeta, alone: boolean): string {
  if (draft.meta.title !== null) return draft.meta.title;
  const given = alone ? meta.title : null;
  const asks = readsAsQuestion(draft.name);
  if (draft.name !== '' && !(asks && given !== null)) return draft.name;
  if (given !== null) {
    if (meta.lines.title !== null) draft.used.push(meta.lines.title);
    return given;
  }
  const stem = stemOf(file).replace(/[-_]+/g, ' ').trim();
  return draft.question ?? (draft.written || (alone ? stem : firstWords(draft)) || stem);
}

/** A story without any name is called by how it begins. */
function firstWords({ outline, answer }: StoryDraft): string {
  const item = outline.flatMap((section) => section.items)[0];
  if (item !== undefined) return shorten(item.text);
  const block = answer.flatMap((section) => section.blocks)[0];
  const sentence = block === undefined ? undefined : splitSentences(blockText(block))[0];
  return sentence === undefined ? '' : shorten(sentence.text);
}
