import type { FollowUp } from '../../core/stories/model.ts';
import { MoreButton, useShowMore } from '../ui/MoreButton.tsx';
import { Blocks } from './Answer.tsx';

/** Fifteen would push the story out of sight. */
const shownFirst = 3;

/** Follow-up questions, a few of them at first. One with a prepared answer opens to it. */
export function FollowUps({ followUps }: { followUps: readonly FollowUp[] }) {
  const shown = useShowMore(followUps.length, shownFirst);
  if (followUps.length === 0) return null;
  return (
    <>
      <ul className="follow-ups" aria-label="Follow-up questions">
        {followUps.slice(0, shown.count).map(({ question, answer }, index) => (
          <li key={index} dir="auto" data-prepared={answer !== ''}>
            {answer === '' ? (
              question
            ) : (
              <details>
                <summary>{question}</summary>
                <div className="section-text">
                  <Blocks text={answer} />
                </div>
              </details>
            )}
          </li>
        ))}
      </ul>
      <MoreButton shown={shown} noun="follow-up" />
    </>
  );
}
