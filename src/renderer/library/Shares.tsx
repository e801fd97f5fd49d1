import type { ReactNode } from 'react';
import { makePlan, recommendedShares, sectionKey, type Plan } from '../../core/prompter/plan.ts';
import { isLongerThan, roundDuration, shownParts } from '../../core/prompter/shown-times.ts';
import type { Settings } from '../../core/settings/schema.ts';
import { ownTargetOf, targetForText, targetKey, targetOf } from '../../core/prompter/target.ts';
import type { AnswerSection, OutlineSection, SectionKind, Story } from '../../core/stories/model.ts';
import { SectionBars } from '../ui/charts/SectionBars.tsx';
import { useOwnTime } from './story-actions.ts';

interface SharesProps {
  story: Pick<Story, 'id' | 'targetMs'>;
  /** Null for the story itself. */
  variantTitle: string | null;
  outline: OutlineSection[];
  answer: AnswerSection[];
  settings: Pick<Settings, 'wordsPerMinute' | 'planBy' | 'targetMs' | 'storyTargets'>;
  /** What else could be done about the time. */
  children?: ReactNode;
}

/** How long the answer takes at the person’s pace, and the time that each section gets within the target. */
export function Shares({ story, variantTitle, outline, answer, settings, children }: SharesProps) {
  const { wordsPerMinute, planBy } = settings;
  const targetMs = targetOf(story, settings, variantTitle);
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
      <OwnTime {...{ story, variantTitle, estimateMs, targetMs, settings }} />
      {children}
      {shares.length > 0 && (
        <SectionBars
          caption={`Planned for ${roundDuration(targetMs)} · tick: recommended`}
          figures="Planned / recommended"
          byLetter
          bars={shares.map(({ kind, label, plannedMs, recommendedMs }, index) => ({
            kind,
            label,
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

interface OwnTimeProps extends Pick<SharesProps, 'story' | 'variantTitle' | 'settings'> {
  estimateMs: number | null;
  targetMs: number;
}

/** Gives an answer that is longer than its target the time of its text; one with a time of its own, its usual target again. */
function OwnTime({ story, variantTitle, estimateMs, targetMs, settings }: OwnTimeProps) {
  const giveTime = useOwnTime(settings);
  const key = targetKey(story.id, variantTitle);
  if (ownTargetOf(story.id, settings, variantTitle) !== null) {
    const usualMs = targetOf(story, { ...settings, storyTargets: {} });
    return (
      <p className="own-time num">
        Has its own time here: {roundDuration(targetMs)}{' '}
        <button type="button" className="link" onClick={() => giveTime(key, null)}>
          Back to {roundDuration(usualMs)}
        </button>
      </p>
    );
  }
  if (estimateMs === null || !isLongerThan(estimateMs, targetMs)) return null;
  const textMs = targetForText(estimateMs);
  return (
    <button type="button" className="button own-time num" onClick={() => giveTime(key, textMs)}>
      Give it {roundDuration(textMs)} here
    </button>
  );
}

function timeText(ms: number | null | undefined): string {
  return ms === null || ms === undefined ? 'none' : roundDuration(ms);
}

/** A section’s planned time and the time recommended for it, both within the target. In milliseconds. */
interface SectionShare {
  kind: SectionKind;
  label: string;
  plannedMs: number;
  /** Null where nothing is recommended: text under no label. */
  recommendedMs: number | null;
}

/** One for each kind of section, and each label of another framework’s, that has time in the plan, in its order; none where there is only one. */
export function sectionShares({ sections, targetMs }: Plan): SectionShare[] {
  const planned = new Map<string, Omit<SectionShare, 'recommendedMs'>>();
  for (const section of sections) {
    const { kind, label, startMs, endMs } = section;
    if (endMs === startMs) continue;
    const before = planned.get(sectionKey(section));
    planned.set(sectionKey(section), { kind, label, plannedMs: (before?.plannedMs ?? 0) + endMs - startMs });
  }
  if (planned.size < 2) return [];
  const shares = [...planned.values()];
  const whole = shares.reduce((sum, { kind }) => sum + recommendedShares[kind], 0);
  return shares.map(({ kind, label, plannedMs }) => ({
    kind,
    label,
    plannedMs,
    recommendedMs: kind === 'other' ? null : Math.round((targetMs * recommendedShares[kind]) / whole),
  }));
}
