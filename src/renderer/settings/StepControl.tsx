import { useState, type KeyboardEvent } from 'react';
import { readValue, stepped, valueText, valueWords, type CountedRow } from '../ui/format/setting.ts';
import { useSettingsContext, type ControlProps } from './settings-context.ts';

interface StepControlProps extends ControlProps<number> {
  row: CountedRow;
}

/** A number or a time: typed, or changed in steps with the arrow keys and the buttons. */
export function StepControl({ id, row, value, set }: StepControlProps) {
  const { actions } = useSettingsContext();
  /** What is being typed; null while nothing is. */
  const [draft, setDraft] = useState<string | null>(null);

  const put = (next: number): void => {
    setDraft(null);
    if (next !== value) set(next, valueWords(row, next));
  };
  const commit = (): void => {
    if (draft === null) return;
    const read = readValue(row, draft);
    if (read.ok) put(read.value);
    else actions.refuse(read.error);
    setDraft(null);
  };
  const step = (steps: number): void => {
    const read = draft === null ? null : readValue(row, draft);
    put(stepped(row, read?.ok === true ? read.value : value, steps));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const steps = stepKeys[event.key];
    if (event.key === 'Enter') commit();
    else if (event.key === 'Escape') setDraft(null);
    else if (steps === undefined) return;
    else step(steps);
    event.preventDefault();
  };

  return (
    <span className="stepper">
      <StepButton label={`Less ${row.title}`} sign="−" step={() => step(-1)} />
      <input
        id={id}
        className="field num"
        type="text"
        inputMode="decimal"
        role="spinbutton"
        autoComplete="off"
        spellCheck={false}
        aria-describedby={`${id}-help`}
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
      <StepButton label={`More ${row.title}`} sign="+" step={() => step(1)} />
      {row.control === 'number' && <span className="setting-unit">{row.unit}</span>}
    </span>
  );
}

const stepKeys: Readonly<Record<string, number>> = { ArrowUp: 1, ArrowDown: -1, PageUp: 5, PageDown: -5 };

interface StepButtonProps {
  label: string;
  sign: string;
  step: () => void;
}

/** For the mouse: on the keyboard the arrows do the same, so Tab skips it. */
function StepButton({ label, sign, step }: StepButtonProps) {
  return (
    <button type="button" className="step" tabIndex={-1} aria-label={label} onClick={step}>
      {sign}
    </button>
  );
}
