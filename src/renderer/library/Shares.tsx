import { makePlan, recommendedShares, type Plan } from '../../core/prompter/plan.ts';
import { roundDuration, shownParts } from '../../core/prompter/shown-times.ts';
import type { Settings } from '../../core/settings/schema.ts';
import type { AnswerSection, OutlineSection, SectionKind } from '../../core/stories/model.ts';
import { SectionBars } from '../ui/charts/SectionBars.tsx';

interface SharesProps {
  outline: OutlineSection[];
  answer: AnswerSection[];
  targetMs: number;
  settings: Pick<Settings, 'wordsPerMinute' | 'planBy'>;
}

/** How long the answer takes at the person’s pace, and the time that each section gets within the target. */
export function Shares({ outline, answer, targetMs, settings: { wordsPerMinute, planBy } }: SharesProps) {
  const plan = makePlan(outline, answer, { targetMs, wordsPerMinute, by: planBy });
  const shares = sectionShares(plan);
  const { estimateMs } = plan;
  const plannedTimes = shownParts(shares.map(({ plannedMs }) => plannedMs));
  const recommendedTimes = shownParts(shares.map(({ recommendedMs }) => recommendedMs));
  return (
    <section aria-label="Time">
      <p className="shares-takes num">
        {estimateMs === null ? 'No full answer to estimate' : `Takes about ${roundDuration(estimateMs)}`}
        {estimateMs !== null && <span> at {wordsPerMinute} words a minute</span>}
      </p>
      {shares.length > 0 && (
        <SectionBars
          caption={`Planned for ${roundDuration(targetMs)} · tick: recommended`}
          figures="Planned / recommended"
          byLetter
          bars={shares.map(({ kind, plannedMs, recommendedMs }, index) => ({
            kind,
            barMs: plannedMs,
            tickMs: recommendedMs,
            figure: (
              <>
                {timeText(plannedTimes[index])}
                <span className="unseen"> / {timeText(recommendedTimes[index])}</span>
              </>
            ),
          }))}
        />
      )}
    </section>
  );
}

function timeText(ms: number | null | undefined): string {
  return ms === null || ms === undefined ? 'none' : roundDuration(ms);
}

/** A section’s planned time and the time recommended for it, both within the target. In milliseconds. */
interface SectionShare {
  kind: SectionKind;
  plannedMs: number;
  /** Null where nothing is recommended: text under no label. */
  recommendedMs: number | null;
}

/** One for each kind of section that has time in the plan, in its order; none where there is only one kind. */
export function sectionShares({ sections, targetMs }: Plan): SectionShare[] {
  const times = new Map<SectionKind, number>();
  for (const { kind, startMs, endMs } of sections)
    if (endMs > startMs) times.set(kind, (times.get(kind) ?? 0) + endMs - startMs);
  if (times.size < 2) return [];
  const whole = [...times.keys()].reduce((sum, kind) => sum + recommendedShares[kind], 0);
  return [...times].map(([kind, plannedMs]) => ({
    kind,
    plannedMs,
    recommendedMs: kind === 'other' ? null : Math.round((targetMs * recommendedShares[kind]) / whole),
  }));
}
