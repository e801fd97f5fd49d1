import { rowIndexAt } from '../../core/prompter/cursor.ts';
import type { SectionTime } from '../../core/rehearsal/run-times.ts';
import { stageText, type StageRow, type FadeLevel } from '../../core/rehearsal/fade.ts';
import type { AnswerState } from '../../core/rehearsal/state.ts';
import { offTime, shownSections } from '../../core/prompter/shown-times.ts';
import type { SectionKind } from '../../core/stories/model.ts';

/** A section of the text on the stage, and whether it is done, current or to come. */
export interface StagedSection {
  kind: SectionKind;
  label: string;
  state: SectionTime['state'];
  rows: StagedRow[];
}

/** A row, and whether it is behind: in the current section by the prompter’s own keys, else with its section. */
interface StagedRow extends StageRow {
  isSaid: boolean;
}

/**
 * The text at a level with each section’s state. The plan consists of the outline’s sections that have rows, so these
 * match by position. The full answer has sections of its own: there, the n-th section of a kind matches the plan’s n-th
 * of that kind, and a kind that isn’t planned goes with the section before it.
 */
export function stagedSections(
  { outline, answer, plan, run }: Pick<AnswerState, 'outline' | 'answer' | 'plan' | 'run'>,
  times: readonly SectionTime[],
  level: FadeLevel,
): StagedSection[] {
  const isAnswer = level === 'full' && answer.length > 0;
  const shown = stageText(outline, answer, level).filter(({ rows }) => rows.length > 0);
  const passed = plan.rows.slice(0, Math.max(0, rowIndexAt(plan, run.clock.cursorMs)));
  const passedIds = new Set(passed.map(({ id }) => id));
  let place = 0;
  const seen = new Map<SectionKind, number>();
  return shown.map(({ kind, label, rows }, index) => {
    const before = seen.get(kind) ?? 0;
    seen.set(kind, before + 1);
    place = isAnswer ? (placeOfKind(times, kind, before) ?? place) : index;
    const state = (times[place] ?? times.at(-1))?.state ?? 'later';
    return {
      kind,
      label,
      state,
      rows: rows.map((row) => ({ ...row, isSaid: state === 'done' || passedIds.has(row.id) })),
    };
  });
}

/** The place of a kind’s n-th section in the plan; of its last one where there are fewer. */
function placeOfKind(times: readonly SectionTime[], kind: SectionKind, before: number): number | null {
  const places = times.flatMap((time, place) => (time.kind === kind ? [place] : []));
  return places[before] ?? places.at(-1) ?? null;
}

/** The sections’ times as shown: whole seconds that add up, except in the current one, whose clock runs. */
export function shownTimes(times: readonly SectionTime[]): SectionTime[] {
  return shownSections(times).map((shown, index) =>
    shown.state === 'now' ? { ...shown, spokenMs: times[index]?.spokenMs ?? null } : shown,
  );
}

/** A section’s time against its plan: `2 s over`, `on time`; null while that isn’t known. Takes the times as shown. */
export function offPlan({ spokenMs, plannedMs }: Pick<SectionTime, 'spokenMs' | 'plannedMs'>): {
  words: string;
  tone: 'over' | 'under' | 'even';
} | null {
  if (spokenMs === null) return null;
  const tone = spokenMs === plannedMs ? 'even' : spokenMs > plannedMs ? 'over' : 'under';
  return { words: offTime(spokenMs, plannedMs), tone };
}
