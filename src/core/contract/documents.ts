import * as v from 'valibot';
import { documentFormats, largestDocumentBytes, largestStoryBytes, mostDocuments } from '../stories/incoming.ts';

const name = v.pipe(v.string(), v.maxLength(1000));

/** A document to read; `name` is empty for what was pasted. */
export const givenDocument = v.strictObject({
  name,
  format: v.picklist(documentFormats),
  // Base64 has four characters for three bytes.
  content: v.pipe(v.string(), v.maxLength(Math.ceil(largestDocumentBytes / 3) * 4)),
});

/** Documents to keep, as Markdown. */
export const documentsToKeep = v.pipe(
  v.array(v.strictObject({ name, text: v.pipe(v.string(), v.nonEmpty(), v.maxLength(largestStoryBytes)) })),
  v.minLength(1),
  v.maxLength(mostDocuments),
);
