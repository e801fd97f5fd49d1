import { useState } from 'react';

/** How much of a long list is shown. */
export interface Shown {
  count: number;
  /** How many more the next press shows; 0 when all are shown. */
  more: number;
  showMore: () => void;
}

/** The first ones of a list, and at each press `step` more of it. */
export function useShown(total: number, first: number, step = Infinity): Shown {
  const [wanted, setWanted] = useState(first);
  const count = Math.min(total, wanted);
  return { count, more: Math.min(step, total - count), showMore: () => setWanted(wanted + step) };
}
