import type { SeriesRun } from '../../core/rehearsal/statistics.ts';
import type { RecordSection } from '../../core/rehearsal/record.ts';
import { shownSections } from '../../core/prompter/shown-times.ts';
import type { SectionKind } from '../../core/stories/model.ts';
import { sectionLooks } from '../ui/format/section.ts';
import { curveOf, type Curve } from '../ui/charts/curve.ts';

/** A section's times over a story's runs. */
export interface SectionCurve {
  /** Kind and place among those of its kind: a story may have two actions. */
  key: string;
  kind: SectionKind;
  name: string;
  /** The section in each run; null in one that had none of the kind at that place. */
  times: (RecordSection | null)[];
  curve: Curve;
}

/** A curve for each section of the last run, in its order: what the story has no more is only in the table. */
export function sectionCurves(runs: readonly SeriesRun[]): SectionCurve[] {
  const byRun = runs.map(({ sections }) => keyed(shownSections(sections)));
  return [...(byRun.at(-1) ?? [])].map(([key, { kind, label }]) => {
    const times = byRun.map((sections) => sections.get(key) ?? null);
    const name = label.length > 1 ? label : sectionLooks[kind].name;
    const plannedMs = times.findLast((section) => section !== null)?.plannedMs ?? 0;
    const timed = times.map((section) => ({
      spokenMs: section?.spokenMs ?? null,
      plannedMs: section?.plannedMs ?? plannedMs,
    }));
    return { key, kind, name, times, curve: curveOf(timed) };
  });
}

function keyed(sections: readonly RecordSection[]): Map<string, RecordSection> {
  const counts = new Map<SectionKind, number>();
  return new Map(
    sections.map((section) => {
      const nth = (counts.get(section.kind) ?? 0) + 1;
      counts.set(section.kind, nth);
      return [`${section.kind} ${nth}`, section];
    }),
  );
}
