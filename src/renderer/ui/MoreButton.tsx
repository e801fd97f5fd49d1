import type { Shown } from './use-show-more.ts';

interface MoreButtonProps {
  shown: Shown;
  /** What is counted, in the plural. */
  noun: string;
}

/** Shows the rest of a list that was cut short; nothing where all is shown. */
export function MoreButton({ shown: { count, more, showMore }, noun }: MoreButtonProps) {
  if (more === 0) return null;
  return (
    <button type="button" className="more" onClick={showMore}>
      Show {more} more {noun} <span className="unseen">besides these {count}</span>
    </button>
  );
}
