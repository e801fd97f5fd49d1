import { append } from './append.ts';
import { blockText, itemTexts, type SectionBlock } from './answer.ts';
import { withoutNumber } from './headings.ts';
import { readsAsQuestion, splitGlued } from '../questions.ts';

/** What stands between a story's heading and its answer, sorted out. */
export interface Lead {
  question: string | null;
  followUps: string[];
  /** What is neither: it goes before the answer as text under no label. */
  preface: SectionBlock[];
}

/** Longer text that doesn't ask is no question. */
const longestStatement = 60;

/** What is known of a story beside its lead. */
export interface Asked {
  /** The question where it stands after `Q:`. */
  given: string | null;
  /** The heading, where it asks. */
  heading: string | null;
  /** There are no sections, so that only text that asks is a question. */
  pitch: boolean;
}

/** Finds the question in the text before an answer, and the follow-ups in the list under it. */
export function readLead(blocks: readonly SectionBlock[], { given, heading, pitch }: Asked): Lead {
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
