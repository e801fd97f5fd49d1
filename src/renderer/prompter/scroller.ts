import type { Plan } from '../../core/prompter/plan.ts';
import { drive, type Motion } from './motion.ts';
import { placeAt, shifted, stepAfter, timeAt, trackKeyframes, trackOf, type TrackPoint } from './track.ts';

/** Three nested elements: the visible part, the one that aligns the rows with the reading line, and the one that the plan moves. */
export interface ScrollParts {
  view: HTMLElement;
  line: HTMLElement;
  rows: HTMLElement;
}

export interface Scroller {
  /** Measures the rows and sets up their way past the reading line, which is a share of the view's height. */
  layOut: (plan: Plan, readingLine: number) => void;
  /** Moves the outline as the motion says; a jump glides unless `reduced`. */
  show: (motion: Motion, reduced: boolean) => void;
  /** The cursor after the wheel turned that many pixels, by whole rows with `byRows`; null where it stays. */
  cursorAfter: (px: number, byRows: boolean) => number | null;
  end: () => void;
}

/** Long enough to see where the outline went, too short to be a wait. */
const glideMs = 150;

/** Moves an outline by one linear animation on `transform`, which the compositor runs alone. */
export function setUpScroller(win: Window, { view, line, rows }: ScrollParts): Scroller {
  const animation = rows.animate(null, { duration: 1, fill: 'both' });
  animation.pause();
  const effect = animation.effect as KeyframeEffect;
  let track: TrackPoint[] = [];
  let linePx = 0;
  let gliding: { animation: Animation; px: number } | null = null;
  let restPx = 0;
  let isFresh = true;

  function layOut(plan: Plan, readingLine: number): void {
    const { ys, firstLinePx } = measure(win, rows);
    track = trackOf(plan.rows, ys);
    linePx = lineIn(view, readingLine, firstLinePx);
    effect.updateTiming({ duration: Math.max(1, plan.targetMs) });
    effect.setKeyframes(trackKeyframes(track, plan.targetMs));
    isFresh = true;
  }

  function show(motion: Motion, reduced: boolean): void {
    const fromPx = placeAt(track, shownMs()) - glideLeft();
    const jumped = drive(animation, motion, win.performance.now());
    const toPx = placeAt(track, motion.atMs);
    const restingPx = motion.rate === 0 ? onPixel(linePx - toPx) + toPx : linePx;
    line.style.transform = shifted(restingPx);
    if (isFresh || reduced) gliding?.animation.cancel();
    else if (jumped) glide(toPx - fromPx, restingPx);
    isFresh = false;
  }

  /** A resting outline sits on whole pixels of the screen, so that its letters are sharp. */
  function onPixel(px: number): number {
    return Math.round(px * win.devicePixelRatio) / win.devicePixelRatio;
  }

  /** Softens a jump of that many pixels by an animation of the element around. */
  function glide(px: number, restingPx: number): void {
    gliding?.animation.cancel();
    if (Math.abs(px) < 1) return;
    const frames = [{ transform: shifted(restingPx + px) }, { transform: shifted(restingPx) }];
    gliding = { px, animation: line.animate(frames, { duration: glideMs, easing: 'ease-out' }) };
  }

  function glideLeft(): number {
    const progress = gliding?.animation.effect?.getComputedTiming().progress ?? 1;
    return (gliding?.px ?? 0) * (1 - progress);
  }

  function shownMs(): number {
    return Number(animation.currentTime ?? 0);
  }

  function cursorAfter(px: number, byRows: boolean): number | null {
    if (!byRows) return timeAt(track, placeAt(track, shownMs()) + px);
    restPx += px;
    const atMs = stepAfter(track, shownMs(), restPx);
    if (atMs !== null) restPx = 0;
    return atMs;
  }

  return { layOut, show, cursorAfter, end: () => animation.cancel() };
}

/** The middle of each row's first line, from the top of the rows; and the height of the first line of all. */
function measure(win: Window, rows: HTMLElement): { ys: number[]; firstLinePx: number } {
  const topPx = rows.getBoundingClientRect().top;
  const lines = [...rows.querySelectorAll<HTMLElement>('.row .text')].map((text) => ({
    topPx: text.getBoundingClientRect().top - topPx,
    heightPx: Number.parseFloat(win.getComputedStyle(text).lineHeight),
  }));
  return { ys: lines.map((first) => first.topPx + first.heightPx / 2), firstLinePx: lines[0]?.heightPx ?? 0 };
}

/**
 * The reading line from the top of the view, a share of its height. A row begins on the line and is a row's height above
 * it when the next one begins, so it needs that room below the header; the line is never so high or low that its text
 * would be cut.
 */
function lineIn(view: HTMLElement, readingLine: number, firstLinePx: number): number {
  const { height } = view.getBoundingClientRect();
  const roomPx = firstLinePx * 0.75;
  return Math.max(roomPx, Math.min(height * readingLine, height - roomPx));
}
