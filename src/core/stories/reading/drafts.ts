import { append } from '../../values.ts';
import {
  addFollowUps,
  blockText,
  type FollowUpDraft,
  itemTexts,
  type LabelledDraft,
  newSection,
  type SectionBlock,
  type SectionDraft,
  unprepared,
} from './answer.ts';
import { type AsideEntry, labelsOf, placed, type Placed } from './lines/entries.ts';
import { bareQuestion, type StoryHeading, withoutNumber } from './lines/headings.ts';
import type { Lines } from '../markdown/block.ts';
import { tellsOwn } from './template/judge.ts';
import type { MetaDraft } from './lines/meta.ts';
import type { Alternate } from '../model.ts';
import type { OutlineDraft } from '../ids.ts';
import { readOutline } from './read-outline.ts';
import { readsAsQuestion, splitGlued } from '../questions.ts';
import type { StoryContents, VariantDraft } from './story-parts.ts';

/** A story as found, before it gets an id and the front matter's additions. */
export interface StoryDraft {
  line: number;
  endLine: number;
  /** Its name from the heading, or from a bold line in its place; empty if they don't name it. */
  name: string;
  /** The heading as written, used for want of a better name. */
  written: string;
  /** The closest heading above that isn't structural. */
  group: string | null;
  meta: MetaDraft;
  question: string | null;
  followUps: FollowUpDraft[];
  facts: LabelledDraft[];
  notes: LabelledDraft[];
  asides: AsideEntry[];
  outline: OutlineDraft[];
  answer: SectionDraft[];
  variants: VariantDraft[];
  alternates: Alternate[];
  used: Placed[];
}

/** A question asked above stories, for those of them that have none of their own. */
export interface InheritedQuestion {
  question: string | null;
  followUps: FollowUpDraft[];
  /** The lines that it is on. */
  used: readonly Placed[];
}

/** Assembles a story from its parts. `heading` is the one that names it, if any. */
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
  const used = heading === null ? [] : [placed(heading, 'storyTitle')];
  append(used, parts.used);
  append(used, lead.used);
  const line = heading?.line ?? firstLine(used);
  const draft: StoryDraft = {
    line,
    endLine: Math.max(heading?.endLine ?? 1, lastLine(used)),
    name: named?.title ?? '',
    written: named?.written ?? '',
    group,
    meta: parts.meta,
    question: lead.question,
    followUps: [...unprepared(glued, line), ...lead.followUps, ...parts.followUps],
    facts: parts.facts,
    notes: parts.notes,
    asides: [...parts.asides, ...lead.asides],
    outline: readOutline(parts.quotes),
    answer: withPreface(parts.sections, lead.preface),
    variants: parts.variants,
    alternates: parts.alternates,
    used,
  };
  draft.meta.targetMs ??= named?.targetMs ?? null;
  return addAsked(draft, parts.asks, inherited);
}

/** Gives a story without a question the first of those listed for it, else the one asked above it. */
function addAsked(draft: StoryDraft, asks: readonly Alternate[], inherited: InheritedQuestion | null): StoryDraft {
  const own = asks.find(({ group, question }) => question !== null && (group === null || draft.group === null));
  const first = draft.question === null ? own : undefined;
  // Notes can only be kept with their alternate.
  for (const each of asks) if (each !== first || each.notes.length > 0) draft.alternates.push(each);
  if (first !== undefined) {
    draft.question = first.question;
    draft.group ??= first.group;
    append(
      draft.followUps,
      unprepared(
        first.followUps.map(({ question }) => question),
        first.line,
      ),
    );
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

/** The text between a story's heading and its answer, sorted. */
interface Lead {
  question: string | null;
  followUps: FollowUpDraft[];
  used: Placed[];
  asides: AsideEntry[];
  /** Anything else, which goes before the answer as text without a label. */
  preface: SectionBlock[];
}

/** In words: longer text that doesn't ask anything isn't a question. */
const longestStatement = 60;

/** When somebody worked; 2000 is as likely a round number. */
const year = /\b(?:19[6-9]\d|200[1-9]|20[1-3]\d)\b/;

/** What is known about a story besides its lead. */
interface Asked {
  /** The question after `Q:`. */
  given: string | null;
  /** The heading, if it asks. */
  heading: string | null;
  /** Whether there are no sections, in which case only text that asks is a question. */
  pitch: boolean;
}

/** Finds the question in the text before an answer, and the follow-ups in the list under it. */
function readLead(blocks: readonly SectionBlock[], { given, heading, pitch }: Asked): Lead {
  const texts = blocks.filter((block) => block.type === 'text' && !block.verbatim);
  const asking = texts.filter((block) => readsAsQuestion(blockText(block)));
  const words = texts.reduce((sum, block) => sum + blockText(block).split(/\s+/).length, 0);
  // What somebody tells of themselves isn’t asked, nor is when it happened: “Town museum, 2021”.
  const own = texts.some((block) => tellsOwn(blockText(block)) || year.test(blockText(block)));
  const stated =
    given === null && heading === null && !pitch && asking.length === 0 && words <= longestStatement && !own;
  const questions = new Set<SectionBlock>(stated ? texts : asking);
  const asked = bareQuestion(withoutNumber([...questions].map((block) => oneLine(blockText(block))).join(' ')));
  const [first, ...glued] = splitGlued(asked);
  const lead: Lead = { question: given ?? first ?? heading, followUps: [], used: [], asides: [], preface: [] };
  const line = [...questions][0]?.line ?? 1;
  // A given question stays, and a question in the text becomes a follow-up.
  const others = given !== null && first !== undefined ? [first, ...glued] : glued;
  append(lead.followUps, unprepared(others, line));
  let seen = given !== null || heading !== null;
  for (const block of blocks) {
    if (questions.has(block)) {
      seen = true;
      lead.used.push(placed(block, 'question'));
    } else if (block.type === 'list' && block.isTasks === true && !asksThroughout(block)) {
      lead.asides.push({ ...asideLines(block), kind: 'comment' });
    } else if (block.type === 'list' && (seen || asksThroughout(block))) {
      addFollowUps(block, lead.followUps);
      lead.used.push(placed(block, 'followUp'));
    } else if (own && words <= longestStatement && asking.length === 0) {
      lead.asides.push({ ...asideLines(block), kind: 'preface' });
    } else {
      lead.preface.push(block);
      lead.used.push(placed(block, 'section', 'other'));
    }
  }
  lead.question ??= lead.followUps.shift()?.question ?? null;
  return lead;
}

function asideLines(block: SectionBlock): Omit<AsideEntry, 'kind'> {
  return { type: 'aside', line: block.line, endLine: block.endLine, text: blockText(block) };
}

function asksThroughout(block: SectionBlock): boolean {
  return itemTexts(block).every((text) => readsAsQuestion(text));
}

function oneLine(text: string): string {
  return text.replaceAll('\n', ' ');
}
