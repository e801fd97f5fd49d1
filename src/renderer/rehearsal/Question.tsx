import type { AnswerState, FollowUpState } from '../../core/rehearsal/state.ts';
import { placeWords } from '../ui/format/rating.ts';

/** What is asked, and the how-manieth question it is. */
export function Question({ state }: { state: AnswerState | FollowUpState }) {
  const { ask } = state;
  const isFollowUp = state.step === 'followUp';
  return (
    <header className="asked">
      <p className="asked-place num">{isFollowUp ? `${placeWords(state)} · follow-up` : placeWords(state)}</p>
      <h1 dir="auto">{isFollowUp ? ask.followUp : ask.question}</h1>
      {isFollowUp && (
        <p className="asked-before" dir="auto">
          After: {ask.question}
        </p>
      )}
    </header>
  );
}
