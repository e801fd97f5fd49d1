import fc from 'fast-check';

/*
 * How much of the same is tried. `npm test` tries what finds a mistake made today, `npm run test:full` more of it, and
 * so can a person: `KILLS=300 npx vitest run --project kills`.
 */

/** How often a program is killed while it writes. */
export const kills = sizeOf('KILLS', 10);

/** A file that was cut off is tried with a cut at each so many-th byte. */
export const cutEvery = sizeOf('CUT_EVERY', 7);

/** How many times as much an ill-behaved client does. */
export const attacks = sizeOf('ATTACKS', 1);

/** How often a story file is changed in each way. */
export const changes = sizeOf('CHANGES', 2);

/** How many times as many cases a property is tried on. */
const propertyTimes = sizeOf('PROPERTY_TIMES', 1);

/** What fast-check needs to try a property on so many cases. */
export function cases(numRuns: number): { numRuns: number } {
  return { numRuns: numRuns * propertyTimes };
}

/** Some of a long list, evenly spread; all of it in the full run. */
export function some<T>(list: readonly T[], usual: number): T[] {
  const step = Math.max(1, Math.floor(list.length / (usual * propertyTimes ** 2)));
  return list.filter((_, index) => index % step === 0);
}

// The same cases each time, so that nothing fails by chance; a property with a seed of its own keeps that.
fc.configureGlobal({ seed: 20_261_122 });

function sizeOf(name: string, usual: number): number {
  const size = Number(process.env[name] ?? usual);
  if (!Number.isInteger(size) || size < 1) throw new Error(`${name} has to be a whole number above 0.`);
  return size;
}
