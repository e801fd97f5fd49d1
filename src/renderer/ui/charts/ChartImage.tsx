import type { ReactNode } from 'react';

interface ChartImageProps {
  /** What it shows, in words. */
  label: string;
  /** In pixels; it is as wide as its place. */
  height: number;
  children: ReactNode;
}

/** A drawn chart, one image to assistive software; its figures are in the table beside it. */
export function ChartImage({ label, height, children }: ChartImageProps) {
  return (
    // An <img> has no parts that follow the theme and the pointer.
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
    <svg className="chart" role="img" aria-label={label} height={height}>
      {children}
    </svg>
  );
}
