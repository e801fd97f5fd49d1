import { formatDuration } from './countdown.ts';

/*
 * Times that are over or planned, as people read them: to the nearest second, everywhere alike, so that a run has one
 * time on every page. Only a clock that runs drops the second that is begun (countdown.ts).
 */

/** A length of time to the nearest second, as `m:ss`. */
export function roundDuration(ms: number): string {
  return formatDuration(toSecond(ms));
}

/** Milliseconds to the nearest whole second. */
export function toSecond(ms: number): number {
  return Math.round(ms / 1000) * 1000;
}

/** By how much a time is off another, of the figures as they are shown: `+0:09`, `−0:12`, `±0:00`. */
export function offTime(spokenMs: number, plannedMs: number): string {
  const offMs = toSecond(spokenMs) - toSecond(plannedMs);
  const sign = offMs > 0 ? '+' : offMs < 0 ? '−' : '±';
  return `${sign}${formatDuration(Math.abs(offMs))}`;
}

/**
 * The parts of a time in whole seconds (in milliseconds) that add up to the whole as it is shown. The clock is rounded
 * where one part ends and the next begins, not each part, so that a part's figure stays when later ones come. What
 * isn't known (null) stays so.
 */
export function shownParts(partsMs: readonly number[]): number[];
export function shownParts(partsMs: readonly (number | null)[]): (number | null)[];
export function shownParts(partsMs: readonly (number | null)[]): (number | null)[] {
  let clockMs = 0;
  return partsMs.map((partMs) => {
    if (partMs === null) return null;
    const fromMs = toSecond(clockMs);
    clockMs += partMs;
    return toSecond(clockMs) - fromMs;
  });
}

interface Part {
  plannedMs: number;
  spokenMs: number | null;
}

/** The sections of a run with their times in whole seconds, which add up as `shownParts` says. */
export function shownSections<Section extends Part>(sections: readonly Section[]): Section[] {
  const planned = shownParts(sections.map(({ plannedMs }) => plannedMs));
  const spoken = shownParts(sections.map(({ spokenMs }) => spokenMs));
  return sections.map((section, index) => ({
    ...section,
    plannedMs: planned[index] ?? 0,
    spokenMs: spoken[index] ?? null,
  }));
}
