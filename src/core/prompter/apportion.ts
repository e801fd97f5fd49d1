/** What a floor may be off by, so that 23999.999999999996 of a sum of fractions counts as 24000. */
const crumb = 1e-6;

/**
 * Splits a whole total into whole parts in proportion to `weights`, no part below its (whole) minimum; a part
 * of weight 0 gets just its minimum. The minimums must not add up to more than the total. What rounding down
 * leaves over goes to the first weighted parts, one each, so that the parts add up to the total exactly
 * (where any weight is above zero).
 */
export function apportion(total: number, weights: readonly number[], minimums: readonly number[]): number[] {
  const parts = exactParts(total, weights, minimums).map((part) => Math.floor(part + crumb));
  let over = total - sum(parts);
  return parts.map((part, index) => {
    if (over <= 0 || (weights[index] ?? 0) === 0) return part;
    over -= 1;
    return part + 1;
  });
}

/**
 * The parts before rounding: those that would fall short are set to their minimum, and the rest is split
 * again over the others until none is short. Each round closes at least one part, so it ends.
 */
function exactParts(total: number, weights: readonly number[], minimums: readonly number[]): number[] {
  const parts = minimums.slice();
  let open = [...weights.keys()].filter((index) => (weights[index] ?? 0) > 0);
  let left = total - sum(minimums.filter((_, index) => (weights[index] ?? 0) === 0));
  for (;;) {
    const perWeight = left / sum(open.map((index) => weights[index] ?? 0));
    const partOf = (index: number): number => (weights[index] ?? 0) * perWeight;
    const isShort = (index: number): boolean => partOf(index) < (minimums[index] ?? 0);
    const short = open.filter(isShort);
    if (short.length === 0) {
      for (const index of open) parts[index] = partOf(index);
      return parts;
    }
    left -= sum(short.map((index) => minimums[index] ?? 0));
    open = open.filter((index) => !isShort(index));
  }
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
