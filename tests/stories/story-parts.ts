import { bakery, oven, sourdough } from './library-stories.ts';

const prepared = `**Interview angle:** Shows what one does without a mandate.

#### Follow-up questions
##### What made you step in?
The baker next door coughed.

I asked the owner first.
##### What did it cost?
##### What would you do differently?
Ring the sweep before the fair.

`;

/** The bakery with prepared answers, facts, notes, a planned story and a list of questions. */
export const preparedBakery = {
  ...bakery,
  'a-oven.md': oven
    .replace('## The oven that smoked\n', '$&Company: Harbour Bakery\n\n')
    .replace('* What made you step in?\n* What did it cost?\n', '')
    .replace('#### Shorter Answer', `${prepared}$&`),
  'b-starter.md': `# Common questions
* Tell me about a time you fixed something.
* How do you hire?

${sourdough}`,
  'd-stall.md': `# Patience
## The stall at the fair
When did you save money?

S:
T:
A:
R:
`,
};
