import type { KeyboardEvent, PointerEvent, ReactNode } from 'react';
import { clamp } from '../../../core/values.ts';

interface ChartImageProps {
  /** What it shows, in words. */
  label: string;
  /** In pixels; the chart fills the width it gets. */
  height: number;
  children: ReactNode;
}

/** A drawn chart, one image to assistive software; its figures are in the table beside it. */
export function ChartImage({ label, height, children }: ChartImageProps) {
  return (
    // Parts of an <img> can’t follow the theme and the pointer.
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
    <svg className="chart" role="img" aria-label={label} height={height}>
      {children}
    </svg>
  );
}

/** A share of the chart’s width. */
export function percent(share: number): string {
  return `${(share * 100).toFixed(3)}%`;
}

interface ChartCursorProps {
  /** What a place is: “Day”. */
  label: string;
  count: number;
  /** The selected place; null for none. */
  at: number | null;
  setAt: (at: number | null) => void;
  /** What is at a place, for reading out. */
  textOf: (at: number) => string;
  /** How far Page Up and Page Down go. */
  page: number;
  children: ReactNode;
}

/** Moves a cursor over a chart from place to place, with the mouse or the arrow keys. */
export function ChartCursor({ label, count, at, setAt, textOf, page, children }: ChartCursorProps) {
  const last = Math.max(0, count - 1);
  const press = (event: KeyboardEvent): void => {
    const to = placeAfterKey(event.key, at ?? last, count, page);
    if (to === null) return;
    event.preventDefault();
    setAt(to);
  };
  const point = ({ clientX, currentTarget }: PointerEvent<HTMLDivElement>): void => {
    const { left, width } = currentTarget.getBoundingClientRect();
    setAt(placeUnder(clientX - left, width, count));
  };
  return (
    <div className="scrub">
      {children}
      <div
        className="scrub-hold"
        // An <input> would keep all keys to itself, including those that open other views.
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
        role="slider"
        tabIndex={0}
        aria-label={label}
        aria-valuemin={1}
        aria-valuemax={last + 1}
        aria-valuenow={(at ?? last) + 1}
        aria-valuetext={textOf(at ?? last)}
        onKeyDown={press}
        onFocus={() => setAt(at ?? last)}
        onBlur={() => setAt(null)}
        onPointerMove={point}
        onPointerDown={point}
        onPointerLeave={({ currentTarget }) => {
          if (currentTarget.ownerDocument.activeElement !== currentTarget) setAt(null);
        }}
      />
    </div>
  );
}

/** The place that a key goes to from another one; null if it isn’t one of a slider’s keys. */
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
  return to === undefined ? null : clamp(to, 0, last);
}

/** The place under a point, in pixels from the chart’s left edge. All places have the same width. */
export function placeUnder(x: number, width: number, count: number): number {
  const place = Math.floor((x / Math.max(1, width)) * count);
  return clamp(place, 0, Math.max(0, count - 1));
}
