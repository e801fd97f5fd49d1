import type { Plan } from '../../core/prompter/plan.ts';
import { clamp } from '../../core/values.ts';
import { drive, type RowsMotion } from './motion.ts';
import {
  fadeOf,
  placeAt,
  rulerOf,
  shifted,
  stepAfter,
  stopAt,
  stopsOf,
  timeAt,
  trackKeyframes,
  trackOf,
  zoneOf,
  type RowBox,
  type Stop,
  type TrackPoint,
} from './track.ts';

/**
 * Three nested elements: the visible part, the one that softens jumps, and the one that the plan moves. A message may cover
 * the bottom of the visible part.
 */
export interface ScrollParts {
  view: HTMLElement;
  line: HTMLElement;
  rows: HTMLElement;
  message: Element | null;
}

/** What the outline's way depends on besides its rows. */
export interface Course {
  plan: Plan;
  /** The reading line as a share of the view's height. */
  readingLine: number;
  /** Plan time against time. */
  speed: number;
}

export interface Scroller {
  /** Measures the rows and sets up their way past the reading line. */
  layOut: (course: Course) => void;
  /** Moves the outline as the motion says; a jump glides unless `reduced`. */
  show: (motion: RowsMotion, reduced: boolean) => void;
  /** The cursor after the wheel turned that many pixels, by whole rows with `byRows`; null where it stays. */
  cursorAfter: (px: number, byRows: boolean) => number | null;
  end: () => void;
}

/** Long enough to see where the outline went, too short to be a wait: after a nudge, and from one row to the next. */
const nudgeMs = 150;
const rowMs = 280;

/**
 * Moves an outline by one animation on `transform` with straight parts, which the compositor runs alone. It rests while a
 * row is current, and glides when the next one begins. Where it goes from stop to stop instead, `due` is called when it has
 * to be shown at the next one.
 */
export function setUpScroller(win: Window, { view, line, rows, message }: ScrollParts, due: () => void): Scroller {
  const animation = rows.animate(null, { duration: 1, fill: 'both' });
  animation.pause();
  const effect = animation.effect as KeyframeEffect;
  let stops: Stop[] = [];
  let ruler: TrackPoint[] = [];
  let track: TrackPoint[] = [];
  let targetMs = 1;
  let glideMs = 0;
  /** The stop that the last jump led to, so that no second glide leads there; null before the first. */
  let jumpedTo: number | null = null;
  /** Where the outline rests; null while it moves with the plan. */
  let restPx: number | null = null;
  let cursorMs = 0;
  let gliding: { animation: Animation; px: number } | null = null;
  let pushedPx = 0;
  let timer: number | undefined;

  function layOut({ plan, readingLine, speed }: Course): void {
    const boxes = measure(win, rows);
    const { height: heightPx, bottom } = view.getBoundingClientRect();
    const fade = fadeOf(heightPx, boxes);
    view.style.setProperty('--fade-top', `${fade.topPx}px`);
    view.style.setProperty('--fade-bottom', `${fade.bottomPx}px`);
    const said = message?.getBoundingClientRect();
    const coveredPx = said === undefined || said.height === 0 ? 0 : clamp(bottom - said.top, 0, heightPx);
    const zone = zoneOf({ heightPx, coveredPx }, boxes, fade, readingLine);
    stops = stopsOf(plan.rows, boxes, zone).map(({ atMs, px }) => ({ atMs, px: onPixel(px) }));
    ruler = rulerOf(plan.rows, boxes);
    targetMs = Math.max(1, plan.targetMs);
    glideMs = rowMs * speed;
    effect.updateTiming({ duration: targetMs });
    jumpedTo = null;
  }

  function show(motion: RowsMotion, reduced: boolean): void {
    const fromPx = placeAt(track, shownMs()) + glideLeft();
    const isFresh = jumpedTo === null;
    const at = stopAt(stops, motion.atMs);
    const isResting = motion.rate === 0;
    const shown = isResting ? { atMs: stops[at]?.atMs ?? 0, rate: 0 } : motion;
    const jumped = drive(animation, shown, win.performance.now());
    if (isFresh || jumped || isResting) jumpTo(at);
    const toPx = placeAt(track, shown.atMs);
    if (isFresh || reduced) gliding?.animation.cancel();
    else if (isResting ? toPx !== restPx : jumped) glide(fromPx - toPx);
    restPx = isResting ? toPx : null;
    cursorMs = motion.atMs;
    wait(motion);
  }

  function wait({ atMs, stepRate }: RowsMotion): void {
    win.clearTimeout(timer);
    const next = stops[stopAt(stops, atMs) + 1];
    if (stepRate > 0 && next !== undefined) timer = win.setTimeout(due, Math.ceil((next.atMs - atMs) / stepRate));
  }

  function jumpTo(at: number): void {
    if (at === jumpedTo) return;
    jumpedTo = at;
    track = trackOf(stops, { targetMs, glideMs, jumpTo: at });
    effect.setKeyframes(trackKeyframes(track, targetMs));
  }

  /** A resting outline is on whole pixels of the screen, so that its letters are sharp. */
  function onPixel(px: number): number {
    return Math.round(px * win.devicePixelRatio) / win.devicePixelRatio;
  }

  /** Softens a jump of that many pixels by an animation of the element around. */
  function glide(px: number): void {
    gliding?.animation.cancel();
    gliding = null;
    if (Math.abs(px) < 1) return;
    const frames = [{ transform: shifted(px) }, { transform: shifted(0) }];
    gliding = { px, animation: line.animate(frames, { duration: nudgeMs, easing: 'ease-out' }) };
  }

  function glideLeft(): number {
    const progress = gliding?.animation.effect?.getComputedTiming().progress ?? 1;
    return (gliding?.px ?? 0) * (1 - progress);
  }

  function shownMs(): number {
    return Number(animation.currentTime ?? 0);
  }

  function cursorAfter(px: number, byRows: boolean): number | null {
    const fromMs = restPx === null ? shownMs() : cursorMs;
    if (!byRows) return timeAt(ruler, placeAt(ruler, fromMs) + px);
    pushedPx += px;
    const atMs = stepAfter(ruler, fromMs, pushedPx);
    if (atMs !== null) pushedPx = 0;
    return atMs;
  }

  function end(): void {
    win.clearTimeout(timer);
    animation.cancel();
  }

  return { layOut, show, cursorAfter, end };
}

/** The rows' texts, from the top of the outline, wherever that is at the moment. */
function measure(win: Window, rows: HTMLElement): RowBox[] {
  const outlinePx = rows.getBoundingClientRect().top;
  return [...rows.querySelectorAll<HTMLElement>('.row .text')].map((text) => {
    const { top, height } = text.getBoundingClientRect();
    return {
      topPx: top - outlinePx,
      heightPx: height,
      linePx: Number.parseFloat(win.getComputedStyle(text).lineHeight),
    };
  });
}
