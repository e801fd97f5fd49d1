import type { Alternate, AnswerSection, OutlineSection, SectionKind, Story } from '../../../src/core/stories/model.ts';
import type { Interview } from '../../../src/core/rehearsal/interviews.ts';
import { followUps } from '../../follow-ups.ts';

/** A story told by situation, action and result; `more` replaces what a test is about. */
export function storyOf(id: string, more: Partial<Story> = {}): Story {
  return {
    id,
    file: '/stories/work.md',
    line: 1,
    endLine: 20,
    group: 'Ownership',
    title: `The ${id}`,
    question: `When did you ${id}?`,
    followUps: [],
    tags: [],
    targetMs: null,
    planned: false,
    facts: [],
    outline: {
      derived: false,
      sections: [
        outlineOf('situation', 'Warehouse moves in May', 'Nobody owns the labels'),
        outlineOf('action', `I ${id}`, 'Printed two sets', 'Walked the aisles'),
        outlineOf('result', 'Moved in 3 days'),
      ],
    },
    answer: [
      answerOf('situation', 'Our warehouse had to move in May, and nobody owned the labels.'),
      answerOf('action', `So I did ${id}, printed two sets and walked the aisles with the crew.`),
      answerOf('result', 'We moved in 3 days instead of 9.'),
    ],
    variants: [],
    alternates: [],
    notes: [],
    ...more,
  };
}

export function outlineOf(kind: SectionKind, ...texts: string[]): OutlineSection {
  const items = texts.map((text, index) => ({ id: `${kind}-${index}`, text, depth: 0, line: index + 2 }));
  return { kind, label: kind, items };
}

export function answerOf(kind: SectionKind, text: string): AnswerSection {
  return { kind, label: kind, text, words: text.split(' ').length, line: 10 };
}

export function alternateOf(group: string | null, question: string | null, asked: string[] = []): Alternate {
  return { group, question, followUps: followUps(...asked), line: 15, notes: [] };
}

/** An interview about all stories on the morning of 2026-11-23; `more` replaces what a test is about. */
export function interviewOf(id: string, more: Partial<Interview> = {}): Interview {
  return {
    id,
    company: `Company ${id}`,
    day: '2026-11-23',
    time: '09:00',
    competencies: [],
    stories: { which: 'all' },
    ...more,
  };
}

/** Chance that can be told in advance: the same seed gives the same draws (a linear congruential generator). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
