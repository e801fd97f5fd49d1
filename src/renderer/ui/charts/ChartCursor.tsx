import type { KeyboardEvent, PointerEvent, ReactNode } from 'react';
import { placeAfterKey, placeUnder } from './cursor-place.ts';

interface ScrubProps {
  /** What is gone through: "Day". */
  label: string;
  count: number;
  /** The place that is looked at; null for none. */
  at: number | null;
  setAt: (at: number | null) => void;
  /** What there is at a place, as it is read out. */
  textOf: (at: number) => string;
  /** How far Page Up and Page Down go. */
  page: number;
  children: ReactNode;
}

/** A chart that is gone through, place by place: by the mouse, or by the arrow keys. */
export function Scrub({ label, count, at, setAt, textOf, page, children }: ScrubProps) {
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
        // An <input> would keep all keys to itself, also those that lead to other views.
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
