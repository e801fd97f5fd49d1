import type { AnswerSection, FollowUp, Labelled, OutlineSection, Story } from '../stories/model.ts';
import type { Lexicon } from './lexicon.ts';
import { type PlacedTerm, placedTerms } from './placed-terms.ts';
import { bestShare, type Concept } from './concept.ts';
import type { Synonyms } from './synonyms.ts';
import { searchWords } from './words.ts';

/** The parts of a story that a match is shown as, the most telling first. */
const fields = [
  'question',
  'alternate',
  'followUp',
  'title',
  'tags',
  'group',
  'outline',
  'text',
  'followUpAnswer',
  'fact',
  'note',
] as const;
export type Field = (typeof fields)[number];

/**
 * The places that are searched. `boost` is how much a word counts there: what an interviewer may ask outweighs what
 * the answer says. The group of an alternate is a place of its own; otherwise a story that also works for "Earn Trust"
 * would come before the stories of that group. What is never spoken comes last.
 *
 * `trust` is how much a word there says about what a story is for, 0 to 1. What it is asked for says all, a follow-up is
 * about its details. The answer itself has many words by chance, and says nothing.
 */
export const places = {
  question: { field: 'question', boost: 8, trust: 1 },
  alternate: { field: 'alternate', boost: 7, trust: 1 },
  followUp: { field: 'followUp', boost: 4, trust: 0.7 },
  title: { field: 'title', boost: 3.5, trust: 1 },
  tags: { field: 'tags', boost: 3, trust: 1 },
  group: { field: 'group', boost: 2.5, trust: 1 },
  alternateGroup: { field: 'alternate', boost: 2, trust: 1 },
  outline: { field: 'outline', boost: 1.5, trust: 0 },
  text: { field: 'text', boost: 1, trust: 0 },
  followUpAnswer: { field: 'followUpAnswer', boost: 0.8, trust: 0 },
  fact: { field: 'fact', boost: 0.6, trust: 0 },
  note: { field: 'note', boost: 0.5, trust: 0 },
} as const satisfies Record<string, { field: Field; boost: number; trust: number }>;
export type PassagePlace = keyof typeof places;
export const placeNames = Object.keys(places) as PassagePlace[];

/** A piece of a story that a match can be shown with. */
interface Passage {
  place: PassagePlace;
  /** Index of the alternate that it belongs to; null for the story itself. */
  alternate: number | null;
  text: string;
}

/** Everything in a story that can be searched, in the order of the places. */
export function passagesOf(story: Story): Passage[] {
  const { alternates, variants } = story;
  return [
    ...own('question', [story.question]),
    ...alternates.flatMap((alternate, index) => passages('alternate', index, [alternate.question])),
    ...own('followUp', story.followUps.map(asked)),
    ...alternates.flatMap((alternate, index) => passages('followUp', index, alternate.followUps.map(asked))),
    // A story without a title has its question as title, which must not count twice.
    ...own('title', story.title === story.question ? [] : [story.title]),
    ...own('tags', story.tags),
    ...own('group', [story.group]),
    ...alternates.flatMap((alternate, index) => passages('alternateGroup', index, [alternate.group])),
    ...own('outline', items(story.outline.sections)),
    ...own('text', blocks(story.answer)),
    ...variants.flatMap(({ title, outline, answer }) => own('text', [title, ...items(outline), ...blocks(answer)])),
    ...alternates.flatMap((alternate, index) => passages('text', index, blocks(alternate.notes))),
    ...own('followUpAnswer', story.followUps.flatMap(prepared)),
    ...alternates.flatMap((alternate, index) =>
      passages('followUpAnswer', index, alternate.followUps.flatMap(prepared)),
    ),
    ...own('fact', story.facts.flatMap(blocksOf)),
    ...own('note', story.notes.flatMap(blocksOf)),
  ];
}

function own(place: PassagePlace, texts: readonly (string | null)[]): Passage[] {
  return passages(place, null, texts);
}

function passages(place: PassagePlace, alternate: number | null, texts: readonly (string | null)[]): Passage[] {
  return texts.flatMap((text) => (text ? [{ place, alternate, text }] : []));
}

function asked({ question }: FollowUp): string {
  return question;
}

function prepared({ answer }: FollowUp): string[] {
  return blocksOf({ text: answer });
}

function items(sections: readonly OutlineSection[]): string[] {
  return sections.flatMap((section) => section.items.map((item) => item.text));
}

function blocks(sections: readonly AnswerSection[]): string[] {
  return sections.flatMap(blocksOf);
}

function blocksOf({ text }: Pick<AnswerSection | Labelled, 'text'>): string[] {
  return text.split(/\n+/u);
}

export interface FoundPassage extends Passage {
  /** Where the text has the words of the search, or others that answer it. */
  hits: PlacedTerm[];
}

/**
 * The passage of a story that best answers a search: most of the search, in the most telling place; the first of
 * equals. `found` has the places of each term, from the index. Null if no passage answers any of the search.
 */
export function bestPassage(
  story: Story,
  concepts: readonly Concept[],
  found: Readonly<Record<string, readonly string[]>>,
  lexicon: Lexicon,
  synonyms: Synonyms,
): FoundPassage | null {
  const wanted = new Set(concepts.flatMap((concept) => [...concept.terms.keys()]));
  const all = passagesOf(story);
  let best: FoundPassage | null = null;
  let bestScore = 0;
  for (const { place, most } of promising(concepts, found)) {
    // Reading is slow, so places that can't win any more are skipped.
    if (bestScore >= most) break;
    for (const passage of all) {
      if (passage.place !== place) continue;
      const hits = hitsIn(passage.text, wanted, lexicon, synonyms);
      const terms = new Set(hits.map((hit) => hit.term));
      const score = scoreOf(place, concepts, (term) => terms.has(term));
      if (score <= bestScore) continue;
      best = { ...passage, hits: telling(hits, concepts, terms) };
      bestScore = score;
    }
  }
  return best;
}

/** The best hits for each concept: where the word itself occurs, its synonyms aren't hits. */
function telling(hits: readonly PlacedTerm[], concepts: readonly Concept[], found: ReadonlySet<string>): PlacedTerm[] {
  const shown = new Set<string>();
  for (const concept of concepts) {
    const best = bestShare(concept, (term) => found.has(term));
    for (const [term, share] of concept.terms) if (share === best) shown.add(term);
  }
  return hits.filter(({ term }) => shown.has(term));
}

/** The places, with the highest score that a passage there can have, highest first. */
function promising(concepts: readonly Concept[], found: Readonly<Record<string, readonly string[]>>) {
  const scored = placeNames.map((place) => ({
    place,
    most: scoreOf(place, concepts, (term) => Object.hasOwn(found, term) && (found[term]?.includes(place) ?? false)),
  }));
  return scored.filter(({ most }) => most > 0).sort((one, other) => other.most - one.most);
}

/** An answer has light words and synonyms by chance: its “opposed” is seldom the conflict that was asked about. */
const byChance = 0.25;

/**
 * How well a passage answers a search. The passage shown should explain why the story was found, so answering more of
 * the search counts more than a better place: all of it in the text scores the same as half of it in the question.
 */
function scoreOf(place: PassagePlace, concepts: readonly Concept[], holds: (term: string) => boolean): number {
  const { boost, trust } = places[place];
  let answered = 0;
  for (const concept of concepts) {
    const { weight, own } = concept;
    const whole = bestShare(concept, holds);
    const inItself = weight < 1 ? 0 : bestShare(concept, (term) => own.has(term) && holds(term));
    answered += (trust > 0 ? whole : Math.max(inItself, whole * byChance)) * weight;
  }
  return answered ** 3 * boost;
}

function hitsIn(text: string, wanted: ReadonlySet<string>, lexicon: Lexicon, synonyms: Synonyms): PlacedTerm[] {
  const words = searchWords(text);
  const terms = words.map((word) => lexicon.termOf(word.text));
  return placedTerms(text, words, terms, synonyms).filter(({ term }) => wanted.has(term));
}
