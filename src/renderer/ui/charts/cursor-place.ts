/** The place that a key leads to, from another one; null where the key isn't one of a slider. */
export function placeAfterKey(key: string, at: number, count: number, page: number): number | null {
  const last = Math.max(0, count - 1);
  const steps: Readonly<Record<string, number>> = {
    ArrowLeft: at - 1,
    ArrowDown: at - 1,
    ArrowRight: at + 1,
    ArrowUp: at + 1,
    PageDown: at - page,
    PageUp: at + page,
    Home: 0,
    End: last,
  };
  const to = steps[key];
  return to === undefined ? null : Math.min(last, Math.max(0, to));
}

/** The place under a point, in pixels from the chart's left edge; all places are as wide. */
export function placeUnder(x: number, width: number, count: number): number {
  const place = Math.floor((x / Math.max(1, width)) * count);
  return Math.min(Math.max(0, count - 1), Math.max(0, place));
}
