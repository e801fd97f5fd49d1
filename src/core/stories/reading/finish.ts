import { append } from '../../values.ts';
import { blockText, isBlank, plainText, toAnswer, toFollowUps, toLabelled, unprepared } from './answer.ts';
import { isShort } from './lines/versions.ts';
import { type StoryDraft, withPreface } from './drafts.ts';
import { placed } from './lines/entries.ts';
import type { FileMeta } from './lines/meta.ts';
import { type OutlineDraft, stemOf, storySlug, variantPrefixes, withItemIds } from '../ids.ts';
import type { OutlineSection, Story, Variant } from '../model.ts';
import { sentenceStart, splitSentences } from '../outline/sentences.ts';
import { readsAsQuestion } from '../questions.ts';
import type { VariantDraft } from './story-parts.ts';

/** Makes a story from a draft and the file's front matter. `alone` if the file has no other story. */
export function finishStory(draft: StoryDraft, file: string, meta: FileMeta, alone: boolean): Story {
  if (alone) addQuestion(draft, meta);
  const group = draft.meta.group ?? draft.group ?? meta.group;
  const title = titleOf(draft, file, meta, alone);
  append(
    draft.used,
    meta.shared.map((lines) => placed(lines, 'frontMatter')),
  );
  return {
    id: storySlug({ file, group, title }),
    file,
    line: draft.line,
    endLine: draft.endLine,
    group,
    title,
    question: draft.question,
    followUps: toFollowUps(draft.followUps),
    tags: [...new Set([...meta.tags, ...draft.meta.tags])],
    targetMs: draft.meta.targetMs ?? meta.targetMs,
    planned: isPlanned(draft),
    facts: toLabelled(draft.facts),
    outline: { derived: !holdsItems(draft.outline), sections: writtenOutline(draft.outline, '') },
    answer: toAnswer(draft.answer),
    variants: finishVariants(draft.variants),
    alternates: draft.alternates,
    notes: toLabelled(draft.notes),
  };
}

/** Whether there are labels, or an answer was announced, and nothing is written. */
function isPlanned({ answer, outline, variants }: StoryDraft): boolean {
  const written = answer.some(({ blocks }) => !isBlank(blocks.map(blockText).join(' ')));
  return !written && !holdsItems(outline) && variants.length === 0;
}

function finishVariants(variants: readonly VariantDraft[]): Variant[] {
  const prefixes = variantPrefixes(variants);
  return variants.map(({ title, line, outline, answer }, index) => {
    const sections = writtenOutline(outline, prefixes[index] ?? '');
    return { title, short: isShort(title), line, outline: sections, answer: toAnswer(answer) };
  });
}

/** The outline as written, or none if it has no items. */
function writtenOutline(outline: readonly OutlineDraft[], prefix: string): OutlineSection[] {
  return holdsItems(outline) ? withItemIds(outline, prefix) : [];
}

function holdsItems(outline: readonly OutlineDraft[]): boolean {
  return outline.some((section) => section.items.length > 0);
}

/** Takes the question from the front matter. Text before the answer is then no longer taken for the question. */
function addQuestion(draft: StoryDraft, meta: FileMeta): void {
  if (meta.question === null) return;
  if (meta.lines.question !== null) draft.used.push(placed(meta.lines.question, 'frontMatter'));
  const before = draft.question;
  draft.question = meta.question;
  if (before === null || before === meta.question || before === draft.name) return;
  if (readsAsQuestion(before)) append(draft.followUps, unprepared([before], draft.line));
  else draft.answer = withPreface(draft.answer, [plainText(before, draft.line)]);
}

function titleOf(draft: StoryDraft, file: string, meta: FileMeta, alone: boolean): string {
  if (draft.meta.title !== null) return draft.meta.title;
  const given = alone ? meta.title : null;
  const asks = readsAsQuestion(draft.name);
  if (draft.name !== '' && !(asks && given !== null)) return draft.name;
  if (given !== null) {
    if (meta.lines.title !== null) draft.used.push(placed(meta.lines.title, 'frontMatter'));
    return given;
  }
  const stem = stemOf(file).replace(/[-_]+/g, ' ').trim();
  return draft.question ?? (draft.written || (alone ? stem : firstWords(draft)) || stem);
}

/** The first words of a story, as the title of one without a name. */
function firstWords({ outline, answer }: StoryDraft): string {
  const item = outline.flatMap((section) => section.items)[0];
  if (item !== undefined) return sentenceStart(item.text);
  const block = answer.flatMap((section) => section.blocks)[0];
  const sentence = block === undefined ? undefined : splitSentences(blockText(block))[0];
  return sentence === undefined ? '' : sentenceStart(sentence.text);
}
