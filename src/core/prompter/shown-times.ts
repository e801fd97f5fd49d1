import { formatDuration } from './countdown.ts';

/*
 * Past and planned times as people read them, in one way everywhere: always to the nearest second, so that a run has the
 * same time on every page; a difference as `12 s over` or `1:34 under`. Only a running clock rounds otherwise
 * (countdown.ts).
 */

/** A length of time to the nearest second, as `m:ss` or `h:mm:ss`. */
export function roundDuration(ms: number): string {
  return formatDuration(toSecond(ms));
}

/** Rounds milliseconds to whole seconds, still in milliseconds. */
export function toSecond(ms: number): number {
  return Math.round(ms / 1000) * 1000;
}

/** Whether a text takes longer than its target, both as they are shown. False if its time isn’t known. */
export function isLongerThan(estimateMs: number | null, targetMs: number): boolean {
  return estimateMs !== null && toSecond(estimateMs) > toSecond(targetMs);
}

/** How long a difference is, in words: `12 s`, from a minute on `1:34`. Its sign doesn't matter. */
export function differenceWords(ms: number): string {
  const wholeMs = toSecond(Math.abs(ms));
  return wholeMs < 60_000 ? `${wholeMs / 1000} s` : formatDuration(wholeMs);
}

/** How far a time is off its plan, based on the rounded times: `9 s over`, `1:34 under`, `on time`. */
export function offTime(spokenMs: number, plannedMs: number): string {
  const offMs = toSecond(spokenMs) - toSecond(plannedMs);
  if (offMs === 0) return 'on time';
  return `${differenceWords(offMs)} ${offMs > 0 ? 'over' : 'under'}`;
}

/**
 * Rounds the parts of a time to whole seconds (in milliseconds) so that they add up to the rounded whole. This rounds
 * the times at which parts end, not the parts, so a part doesn't change when later ones are added. An unknown part
 * (null) stays null.
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

/** The sections of a run with times rounded by `shownParts`. */
export function shownSections<Section extends Part>(sections: readonly Section[]): Section[] {
  const planned = shownParts(sections.map(({ plannedMs }) => plannedMs));
  const spoken = shownParts(sections.map(({ spokenMs }) => spokenMs));
  return sections.map((section, index) => ({
    ...section,
    plannedMs: planned[index] ?? 0,
    spokenMs: spoken[index] ?? null,
  }));
}

/** How long an answer is likely to take, in milliseconds: the longer of its text and its target. */
export function answerMs(estimateMs: number | null, targetMs: number): number {
  return Math.max(estimateMs ?? 0, targetMs);
}
