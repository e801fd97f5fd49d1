import { useState, type KeyboardEvent } from 'react';
import { readValue, stepped, valueText, valueWords, type CountedRow } from './format/setting.ts';

interface StepFieldProps {
  row: CountedRow;
  value: number;
  /** Sets another value; `words` is the value as text for a sentence. */
  set: (value: number, words: string) => void;
  /** Says why what was typed isn’t valid. */
  refuse: (reason: string) => void;
  /** The id of a field with a label; its help is `{id}-help`. Without an id, the row’s title is its name. */
  id?: string;
  className?: string;
}

const stepKeys: Readonly<Record<string, number>> = { ArrowUp: 1, ArrowDown: -1, PageUp: 5, PageDown: -5 };

/** A figure or a time: typed, or stepped with the arrow keys and, beside a label, with buttons. */
export function StepField({ row, value, set, refuse, id, className = 'field num' }: StepFieldProps) {
  /** What is being typed; null while nothing is. */
  const [draft, setDraft] = useState<string | null>(null);

  const put = (next: number): void => {
    setDraft(null);
    if (next !== value) set(next, valueWords(row, next));
  };
  /** Sets the typed value; false if it isn’t valid. */
  const commit = (): boolean => {
    if (draft === null) return true;
    const read = readValue(row, draft);
    if (read.ok) put(read.value);
    else refuse(read.error);
    setDraft(null);
    return read.ok;
  };
  const step = (steps: number): void => {
    const read = draft === null ? null : readValue(row, draft);
    put(stepped(row, read?.ok === true ? read.value : value, steps));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const steps = stepKeys[event.key];
    // Enter submits the form around the field, if there is one: with what was typed, and not at all if that isn’t valid.
    if (event.key === 'Enter') {
      if (commit()) return;
    } else if (event.key === 'Escape' && draft !== null) setDraft(null);
    else if (steps === undefined) return;
    else step(steps);
    event.preventDefault();
  };
  const field = (
    <input
      id={id}
      className={className}
      type="text"
      inputMode="decimal"
      role="spinbutton"
      autoComplete="off"
      spellCheck={false}
      aria-label={id === undefined ? row.title : undefined}
      aria-describedby={id === undefined ? undefined : `${id}-help`}
      aria-valuemin={row.min}
      aria-valuemax={row.max}
      aria-valuenow={value}
      aria-valuetext={valueWords(row, value)}
      value={draft ?? valueText(row, value)}
      data-writing={draft !== null}
      onChange={(event) => setDraft(event.target.value)}
      onFocus={(event) => event.target.select()}
      onBlur={commit}
      onKeyDown={onKeyDown}
    />
  );
  if (id === undefined) return field;
  return (
    <span className="stepper">
      <StepButton label={`Less ${row.title}`} sign="−" step={() => step(-1)} />
      {field}
      <StepButton label={`More ${row.title}`} sign="+" step={() => step(1)} />
      {row.control === 'number' && <span className="setting-unit">{row.unit}</span>}
    </span>
  );
}

interface StepButtonProps {
  label: string;
  sign: string;
  step: () => void;
}

/** For the mouse: the arrow keys do the same in the field, so Tab skips it. */
function StepButton({ label, sign, step }: StepButtonProps) {
  return (
    <button type="button" className="step" tabIndex={-1} aria-label={label} onClick={step}>
      {sign}
    </button>
  );
}
