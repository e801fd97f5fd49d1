import type { ControlProps } from './SettingControl.tsx';

export function SwitchControl({ id, value, set }: ControlProps<boolean>) {
  return (
    <input
      id={id}
      className="switch"
      type="checkbox"
      role="switch"
      aria-describedby={`${id}-help`}
      aria-checked={value}
      checked={value}
      onChange={(event) => set(event.target.checked, event.target.checked ? 'on' : 'off')}
    />
  );
}
