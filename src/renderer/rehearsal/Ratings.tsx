import { ratings, type Rating } from '../../core/rehearsal/rating.ts';
import type { RunResult } from '../../core/rehearsal/state.ts';
import { keepFocus } from './KeyLine.tsx';
import { ratingNames, ratingWords } from './result-words.ts';
import { useRun } from './use-run.ts';

/** How it went, and when each answer to that brings the story back; pressing the chosen one takes it back. */
export function Ratings({ record: { rating, suggested }, reasons, daysByRating }: RunResult) {
  const act = useRun();
  const rate = (next: Rating): void => void act({ type: 'rate', rating: next === rating ? null : next });
  return (
    // A fieldset would have to be filled in.
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
    <div className="ratings" role="group" aria-label="How did it go?">
      {ratings.map((each, index) => (
        <button
          key={each}
          type="button"
          aria-pressed={each === rating}
          data-suggested={rating === null && each === suggested}
          onMouseDown={keepFocus}
          onClick={() => rate(each)}
        >
          <b>
            <span>
              {each === rating && <span aria-hidden="true">✓ </span>}
              {ratingNames[each]}
            </span>{' '}
            <kbd aria-hidden="true">{index + 1}</kbd>
          </b>
          <small>{ratingWords(daysByRating[each], each === suggested, reasons)}</small>
        </button>
      ))}
    </div>
  );
}
