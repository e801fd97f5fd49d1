import type { RecordSection } from '../../core/rehearsal/record.ts';

/** A section's spoken and planned time as lengths of bars, 0 to 1; the longest of all is 1. */
export interface SpokenBar extends RecordSection {
  spoken: number | null;
  planned: number;
  /** So far over its plan that the figure says so by its colour, beside its words. */
  isOver: boolean;
}

/** A tenth more than planned, and at least two seconds, is worth a look. */
const overShare = 0.1;
const overMs = 2000;

/** The bars of a run's sections, in their order. */
export function spokenBars(sections: readonly RecordSection[]): SpokenBar[] {
  const longestMs = Math.max(1, ...sections.flatMap(({ plannedMs, spokenMs }) => [plannedMs, spokenMs ?? 0]));
  return sections.map((section) => {
    const { plannedMs, spokenMs } = section;
    return {
      ...section,
      planned: plannedMs / longestMs,
      spoken: spokenMs === null ? null : spokenMs / longestMs,
      isOver: spokenMs !== null && spokenMs - plannedMs > Math.max(overMs, plannedMs * overShare),
    };
  });
}
