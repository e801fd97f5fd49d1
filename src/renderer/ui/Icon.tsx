/** Outlines on a 16 × 16 grid; those in `solid` are filled. */
const shapes = {
  ready: 'M5 3.5v9l7-4.5z',
  running: 'M5 3.5v9l7-4.5z',
  paused: 'M4.5 3.5h2.2v9H4.5zM9.3 3.5h2.2v9H9.3z',
  previous: 'M12 3.5v9L5.5 8zM4 3.5v9',
  next: 'M4 3.5v9L10.5 8zM12 3.5v9',
  section: 'M4 3.5l4 4 4-4M4 8.5l4 4 4-4',
  reset: 'M4.2 5.2A5 5 0 1 1 3 8.6M3.4 2.4v3.2h3.2',
  auto: 'M8 2.5v10M4.5 9 8 12.8 11.5 9',
  step: 'M8 2.5v6M5 6l3 3 3-3M3.5 12.8h9',
  voice: 'M8 2.5a1.8 1.8 0 0 1 1.8 1.8v3.4a1.8 1.8 0 0 1-3.6 0V4.3A1.8 1.8 0 0 1 8 2.5M4 7.5a4 4 0 0 0 8 0M8 11.5v2',
  smaller: 'M2.5 12.5 6 4l3.5 8.5M3.6 10h4.8M11 8.5h3.5',
  bigger: 'M2.5 12.5 6 4l3.5 8.5M3.6 10h4.8M11 8.5h3.5M12.75 6.75v3.5',
  theme: 'M8 2.5a5.5 5.5 0 1 0 0 11zM8 2.5a5.5 5.5 0 0 1 0 11',
  float: 'M2.5 3.5h11v9h-11zM8 8h4v3H8z',
  size: 'M2.5 5.5h11v5h-11zM2.5 2.5h3M10.5 13.5h3',
  more: 'M3.5 8h.01M8 8h.01M12.5 8h.01',
  find: 'M7 2.8a4.2 4.2 0 1 1 0 8.4a4.2 4.2 0 0 1 0-8.4M10.2 10.2l3.3 3.3',
  library: 'M3 3.5v9M6 3.5v9M9 3.8l3.2 8.4',
  keys: 'M1.8 4.2h12.4v7.6H1.8zM4.4 6.8h.01M6.8 6.8h.01M9.2 6.8h.01M11.6 6.8h.01M5.2 9.4h5.6',
  folder: 'M2.5 12.5v-9h4l1.4 1.8h5.6v7.2z',
  chevron: 'M6 4l4 4-4 4',
  dismiss: 'M4 4l8 8M12 4l-8 8',
  star: 'M8 2.2l1.8 3.7 4 .6-2.9 2.8.7 4L8 11.4l-3.6 1.9.7-4L2.2 6.5l4-.6z',
  starred: 'M8 2.2l1.8 3.7 4 .6-2.9 2.8.7 4L8 11.4l-3.6 1.9.7-4L2.2 6.5l4-.6z',
} as const;

export type IconName = keyof typeof shapes;

const solid: ReadonlySet<IconName> = new Set(['running', 'paused', 'starred']);

/** Decoration: the words beside it, or its button’s label, say what it means. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 16 16" aria-hidden="true" data-solid={solid.has(name)}>
      <path d={shapes[name]} />
    </svg>
  );
}
