import { useEffect, useRef, useState } from 'react';
import type { LearnedRate } from '../../core/rehearsal/pace-learned.ts';
import { showFailure } from '../client/store.ts';
import { useProgram } from '../client/program-context.ts';
import { RateOffer } from '../ui/RateOffer.tsx';

/** The person's own speaking rate, offered where the setting says another one; then what became of it. */
export function Pace({ rate }: { rate: LearnedRate | null }) {
  const { bridge, store } = useProgram();
  const [said, setSaid] = useState('');
  const told = useRef<HTMLOutputElement>(null);
  // The button goes away when it has done its work, and the focus with it.
  useEffect(() => {
    if (said !== '') told.current?.focus();
  }, [said]);
  const take = async (wordsPerMinute: number): Promise<void> => {
    const result = await bridge.changeSettings({ wordsPerMinute });
    showFailure(store, result);
    if (result.ok) setSaid(`Your stories are planned at ${wordsPerMinute} words a minute now.`);
  };
  if (rate === null && said === '') return null;
  return (
    <section className="progress-part pace-part" aria-label="Your pace">
      <h2>Your pace</h2>
      {rate !== null && <RateOffer rate={rate} take={(wordsPerMinute) => void take(wordsPerMinute)} />}
      <output className="part-note" tabIndex={-1} ref={told}>
        {said}
      </output>
    </section>
  );
}
