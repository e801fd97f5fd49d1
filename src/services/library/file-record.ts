import type { Problem, Story } from '../../core/stories/model.ts';
import type { ParsedFile, ParseOutcome } from './parse-pool.ts';
import type { Refused } from './retries.ts';

/** What the library knows about one file. Immutable: each reading makes a new one. */
export interface FileRecord {
  file: string;
  /** The person’s folder or file in which it was found. */
  root: string;
  /** Identifies the file’s state on disk without reading it. */
  stamp: string;
  /** The last version that could be read; null if none could. */
  good: ParsedFile | null;
  /** Why the version on disk can’t be used; null if it can. */
  broken: Problem[] | null;
  /** Set if the version on disk cost too much to read, for later attempts. */
  refused: Refused | null;
}

/** The record after a new reading at `nowMs`: an unusable version leaves the last good one in place. */
export function recordAfter(
  before: FileRecord | undefined,
  found: Pick<FileRecord, 'file' | 'root' | 'stamp'>,
  outcome: ParseOutcome,
  nowMs: number,
): FileRecord {
  const good = before?.good ?? null;
  if (!outcome.ok) return afterFailure(before, { ...found, good }, outcome.problem, nowMs);
  const { parsed } = outcome;
  const unusable = parsed.stories.length === 0 && parsed.problems.some((problem) => problem.severity === 'error');
  if (unusable && good !== null && good.stories.length > 0)
    return { ...found, good, broken: parsed.problems, refused: null };
  return { ...found, good: good === null ? parsed : keepSame(good, parsed), broken: null, refused: null };
}

function afterFailure(
  before: FileRecord | undefined,
  found: Omit<FileRecord, 'broken' | 'refused'>,
  problem: Problem,
  nowMs: number,
): FileRecord {
  const refusedBefore = before?.stamp === found.stamp ? before.refused : null;
  if (problem.code === 'parse-timeout') {
    const times = Math.max(1, refusedBefore?.times ?? 0) + 1;
    return { ...found, broken: [problem], refused: { times, atMs: nowMs } };
  }
  if (problem.code !== 'parse-slow') return { ...found, broken: [problem], refused: null };
  // It is retried right away. Until then the problems stay as they are, so that none flashes up.
  const firstSaid = found.good === null || found.good.stories.length === 0 ? [problem] : null;
  const broken = before !== undefined && refusedBefore !== null ? before.broken : firstSaid;
  return { ...found, broken, refused: { times: 1, atMs: nowMs } };
}

/** The problems of a record; if an older version stays in use, the first problem says so. */
export function problemsOf({ good, broken }: FileRecord): Problem[] {
  if (broken === null) return good?.problems ?? [];
  const [first, ...others] = broken;
  if (first === undefined || good === null || good.stories.length === 0) return broken;
  return [staysInUse(first, 'the version'), ...others];
}

/** The problem, with a sentence about what stays in use for now. */
export function staysInUse(problem: Problem, what: 'the version' | 'the stories'): Problem {
  return { ...problem, message: `${problem.message} Until then, Offbook uses ${what} it read before.` };
}

/** Unchanged stories stay the same objects, so that nobody takes them for changed. */
function keepSame(before: ParsedFile, after: ParsedFile): ParsedFile {
  const old = new Map(before.stories.map((story) => [story.id, story]));
  const stories = after.stories.map((story) => sameStory(old.get(story.id), story));
  return { ...after, stories };
}

function sameStory(before: Story | undefined, after: Story): Story {
  return before !== undefined && JSON.stringify(before) === JSON.stringify(after) ? before : after;
}
