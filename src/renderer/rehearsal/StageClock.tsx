import type { Settings } from '../../core/settings/schema.ts';
import { clockWords, standingWords } from '../ui/format/rating.ts';
import type { StageMoment } from './stage-moment.ts';

interface StageClockProps {
  moment: StageMoment;
  countUp: Settings['countUp'];
}

/** The clock, large, and what it is of; why it stands, when it does. */
export function StageClock({ moment: { run, figure, phase, pace, driftMs, spokenMs }, countUp }: StageClockProps) {
  const isThinking = run.phase === 'thinking';
  const isUp = countUp && !isThinking;
  const standing = standingWords(run);
  return (
    <div className="stage-clock" data-thinking={isThinking}>
      <div
        className="figure num"
        role="timer"
        aria-label={isUp ? 'Time run' : 'Time left'}
        data-phase={phase}
        data-status={run.clock.status.kind}
        data-long={figure.length > 5}
      >
        {figure}
      </div>
      <p className="figure-of num">
        {isThinking ? 'to think' : clockWords(run.targetMs, phase === 'over', isUp)}
        {!isThinking && (
          <>
            {' · '}
            <span
              // The element of that name would be a bar.
              // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
              role="meter"
              aria-label="Pace"
              aria-valuemin={0}
              aria-valuemax={Math.round(run.targetMs / 1000)}
              aria-valuenow={Math.min(Math.round(run.targetMs / 1000), Math.round(spokenMs / 1000))}
              aria-valuetext={pace}
              data-drift={pace === 'on pace' ? 'none' : driftMs < 0 ? 'behind' : 'ahead'}
            >
              {pace}
            </span>
          </>
        )}
      </p>
      <output className="standing">{standing}</output>
    </div>
  );
}
