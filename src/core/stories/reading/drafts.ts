import { append } from './append.ts';
import { newSection, type SectionDraft } from './answer.ts';
import { labelsOf } from './entries.ts';
import type { Heading } from './headings.ts';
import { readLead } from './lead.ts';
import type { Lines } from '../markdown/block.ts';
import type { MetaDraft } from './meta.ts';
import type { Alternate } from '../model.ts';
import { type OutlineDraft, readOutline } from '../outline.ts';
import { readsAsQuestion } from '../questions.ts';
import type { StoryParts, VariantDraft } from './story-parts.ts';

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
  parts: StoryParts,
  heading: Heading | null,
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
