import type { AnswerSection, OutlineSection, Story } from '../stories/model.ts';

/** Where words can be found in a story, as a person calls it; the most telling first. */
export const fields = ['question', 'alternate', 'followUp', 'title', 'tags', 'group', 'outline', 'text'] as const;
export type Field = (typeof fields)[number];

/**
 * The places that are searched. A word counts by where it stands: what an interviewer may ask outweighs what is said in
 * answer. The group of an alternate is a place of its own, or a story that also works for "Earn Trust" would come
 * before the stories of that group.
 */
export const places = {
  question: { field: 'question', boost: 8 },
  alternate: { field: 'alternate', boost: 7 },
  followUp: { field: 'followUp', boost: 4 },
  title: { field: 'title', boost: 3.5 },
  tags: { field: 'tags', boost: 3 },
  group: { field: 'group', boost: 2.5 },
  alternateGroup: { field: 'alternate', boost: 2 },
  outline: { field: 'outline', boost: 1.5 },
  text: { field: 'text', boost: 1 },
} as const satisfies Record<string, { field: Field; boost: number }>;
export type Place = keyof typeof places;
export const placeNames = Object.keys(places) as Place[];

/** A stretch of a story that is shown as one when words were found in it. */
export interface Passage {
  place: Place;
  /** Index among the story's alternates, where it belongs to one; null for the story itself. */
  alternate: number | null;
  text: string;
}

/** All of a story that can be searched, in the order of the places. */
export function passagesOf(story: Story): Passage[] {
  const { alternates, variants } = story;
  return [
    ...own('question', [story.question]),
    ...alternates.flatMap((alternate, index) => passages('alternate', index, [alternate.question])),
    ...own('followUp', story.followUps),
    ...alternates.flatMap((alternate, index) => passages('followUp', index, alternate.followUps)),
    // A story without a title of its own is titled by its question, which must not count twice.
    ...own('title', story.title === story.question ? [] : [story.title]),
    ...own('tags', story.tags),
    ...own('group', [story.group]),
    ...alternates.flatMap((alternate, index) => passages('alternateGroup', index, [alternate.group])),
    ...own('outline', items(story.outline.sections)),
    ...own('text', blocks(story.answer)),
    ...variants.flatMap(({ title, outline, answer }) => own('text', [title, ...items(outline), ...blocks(answer)])),
    ...alternates.flatMap((alternate, index) => passages('text', index, blocks(alternate.notes))),
  ];
}

function own(place: Place, texts: readonly (string | null)[]): Passage[] {
  return passages(place, null, texts);
}

function passages(place: Place, alternate: number | null, texts: readonly (string | null)[]): Passage[] {
  return texts.flatMap((text) => (text ? [{ place, alternate, text }] : []));
}

function items(sections: readonly OutlineSection[]): string[] {
  return sections.flatMap((section) => section.items.map((item) => item.text));
}

function blocks(sections: readonly AnswerSection[]): string[] {
  return sections.flatMap((section) => section.text.split(/\n+/u));
}
