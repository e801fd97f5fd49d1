import { useState } from 'react';
import type { ControlProps } from './SettingControl.tsx';
import { valueText, type CountedRow } from '../ui/format/setting.ts';

interface ShareControlProps extends ControlProps<number> {
  row: CountedRow;
}

/** A slider, followed while it is dragged; the program takes such a run of changes for one that can be undone. */
export function ShareControl({ id, row, value, set }: ShareControlProps) {
  /** Where it is being dragged to: what the program says comes a moment later. */
  const [dragged, setDragged] = useState<number | null>(null);
  const shown = dragged ?? value;
  const settle = (): void => setDragged(null);
  return (
    <>
      <input
        id={id}
        className="slider"
        type="range"
        min={row.min}
        max={row.max}
        step={row.step}
        aria-describedby={`${id}-help`}
        aria-valuetext={valueText(row, shown)}
        value={shown}
        onChange={({ target: { valueAsNumber } }) => {
          setDragged(valueAsNumber);
          set(valueAsNumber, valueText(row, valueAsNumber));
        }}
        onPointerUp={settle}
        onKeyUp={settle}
        onBlur={settle}
      />
      <span className="setting-figure num" aria-hidden="true">
        {valueText(row, shown)}
      </span>
    </>
  );
}
