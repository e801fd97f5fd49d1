import { append } from '../../values.ts';
import {
  blockText,
  plainText,
  type SectionBlock,
  type SectionDraft,
  toAnswer,
  toFollowUps,
  toLabelled,
  unprepared,
} from './answer.ts';
import { isShort } from './lines/versions.ts';
import { type StoryDraft, withPreface } from './drafts.ts';
import { placed } from './lines/entries.ts';
import type { FileMeta } from './lines/meta.ts';
import { slug, stemOf, storySlug, uniqueIds, withItemIds } from '../ids.ts';
import type { OutlineSection, Story, Variant } from '../model.ts';
import type { ItemDraft, OutlineDraft } from '../outline.ts';
import { readsAsQuestion } from '../questions.ts';
import type { VariantDraft } from './story-parts.ts';
import { joinLines, type TextLine } from '../markdown/text-line.ts';

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
    outline: {
      derived: !holdsItems(draft.outline),
      sections: outlineOf(draft.outline, draft.answer, ''),
    },
    answer: toAnswer(draft.answer),
    variants: finishVariants(draft.variants),
    alternates: draft.alternates,
    notes: toLabelled(draft.notes),
  };
}

/** What people write where they will write something later. */
const blank = /^(?:[\s.…_–—-]*|\W*(?:todo|tbd|tba|xxx|n\/a|fill in|\?+)\W*)$/iu;

/** Whether there are labels, or an answer was announced, and nothing is written. */
function isPlanned({ answer, outline, variants }: StoryDraft): boolean {
  const written = answer.some(({ blocks }) => !blank.test(blocks.map(blockText).join(' ')));
  return !written && !holdsItems(outline) && variants.length === 0;
}

function finishVariants(variants: readonly VariantDraft[]): Variant[] {
  const prefixes = uniqueIds(variants.map(({ title }) => slug(title)));
  return variants.map(({ title, line, outline, answer }, index) => {
    const sections = outlineOf(outline, answer, `${prefixes[index]}-`);
    return { title, short: isShort(title), line, outline: sections, answer: toAnswer(answer) };
  });
}

/** The outline as written, else one made from the answer. */
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
  if (item !== undefined) return shorten(item.text);
  const block = answer.flatMap((section) => section.blocks)[0];
  const sentence = block === undefined ? undefined : splitSentences(blockText(block))[0];
  return sentence === undefined ? '' : shorten(sentence.text);
}

/** In words: an item made from a sentence must be readable at a glance. */
const longestItem = 8;
/** In words: a shorter clause says too little. */
const shortestClause = 3;

/**
 * Makes an outline from an answer: an item for each list item, and a shortened one for each sentence. Notes under a
 * heading of their own are left out, since they aren't for speaking.
 */
function deriveOutline(sections: readonly SectionDraft[]): OutlineDraft[] {
  const told = sections.filter((section) => section.kind !== 'other' || section.label === '');
  return (told.length === 0 ? sections : told).map(({ kind, label, blocks }) => ({
    kind,
    label,
    items: blocks.flatMap(itemsOf),
  }));
}

function itemsOf(block: SectionBlock): ItemDraft[] {
  if (block.type === 'text') return proseItems(block.lines);
  const shallowest = block.items.reduce((least, item) => Math.min(least, item.depth), Number.POSITIVE_INFINITY);
  return block.items.flatMap(({ text, lines, depth, line, onLabelLine }) =>
    onLabelLine ? proseItems(lines) : [{ text, depth: depth - shallowest, line }],
  );
}

function proseItems(lines: readonly TextLine[]): ItemDraft[] {
  /** Offset in the joined text at which each line begins. */
  const starts: number[] = [];
  let offset = 0;
  for (const { text } of lines) {
    starts.push(offset);
    offset += text.length + 1;
  }
  let at = 0;
  return splitSentences(joinLines(lines)).map(({ text, start }) => {
    while (at + 1 < starts.length && (starts[at + 1] ?? 0) <= start) at += 1;
    return { text: shorten(text), depth: 0, line: lines[at]?.line ?? 1 };
  });
}

/** Shortens a sentence to the clauses that fit, else to its first eight words. */
function shorten(sentence: string): string {
  const words = sentence.split(/\s+/);
  if (words.length <= longestItem) return sentence.replace(/[.;,:]$/, '');
  let end = longestItem;
  for (let count = longestItem; count >= shortestClause; count -= 1) {
    if (/[,;:]$/.test(words[count - 1] ?? '') || /^[–—-]$/.test(words[count] ?? '')) {
      end = count;
      break;
    }
  }
  return words
    .slice(0, end)
    .join(' ')
    .replace(/[.,;:]$/, '');
}

/** Words with a full stop that doesn't end a sentence. */
const abbreviations = new Set(
  'e.g i.e etc vs mr mrs ms dr prof st no nr approx ca bzw usw vgl inkl z.b u.a d.h z b d p.ex ex sr sra inc ltd co u.s a.m p.m'.split(
    ' ',
  ),
);

/** A sentence and where it begins in the text. */
interface Sentence {
  text: string;
  start: number;
}

/** Splits prose after full stops, question and exclamation marks that a new sentence follows, and at line breaks. */
function splitSentences(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  const cut = (end: number, next: number): void => {
    const sentence = text.slice(start, end).trim();
    if (sentence !== '') sentences.push({ text: sentence, start: start + text.slice(start, end).search(/\S/) });
    start = next;
  };
  for (const found of text.matchAll(/\n+|[.!?…]["'”’»)\]]*\s+(?=["'“‘„«([¿¡]*[\p{Lu}\p{N}])/gu)) {
    const end = found.index + found[0].trimEnd().length;
    if (found[0].startsWith('.') && isAbbreviation(text, start, found.index)) continue;
    cut(end, found.index + found[0].length);
  }
  cut(text.length, text.length);
  return sentences;
}

function isAbbreviation(text: string, start: number, stop: number): boolean {
  const from = Math.max(start, text.lastIndexOf(' ', stop - 1) + 1, stop - 8);
  const word = text
    .slice(from, stop)
    .replace(/^[("'“„«]+/, '')
    .toLowerCase();
  // A single capital is an initial: "J. Smith".
  return abbreviations.has(word) || /^\p{L}$/u.test(word);
}
