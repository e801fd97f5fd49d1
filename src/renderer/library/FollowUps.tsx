import type { FollowUp } from '../../core/stories/model.ts';
import { Blocks } from './Answer.tsx';

/** Follow-up questions. One with a prepared answer opens to it. */
export function FollowUps({ followUps }: { followUps: readonly FollowUp[] }) {
  if (followUps.length === 0) return null;
  return (
    <ul className="follow-ups" aria-label="Follow-up questions">
      {followUps.map(({ question, answer }, index) => (
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
  );
}
