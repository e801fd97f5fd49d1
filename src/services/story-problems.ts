import type { Library, Problem, Severity } from '../core/stories/model.ts';

const severityRank: Readonly<Record<Severity, number>> = { error: 0, warning: 1, hint: 2 };

/** Errors first, then warnings, then hints; within each as they came. */
export function worstFirst(problems: readonly Problem[]): Problem[] {
  return problems.toSorted((one, other) => severityRank[one.severity] - severityRank[other.severity]);
}

/**
 * The problems that lie within each story's lines, by story id, in the order of their lines. A problem of a whole
 * file, or of lines between stories, belongs to none.
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
