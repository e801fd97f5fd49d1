import type { OutlineSection, Story } from './model.ts';

export type Direction = 'ltr' | 'rtl';

/** Scripts that are written from right to left, of languages spoken today. */
const fromRight =
  /[\p{scx=Hebr}\p{scx=Arab}\p{scx=Syrc}\p{scx=Thaa}\p{scx=Nkoo}\p{scx=Adlm}\p{scx=Rohg}\p{scx=Mand}\p{scx=Samr}]/gu;
const letter = /\p{L}/gu;

/** The direction of a text: that of most of its letters. A name in another script doesn’t turn it. */
export function directionOf(text: string): Direction {
  const right = text.match(fromRight)?.join('').match(letter)?.length ?? 0;
  return right * 2 > (text.match(letter)?.length ?? 0) ? 'rtl' : 'ltr';
}

/** The direction of a story, by its title and the rows of its outline. */
export function storyDirection({ title }: Pick<Story, 'title'>, outline: readonly OutlineSection[]): Direction {
  return directionOf([title, ...outline.flatMap(({ items }) => items.map(({ text }) => text))].join('\n'));
}
