import type { OutlineSection, Story, Variant } from '../../src/core/stories/model.ts';

/** A story made of an action's bullets; `more` replaces what a test is about. */
export function storyOf(id: string, bullets: string[], more: Partial<Story> = {}): Story {
  return {
    id,
    file: '/stories/base.md',
    line: 1,
    endLine: 9,
    group: 'Ownership',
    title: id,
    question: `When did you ${id}?`,
    followUps: [],
    tags: [],
    targetMs: null,
    planned: false,
    facts: [],
    outline: { derived: false, sections: [sectionOf(bullets)] },
    answer: [{ kind: 'action', label: 'A', text: bullets.join('\n\n'), words: 100, line: 5 }],
    variants: [],
    alternates: [],
    notes: [],
    ...more,
  };
}

/** A variant with an outline of its own. */
export function variantOf(title: string, bullets: string[]): Variant {
  return { title, short: false, line: 7, outline: [sectionOf(bullets)], answer: [] };
}

function sectionOf(bullets: string[]): OutlineSection {
  return {
    kind: 'action',
    label: 'A',
    items: bullets.map((text, index) => ({ id: text, text, depth: 0, line: index + 2 })),
  };
}
