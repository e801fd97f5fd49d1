import { useState } from 'react';
import { counted } from './format/story.ts';

interface MoreButtonProps {
  shown: Shown;
  /** What is counted. */
  noun: string;
  /** Its plural where that isn’t the noun with an s. */
  nouns?: string;
}

/** Shows the rest of a list that was cut short; nothing if all of it is shown. */
export function MoreButton({ shown: { count, more, showMore }, noun, nouns = `${noun}s` }: MoreButtonProps) {
  if (more === 0) return null;
  return (
    <button type="button" className="link" onClick={showMore}>
      Show {counted(more, `more ${noun}`, `more ${nouns}`)} <span className="unseen">besides these {count}</span>
    </button>
  );
}

/** How much of a long list is shown. */
interface Shown {
  count: number;
  /** How many more the next click shows; 0 when all are shown. */
  more: number;
  showMore: () => void;
}

/** The first ones of a list, and `step` more with each click. */
export function useShowMore(total: number, first: number, step = Infinity): Shown {
  const [wanted, setWanted] = useState(first);
  const count = Math.min(total, wanted);
  return { count, more: Math.min(step, total - count), showMore: () => setWanted(wanted + step) };
}
