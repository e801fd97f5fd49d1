import { makePlan } from '../../core/prompter/plan.ts';
import type { Settings } from '../../core/settings/schema.ts';
import { roundDuration, shownParts } from '../../core/prompter/shown-times.ts';
import type { AnswerSection, OutlineSection } from '../../core/stories/model.ts';
import { sectionLooks } from '../ui/format/section.ts';
import { shareBars } from './share-bars.ts';

interface SharesProps {
  outline: OutlineSection[];
  answer: AnswerSection[];
  targetMs: number;
  settings: Pick<Settings, 'wordsPerMinute' | 'planBy'>;
}

/** How long the answer takes at the person's pace, and the time that each section gets on the way to the target. */
export function Shares({ outline, answer, targetMs, settings: { wordsPerMinute, planBy } }: SharesProps) {
  const plan = makePlan(outline, answer, { targetMs, wordsPerMinute, by: planBy });
  const bars = shareBars(plan);
  const { estimateMs } = plan;
  const plannedTimes = shownParts(bars.map(({ plannedMs }) => plannedMs));
  const recommendedTimes = shownParts(bars.map(({ recommendedMs }) => recommendedMs));
  return (
    <section className="shares" aria-label="Time">
      <p className="shares-takes num">
        {estimateMs === null ? 'No full answer to estimate' : `Takes about ${roundDuration(estimateMs)}`}
        {estimateMs !== null && <span> at {wordsPerMinute} words a minute</span>}
      </p>
      {bars.length > 0 && (
        <table>
          <caption className="num">Planned for {roundDuration(targetMs)} · tick: recommended</caption>
          <thead>
            <tr>
              {['Section', 'Bar', 'Planned', 'Recommended'].map((name) => (
                <th key={name} scope="col">
                  <span className="unseen">{name}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {bars.map(({ kind, planned, recommended }, index) => (
              <tr key={kind} data-kind={kind}>
                <th scope="row" title={sectionLooks[kind].name}>
                  <span aria-hidden="true">{sectionLooks[kind].letter || '–'}</span>
                  <span className="unseen">{sectionLooks[kind].name}</span>
                </th>
                <td className="shares-way">
                  <svg viewBox="0 0 100 14" preserveAspectRatio="none" aria-hidden="true">
                    <rect className="shares-groove" y="3" width="100" height="8" />
                    <rect className="shares-bar" y="3" width={planned * 100} height="8" />
                    {recommended !== null && (
                      <line x1={recommended * 99 + 0.5} x2={recommended * 99 + 0.5} y1="0" y2="14" />
                    )}
                  </svg>
                </td>
                <td className="num">{timeWords(plannedTimes[index])}</td>
                <td>
                  <span className="unseen">{timeWords(recommendedTimes[index])}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function timeWords(ms: number | null | undefined): string {
  return ms === null || ms === undefined ? 'none' : roundDuration(ms);
}
