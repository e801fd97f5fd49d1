import type { SeriesRun } from '../../core/rehearsal/statistics.ts';
import type { RecordSection } from '../../core/rehearsal/record.ts';
import { shownSections } from '../../core/prompter/shown-times.ts';
import type { SectionKind } from '../../core/stories/model.ts';
import { sectionLook } from '../ui/format/section.ts';
import { type Curve, curveOf } from '../ui/charts/curve.ts';
import { menuName } from '../ui/format/story.ts';
import type { StoryBrief } from '../../core/contract/contract.ts';
import type { PracticedStory } from '../../core/rehearsal/statistics.ts';

/** A section’s times over a story’s runs. */
export interface SectionCurve {
  /** Kind and number within its kind: a story may have two actions. */
  key: string;
  kind: SectionKind;
  name: string;
  letter: string;
  /** The section in each run; null in a run without it. */
  times: (RecordSection | null)[];
  curve: Curve;
}

/** A curve for each section of the last run, in its order. Sections that the story no longer has are left out. */
export function sectionCurves(runs: readonly SeriesRun[]): SectionCurve[] {
  const byRun = runs.map(({ sections }) => keyed(shownSections(sections)));
  return [...(byRun.at(-1) ?? [])].map(([key, { kind, label }]) => {
    const times = byRun.map((sections) => sections.get(key) ?? null);
    const look = sectionLook(kind, label);
    const name = label.length > 1 ? label : look.name;
    const plannedMs = times.findLast((section) => section !== null)?.plannedMs ?? 0;
    const timed = times.map((section) => ({
      spokenMs: section?.spokenMs ?? null,
      plannedMs: section?.plannedMs ?? plannedMs,
    }));
    return { key, kind, name, letter: look.letter, times, curve: curveOf(timed) };
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

interface StoryChoice {
  id: string;
  label: string;
  /** Its tooltip. */
  title: string;
}

/** The stories with runs, in the library’s order, each with their number. */
export function storyChoices(practiced: readonly PracticedStory[], briefs: readonly StoryBrief[]): StoryChoice[] {
  const runs = new Map(practiced.map((story) => [story.storyId, story.runs]));
  return briefs.flatMap((story) => {
    const count = runs.get(story.id) ?? 0;
    return count === 0 ? [] : [{ id: story.id, label: `${menuName(story)} (${count})`, title: story.title }];
  });
}

/** The story whose runs are shown: the chosen one while it has runs, else the one rehearsed last. */
export function storyToShow(
  wanted: string | null,
  choices: readonly StoryChoice[],
  practiced: readonly PracticedStory[],
): string | null {
  const ids = new Set(choices.map(({ id }) => id));
  if (wanted !== null && ids.has(wanted)) return wanted;
  const shown = practiced.filter((story) => ids.has(story.storyId));
  const [latest] = shown.toSorted((one, other) => lastRunMs(other) - lastRunMs(one));
  return latest?.storyId ?? null;
}

/** Runs are dated with time zones, so they are compared as moments, not as text. */
function lastRunMs({ last }: PracticedStory): number {
  return last === null ? 0 : Date.parse(last.at);
}
