/** The parts of a WheelEvent that say how far it turned. */
export interface WheelTurn {
  deltaY: number;
  deltaMode: number;
}

// WheelEvent.DOM_DELTA_LINE and DOM_DELTA_PAGE.
const inLines = 1;
const inPages = 2;

/** How far a turn of the wheel scrolls, in pixels, whatever unit the browser counts it in. */
export function wheelPx({ deltaY, deltaMode }: WheelTurn, linePx: number, pagePx: number): number {
  if (deltaMode === inLines) return deltaY * linePx;
  if (deltaMode === inPages) return deltaY * pagePx;
  return deltaY;
}
