import type { AnswerSection, Library, OutlineSection, Story } from '../stories/model.ts';

/** Everything that a person wrote into their stories, piece by piece; labels and line numbers are left out. */
export function storyTexts({ stories, unplaced }: Library): string[] {
  return [...stories.flatMap(textsOf), ...unplaced.map(({ text }) => text)];
}

function textsOf({ group, title, question, followUps, tags, outline, answer, variants, alternates }: Story): string[] {
  return [
    ...said(group, title, question),
    ...followUps,
    ...tags,
    ...outlineTexts(outline.sections),
    ...answerTexts(answer),
    ...variants.flatMap((variant) => [variant.title, ...outlineTexts(variant.outline), ...answerTexts(variant.answer)]),
    ...alternates.flatMap((alternate) => [
      ...said(alternate.group, alternate.question),
      ...alternate.followUps,
      ...answerTexts(alternate.notes),
    ]),
  ];
}

function said(...texts: (string | null)[]): string[] {
  return texts.filter((text) => text !== null);
}

function outlineTexts(sections: readonly OutlineSection[]): string[] {
  return sections.flatMap(({ items }) => items.map(({ text }) => text));
}

function answerTexts(sections: readonly AnswerSection[]): string[] {
  return sections.map(({ text }) => text);
}
