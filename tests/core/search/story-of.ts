import type { Alternate, AnswerSection, OutlineSection, Story } from '../../../src/core/stories/model.ts';

/** A story with the parts that a test needs; the rest is empty. */
export function storyOf(id: string, parts: Partial<Story> = {}): Story {
  return {
    id,
    file: 'stories.md',
    line: 1,
    endLine: 1,
    group: null,
    title: id,
    question: null,
    followUps: [],
    tags: [],
    targetMs: null,
    planned: false,
    facts: [],
    outline: { derived: false, sections: [] },
    answer: [],
    variants: [],
    alternates: [],
    notes: [],
    ...parts,
  };
}

export function alternateOf(parts: Partial<Alternate>): Alternate {
  return { group: null, question: null, followUps: [], line: 1, notes: [], ...parts };
}

/** A full answer of one section. */
export function told(text: string): AnswerSection[] {
  return [{ kind: 'other', label: '', text, words: 0, line: 1 }];
}

/** Outline rows of one section. */
export function listed(...texts: string[]): OutlineSection[] {
  const items = texts.map((text, index) => ({ id: `${index}`, text, depth: 0, line: index + 1 }));
  return [{ kind: 'other', label: '', items }];
}
