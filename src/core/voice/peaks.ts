import { clamp } from '../values.ts';

const mostPeaks = 200;

/** What is quieter than this, below the loudest sound that there can be, isn’t drawn. Quiet rooms are about there. */
const floorDb = -50;

/**
 * The loudest of each of at most 200 equal parts of a recording, 0 to 100 on a scale of decibels, as people hear. `levels`
 * are the peaks of equal stretches, 0 to 1 each.
 */
export function peaksOf(levels: readonly number[]): number[] {
  const parts = Math.min(mostPeaks, levels.length);
  return Array.from({ length: parts }, (_, part) => {
    const from = Math.floor((part * levels.length) / parts);
    const to = Math.floor(((part + 1) * levels.length) / parts);
    return shareOf(Math.max(...levels.slice(from, to)));
  });
}

function shareOf(level: number): number {
  return Math.round(100 * clamp(1 - (20 * Math.log10(Math.max(level, Number.MIN_VALUE))) / floorDb, 0, 1));
}
