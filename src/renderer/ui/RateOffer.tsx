import type { LearnedRate } from '../../core/rehearsal/pace-learned.ts';

interface RateOfferProps {
  rate: LearnedRate;
  take: (wordsPerMinute: number) => void;
}

/** Offers the person’s own speaking rate if the setting differs. */
export function RateOffer({ rate: { runs, wordsPerMinute }, take }: RateOfferProps) {
  return (
    <p className="rate-offer num">
      Your last {runs} runs with the full text ran at {wordsPerMinute} words a minute.{' '}
      <button type="button" className="button" onClick={() => take(wordsPerMinute)}>
        Use it
      </button>
    </p>
  );
}
