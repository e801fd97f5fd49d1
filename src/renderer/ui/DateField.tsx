import { useState } from 'react';
import { longDay } from './format/day.ts';
import { readDay } from './format/date.ts';

interface DateControlProps {
  id: string;
  value: string | null;
  /** Changes the date; `words` is the new one within a sentence. */
  set: (value: string | null, words: string) => void;
  /** Says why what was typed isn't taken. */
  refuse: (reason: string) => void;
}

/** A day: typed, or chosen in the browser's calendar. It is set as soon as it is whole; empty is none. */
export function DateControl({ id, value, set, refuse }: DateControlProps) {
  /** What is being typed; null where the value stands as it is. */
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
        if (target.value !== '') refuse('That date was not taken: the year has four digits, such as 2026.');
      }}
    />
  );
}
