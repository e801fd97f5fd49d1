import { append } from './append.ts';
import { blockText, itemTexts, newSection, type SectionBlock, type SectionDraft } from './answer.ts';
import { labelsOf } from './entries.ts';
import { type StoryHeading, withoutNumber } from './headings.ts';
import type { Lines } from '../markdown/block.ts';
import type { MetaDraft } from './meta.ts';
import type { Alternate } from '../model.ts';
import { type OutlineDraft, readOutline } from '../outline.ts';
import { readsAsQuestion, splitGlued } from '../questions.ts';
import type { StoryContents, VariantDraft } from './story-parts.ts';

/** A story as it was found, before it has an id and what the file's front matter adds. */
export interface StoryDraft {
  line: number;
  endLine: number;
  /** What its heading, or the bold line in its place, calls it; empty where they say nothing. */
  name: string;
  /** The heading as it was written, for want of a better name. */
  written: string;
  /** The closest heading above that isn't structural. */
  group: string | null;
  meta: MetaDraft;
  question: string | null;
  followUps: string[];
  outline: OutlineDraft[];
  answer: SectionDraft[];
  variants: VariantDraft[];
  alternates: Alternate[];
  used: Lines[];
}

/** A question that a heading above asks, for the stories below it that have none. */
export interface InheritedQuestion {
  question: string | null;
  followUps: string[];
  /** Where it stands. */
  used: readonly Lines[];
}

/** Puts a story's parts together. `heading` is the one that names it, if any does. */
export function makeDraft(
  parts: StoryContents,
  heading: StoryHeading | null,
  group: string | null,
  inherited: InheritedQuestion | null,
): StoryDraft {
  const named = heading === null || (heading.title === '' && parts.name !== null) ? parts.name : heading;
  const labelled = parts.sections.some((section) => section.kind !== 'other');
  const pitch = !labelled && !parts.answered && parts.quotes.every((quote) => labelsOf(quote.entries).length === 0);
  const [given = null, ...glued] = parts.given;
  const headingAsks = named !== null && readsAsQuestion(named.title) ? named.title : null;
  const lead = readLead(parts.lead, { given, heading: headingAsks, pitch });
  const draft: StoryDraft = {
    line: heading?.line ?? firstLine(parts.used),
    endLine: Math.max(heading?.endLine ?? 1, lastLine(parts.used)),
    name: named?.title ?? '',
    written: named?.written ?? '',
    group,
    meta: parts.meta,
    question: lead.question,
    followUps: [...glued, ...lead.followUps, ...parts.followUps],
    outline: readOutline(parts.quotes),
    answer: withPreface(parts.sections, lead.preface),
    variants: parts.variants,
    alternates: parts.alternates,
    used: heading === null ? parts.used : [heading, ...parts.used],
  };
  draft.meta.targetMs ??= named?.targetMs ?? null;
  return addAsked(draft, parts.asks, inherited);
}

/** A story without a question has the first of those that it is said to answer, else the one asked above it. */
function addAsked(draft: StoryDraft, asks: readonly Alternate[], inherited: InheritedQuestion | null): StoryDraft {
  const own = asks.find(({ group, question }) => question !== null && (group === null || draft.group === null));
  const first = draft.question === null ? own : undefined;
  // Notes have no other place than their alternate.
  for (const each of asks) if (each !== first || each.notes.length > 0) draft.alternates.push(each);
  if (first !== undefined) {
    draft.question = first.question;
    draft.group ??= first.group;
    append(draft.followUps, first.followUps);
  } else if (draft.question === null && inherited !== null) {
    draft.question = inherited.question;
    draft.followUps = [...inherited.followUps, ...draft.followUps];
    append(draft.used, inherited.used);
  }
  return draft;
}

export function withPreface(sections: readonly SectionDraft[], preface: SectionDraft['blocks']): SectionDraft[] {
  const [first] = preface;
  if (first === undefined) return [...sections];
  const section = newSection('other', '', first.line);
  append(section.blocks, preface);
  const [next, ...others] = sections;
  if (next === undefined || next.kind !== 'other' || next.label !== '') return [section, ...sections];
  append(section.blocks, next.blocks);
  return [section, ...others];
}

function firstLine(used: readonly Lines[]): number {
  const first = used.reduce((least, { line }) => Math.min(least, line), Number.POSITIVE_INFINITY);
  return Number.isFinite(first) ? first : 1;
}

function lastLine(used: readonly Lines[]): number {
  return used.reduce((most, { endLine }) => Math.max(most, endLine), 1);
}

/** What stands between a story's heading and its answer, sorted out. */
interface Lead {
  question: string | null;
  followUps: string[];
  /** What is neither: it goes before the answer as text under no label. */
  preface: SectionBlock[];
}

/** Longer text that doesn't ask is no question. */
const longestStatement = 60;

/** What is known of a story beside its lead. */
interface Asked {
  /** The question where it stands after `Q:`. */
  given: string | null;
  /** The heading, where it asks. */
  heading: string | null;
  /** There are no sections, so that only text that asks is a question. */
  pitch: boolean;
}

/** Finds the question in the text before an answer, and the follow-ups in the list under it. */
function readLead(blocks: readonly SectionBlock[], { given, heading, pitch }: Asked): Lead {
  const texts = blocks.filter((block) => block.type === 'text' && !block.verbatim);
  const asking = texts.filter((block) => readsAsQuestion(blockText(block)));
  const words = texts.reduce((sum, block) => sum + blockText(block).split(/\s+/).length, 0);
  const stated = given === null && heading === null && !pitch && asking.length === 0 && words <= longestStatement;
  const questions = new Set<SectionBlock>(stated ? texts : asking);
  const asked = withoutNumber([...questions].map((block) => oneLine(blockText(block))).join(' '));
  const [own, ...glued] = splitGlued(asked);
  const lead: Lead = { question: given ?? own ?? heading, followUps: [], preface: [] };
  // A question that was given stays, and what the text asks follows it up.
  if (given !== null && own !== undefined) lead.followUps.push(own);
  append(lead.followUps, glued);
  let seen = given !== null || heading !== null;
  for (const block of blocks) {
    if (questions.has(block)) seen = true;
    else if (block.type === 'list' && (seen || asksThroughout(block))) append(lead.followUps, itemTexts(block));
    else lead.preface.push(block);
  }
  lead.question ??= lead.followUps.shift() ?? null;
  return lead;
}

function asksThroughout(block: SectionBlock): boolean {
  return itemTexts(block).every((text) => readsAsQuestion(text));
}

function oneLine(text: string): string {
  return text.replaceAll('\n', ' ');
}
