import * as v from 'valibot';
import { fadeLevels } from './fade.ts';
import { ratings } from './rating.ts';
import { rehearsalSetup } from './setup.ts';

/** What a person can do with a run, for calls: of `RunAction` all but what the program itself does. */
export const personAction = v.variant('type', [
  v.strictObject({
    type: v.picklist(['begin', 'nextSection', 'undo', 'pause', 'resume', 'peekDown', 'peekUp', 'end', 'finish']),
  }),
  v.strictObject({ type: v.literal('setLevel'), level: v.picklist(fadeLevels) }),
  v.strictObject({
    type: v.literal('setMissed'),
    itemId: v.pipe(v.string(), v.maxLength(1000)),
    missed: v.boolean(),
  }),
  v.strictObject({ type: v.literal('rate'), rating: v.nullable(v.picklist(ratings)) }),
]);
export type PersonAction = v.InferOutput<typeof personAction>;

const { thinkMs, level, targetMs } = rehearsalSetup.entries;

/** What a person chose before a mock interview. Times in milliseconds. For calls. */
export const mockSetup = v.strictObject({
  /** How many questions; fewer are asked where there are fewer stories. */
  count: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(20)),
  thinkMs,
  level,
  targetMs,
});

/** Where a rehearsal is: the place of the question, and what of it is shown. */
export const askPlace = v.strictObject({
  at: v.pipe(v.number(), v.integer(), v.minValue(0)),
  step: v.picklist(['answer', 'followUp', 'result', 'sheet']),
});
export type AskPlace = v.InferOutput<typeof askPlace>;
