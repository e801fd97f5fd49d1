import { RateOffer } from '../ui/RateOffer.tsx';
import { useProgress } from '../client/use-progress.ts';
import { useDesk } from './settings-context.ts';

/** Under the speaking rate: the one that was learned from runs of the full answer, where it is another one. */
export function LearnedRateLine() {
  const { actions } = useDesk();
  const { value: progress } = useProgress();
  if (progress === null || progress.rate === null) return null;
  return (
    <RateOffer
      rate={progress.rate}
      take={(wordsPerMinute) =>
        actions.change({ wordsPerMinute }, `Speaking rate is now ${wordsPerMinute} words a minute.`)
      }
    />
  );
}
