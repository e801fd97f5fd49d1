import type { Aside, Story } from '../../src/core/stories/model.ts';
import { bakery, oven, sourdough } from './library-stories.ts';

/** A file's text with parts of its stories that the worker below reads from a comment. */
function withParts(text: string, parts: Record<string, Partial<Story> | Omit<Aside, 'file'>[]>): string {
  return `${text}\n<!-- ${JSON.stringify(parts)} -->\n`;
}

/** The worker that reads such comments. */
export const partsWorker = new URL('../services/workers/parts-worker.ts', import.meta.url);

const planned = `# Patience
## The stall at the fair
When did you save money?

S: Later.
`;

/** The bakery with prepared answers, facts, notes, a planned story and a list of questions. */
export const preparedBakery = {
  ...bakery,
  'a-oven.md': withParts(oven, {
    'The oven that smoked': {
      followUps: [
        {
          question: 'What made you step in?',
          answer: 'The baker next door coughed.\n\nI asked the owner first.',
          line: 4,
        },
        { question: 'What did it cost?', answer: '', line: 5 },
        { question: 'What would you do differently?', answer: 'Ring the sweep before the fair.', line: 6 },
      ],
      facts: [{ label: 'Company', text: 'Harbour Bakery', line: 3 }],
      notes: [{ label: 'Interview angle', text: 'Shows what one does without a mandate.', line: 30 }],
    },
  }),
  'b-starter.md': withParts(sourdough, {
    asides: [
      {
        line: 1,
        endLine: 2,
        kind: 'questions',
        text: 'Tell me about a time you fixed something.\nHow do you hire?',
      },
    ],
  }),
  'd-stall.md': withParts(planned, {
    'The stall at the fair': { planned: true, answer: [], outline: { derived: true, sections: [] } },
  }),
};
