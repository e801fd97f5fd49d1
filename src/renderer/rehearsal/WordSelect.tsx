import type { KeyboardEvent, ReactNode } from 'react';

interface WordSelectProps {
  /** For assistive software; the words around it say it to the eye. */
  label: string;
  value: string;
  choose: (value: string) => void;
  children: ReactNode;
  /** What is never parted from it, such as a comma. */
  after?: string;
}

/** A choice that stands in a sentence as one of its words. */
export function WordSelect({ label, value, choose, children, after }: WordSelectProps) {
  return (
    <span className="word">
      <select
        className="word-select"
        aria-label={label}
        value={value}
        onChange={(event) => choose(event.target.value)}
        onKeyDown={submitByEnter}
      >
        {children}
      </select>
      {after}
    </span>
  );
}

/** Enter starts from here too; the open list has its keys for itself. */
function submitByEnter(event: KeyboardEvent<HTMLSelectElement>): void {
  if (event.key !== 'Enter') return;
  event.preventDefault();
  event.currentTarget.form?.requestSubmit();
}
