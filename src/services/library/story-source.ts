import type { StorySource } from '../../core/contract/contract.ts';
import type { Problem } from '../../core/stories/model.ts';
import type { Parser } from './parse-pool.ts';
import { isWithin, readStoryFile } from './story-files.ts';

export interface SourceParts {
  parser: Pick<Parser, 'roles'>;
  /** The folders and files that are open. */
  roots: readonly string[];
  /** Those of the file. */
  problems: readonly Problem[];
}

/**
 * The source of a story file, with what each line was taken for. Rejects with a sentence if the file isn’t in an open
 * folder, with all links resolved, or can’t be read. A text that can’t be understood is shown anyway, and why.
 */
export async function readStorySource(file: string, { parser, roots, problems }: SourceParts): Promise<StorySource> {
  const root = roots.find((candidate) => isWithin(candidate, file));
  if (root === undefined) throw new Error(`${file} isn’t in one of your open folders, so Offbook doesn’t read it.`);
  const read = await readStoryFile(root, file);
  if (!read.ok) throw new Error(read.problem.message);
  const outcome = await parser.roles({ file, text: read.text });
  const known = outcome.ok ? problems : [outcome.problem, ...problems];
  return {
    file,
    // As an editor counts lines; the decoder has removed a byte order mark.
    text: read.text.replaceAll(/\r\n?/gu, '\n'),
    roles: outcome.ok ? outcome.roles : [],
    problems: known.toSorted((one, other) => (one.line ?? 0) - (other.line ?? 0)),
  };
}
