import { type Plan, recommendedShares } from '../../core/prompter/plan.ts';
import type { SectionKind } from '../../core/stories/model.ts';

/** A section's planned time against the time that is recommended for it, both on the target. */
export interface ShareBar {
  kind: SectionKind;
  label: string;
  plannedMs: number;
  /** Null where nothing is recommended: text under no label. */
  recommendedMs: number | null;
  /** Lengths on the chart, 0 to 1; the longest of all bars and ticks is 1. */
  planned: number;
  recommended: number | null;
}

/** One bar for each kind of section that has time in the plan, in its order; none where there is but one kind. */
export function shareBars({ sections, targetMs }: Plan): ShareBar[] {
  const times = new Map<SectionKind, { label: string; plannedMs: number }>();
  for (const { kind, label, startMs, endMs } of sections) {
    const known = times.get(kind);
    if (endMs > startMs)
      times.set(kind, { label: known?.label ?? label, plannedMs: (known?.plannedMs ?? 0) + endMs - startMs });
  }
  if (times.size < 2) return [];
  const whole = [...times.keys()].reduce((sum, kind) => sum + recommendedShares[kind], 0);
  const bars = [...times].map(([kind, { label, plannedMs }]) => ({
    kind,
    label,
    plannedMs,
    recommendedMs: kind === 'other' ? null : Math.round((targetMs * recommendedShares[kind]) / whole),
  }));
  const longestMs = Math.max(...bars.flatMap(({ plannedMs, recommendedMs }) => [plannedMs, recommendedMs ?? 0]));
  return bars.map((bar) => ({
    ...bar,
    planned: bar.plannedMs / longestMs,
    recommended: bar.recommendedMs === null ? null : bar.recommendedMs / longestMs,
  }));
}
