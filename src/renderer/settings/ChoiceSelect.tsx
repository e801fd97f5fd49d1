import type { SettingChoice } from '../../core/settings/row.ts';
import type { ControlProps } from './settings-context.ts';

interface ChoiceSelectProps extends ControlProps<string> {
  choices: readonly SettingChoice[];
}

/** A setting’s list of choices, one of which is chosen. */
export function ChoiceSelect({ id, choices, value, set }: ChoiceSelectProps) {
  return (
    <select
      id={id}
      className="field choice"
      aria-describedby={`${id}-help`}
      value={value}
      onChange={({ target }) => {
        const label = choices.find((choice) => choice.value === target.value)?.label ?? target.value;
        set(target.value, `“${label}”`);
      }}
    >
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </select>
  );
}

/** The same where one choice, the empty value, is null in the settings. */
export function NullableChoice({
  id,
  choices,
  value,
  set,
}: ControlProps<string | null> & Pick<ChoiceSelectProps, 'choices'>) {
  return (
    <ChoiceSelect
      {...{ id, choices }}
      value={value ?? ''}
      set={(chosen, words) => set(chosen === '' ? null : chosen, words)}
    />
  );
}
