import { useState } from 'react';
import { longDay, readDay } from './format/day.ts';

interface DateFieldProps {
  /** Its help is `{id}-help`. */
  id: string;
  /** As `2026-11-22`; null for none. */
  value: string | null;
  /** Sets another day; `words` is the day as text for a sentence. */
  set: (day: string | null, words: string) => void;
  /** Says why what was typed isn’t valid. */
  refuse: (reason: string) => void;
}

/** A day: typed, or chosen in the browser’s calendar. It is set as soon as it is complete; empty means none. */
export function DateField({ id, value, set, refuse }: DateFieldProps) {
  /** What is being typed; null while nothing is. */
  const [draft, setDraft] = useState<string | null>(null);
  const put = (day: string | null): void => {
    setDraft(null);
    if (day !== value) set(day, day === null ? 'empty' : longDay(day));
  };
  return (
    <input
      id={id}
      className="field day-setting num"
      type="date"
      aria-describedby={`${id}-help`}
      value={draft ?? value ?? ''}
      data-writing={draft !== null}
      onChange={({ target }) => {
        const read = readDay(target.value, target.validity.badInput);
        if (read.kind === 'unfinished') setDraft(target.value);
        else put(read.kind === 'day' ? read.day : null);
      }}
      onBlur={({ target }) => {
        if (draft === null) return;
        setDraft(null);
        if (target.value !== '') refuse('That date isn’t valid: the year has four digits, such as 2026.');
      }}
    />
  );
}
