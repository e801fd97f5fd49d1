import { useState } from 'react';

interface MoreButtonProps {
  shown: Shown;
  /** What is counted, in the plural. */
  noun: string;
}

/** Shows the rest of a list that was cut short; nothing if all of it is shown. */
export function MoreButton({ shown: { count, more, showMore }, noun }: MoreButtonProps) {
  if (more === 0) return null;
  return (
    <button type="button" className="link" onClick={showMore}>
      Show {more} more {noun} <span className="unseen">besides these {count}</span>
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
