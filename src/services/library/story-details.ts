import { duplicateProblems } from '../../core/stories/lint/duplicates.ts';
import type { Library, Problem, Severity } from '../../core/stories/model.ts';

const severityRank: Readonly<Record<Severity, number>> = { error: 0, warning: 1, hint: 2 };

/** Errors first, then warnings, then hints; otherwise in the given order. */
export function worstFirst(problems: readonly Problem[]): Problem[] {
  return problems.toSorted((one, other) => severityRank[one.severity] - severityRank[other.severity]);
}

/**
 * The problems within each story’s lines, by story id, in line order. A problem of a whole file, or of lines between
 * stories, belongs to no story.
 */
export function problemsByStory({ stories, problems }: Library): Map<string, Problem[]> {
  const byFile = Map.groupBy(problems, (problem) => problem.file);
  const found = new Map<string, Problem[]>();
  for (const [file, ofFile] of Map.groupBy(stories, (story) => story.file)) {
    const inLines = (byFile.get(file) ?? []).toSorted((one, other) => (one.line ?? 0) - (other.line ?? 0));
    let at = 0;
    for (const story of ofFile.toSorted((one, other) => one.line - other.line)) {
      while (at < inLines.length && (inLines[at]?.line ?? 0) < story.line) at += 1;
      const start = at;
      while (at < inLines.length && (inLines[at]?.line ?? 0) <= story.endLine) at += 1;
      if (at > start) found.set(story.id, inLines.slice(start, at));
    }
  }
  return found;
}

/** The same problems that `offbook lint` reports. */
export interface StoryLinter {
  /** Of one story, in line order. */
  ofStory: (library: Library, storyId: string) => Problem[];
  /** Of all files, worst first. */
  ofAll: (library: Library) => Problem[];
}

/**
 * Finding duplicates takes some 30 ms for a thousand stories, so it happens only when somebody asks, once for each
 * state of the library.
 */
export function createLinter(): StoryLinter {
  let seen: { library: Library; all: Problem[]; byStory: Map<string, Problem[]> } | null = null;

  function look(library: Library): { all: Problem[]; byStory: Map<string, Problem[]> } {
    if (seen?.library === library) return seen;
    const all = [...library.problems, ...duplicateProblems(library.stories)];
    seen = { library, all, byStory: problemsByStory({ ...library, problems: all }) };
    return seen;
  }

  return {
    ofStory: (library, storyId) => look(library).byStory.get(storyId) ?? [],
    ofAll: (library) => worstFirst(look(library).all),
  };
}
