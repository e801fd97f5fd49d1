import type { SettingRow } from '../../core/settings/table.ts';
import type { ControlProps } from './SettingControl.tsx';

interface ChoiceControlProps extends ControlProps<string> {
  row: Extract<SettingRow, { control: 'choice' }>;
}

export function ChoiceControl({ id, row, value, set }: ChoiceControlProps) {
  const labelOf = (chosen: string): string => row.choices.find((choice) => choice.value === chosen)?.label ?? chosen;
  return (
    <select
      id={id}
      className="field choice"
      aria-describedby={`${id}-help`}
      value={value}
      onChange={(event) => set(event.target.value, `“${labelOf(event.target.value)}”`)}
    >
      {row.choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </select>
  );
}
