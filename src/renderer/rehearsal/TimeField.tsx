import { useState, type KeyboardEvent } from 'react';
import { readValue, stepped, valueText, type CountedRow } from '../ui/format/setting.ts';

interface TimeFieldProps {
  row: CountedRow;
  valueMs: number;
  set: (valueMs: number) => void;
  /** Tells why something typed was not taken. */
  refuse: (why: string) => void;
  /** What is never parted from it, such as a comma. */
  after?: string;
}

const stepKeys: Readonly<Record<string, number>> = { ArrowUp: 1, ArrowDown: -1, PageUp: 5, PageDown: -5 };

/** A time in a sentence: typed as `m:ss`, or stepped with the arrow keys. */
export function TimeField({ row, valueMs, set, refuse, after }: TimeFieldProps) {
  /** What is being typed; null where the value stands as it is. */
  const [draft, setDraft] = useState<string | null>(null);
  /** Takes what was typed; false where it can't be. */
  const commit = (): boolean => {
    if (draft === null) return true;
    setDraft(null);
    const read = readValue(row, draft);
    if (!read.ok) refuse(read.error);
    else if (read.value !== valueMs) set(read.value);
    return read.ok;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const steps = stepKeys[event.key];
    // Enter starts with what was typed, so that is taken first; what can't be taken starts nothing.
    if (event.key === 'Enter' && !commit()) event.preventDefault();
    if (event.key === 'Escape' && draft !== null) {
      event.stopPropagation();
      setDraft(null);
    }
    if (steps === undefined) return;
    event.preventDefault();
    const read = draft === null ? null : readValue(row, draft);
    setDraft(null);
    set(stepped(row, read?.ok === true ? read.value : valueMs, steps));
  };
  return (
    <span className="word">
      <input
        className="word-field num"
        type="text"
        inputMode="numeric"
        role="spinbutton"
        autoComplete="off"
        spellCheck={false}
        aria-label={row.title}
        aria-valuemin={row.min}
        aria-valuemax={row.max}
        aria-valuenow={valueMs}
        aria-valuetext={valueText(row, valueMs)}
        value={draft ?? valueText(row, valueMs)}
        onChange={(event) => setDraft(event.target.value)}
        onFocus={(event) => event.target.select()}
        onBlur={commit}
        onKeyDown={onKeyDown}
      />
      {after}
    </span>
  );
}
