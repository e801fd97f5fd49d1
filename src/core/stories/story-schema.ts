import * as v from 'valibot';
import { sectionKinds, type Story } from './model.ts';

const text = v.string();
const line = v.pipe(v.number(), v.integer(), v.minValue(1));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const kind = v.picklist(sectionKinds);

const outlineSections = v.array(
  v.object({ kind, label: text, items: v.array(v.object({ id: text, text, depth: count, line })) }),
);
const answerSections = v.array(
  v.object({
    kind,
    label: text,
    text,
    words: count,
    line,
    lines: v.exactOptional(v.array(v.object({ at: count, line, depth: v.nullable(count) }))),
  }),
);
const followUps = v.array(v.object({ question: text, answer: text, line }));
const labelled = v.array(v.object({ label: text, text, line }));

/** A whole story, as a page that kept it hands it back. */
export const storySchema = v.object({
  id: text,
  file: text,
  line,
  endLine: line,
  group: v.nullable(text),
  title: text,
  question: v.nullable(text),
  followUps,
  tags: v.array(text),
  targetMs: v.nullable(v.pipe(v.number(), v.finite(), v.minValue(1))),
  planned: v.boolean(),
  facts: labelled,
  outline: v.object({ derived: v.boolean(), sections: outlineSections }),
  answer: answerSections,
  variants: v.array(
    v.object({ title: text, short: v.boolean(), line, outline: outlineSections, answer: answerSections }),
  ),
  alternates: v.array(
    v.object({ group: v.nullable(text), question: v.nullable(text), followUps, line, notes: answerSections }),
  ),
  notes: labelled,
}) satisfies v.GenericSchema<Story>;
