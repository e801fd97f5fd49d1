import { offlineVoices, useVoices } from '../ui/voices.ts';
import type { ControlProps } from './SettingControl.tsx';
import { voiceChoices } from './voice-choices.ts';

/** The voice that asks the questions, out of those that this computer has by itself. */
export function VoiceControl({ id, value, set }: ControlProps<string | null>) {
  const names = useVoices(voiceNames);
  const choices = voiceChoices(readNames(names), value);
  return (
    <select
      id={id}
      className="field choice"
      aria-describedby={`${id}-help`}
      value={value ?? ''}
      onChange={({ target }) => {
        const label = choices.find((choice) => choice.value === target.value)?.label ?? '';
        set(target.value === '' ? null : target.value, `“${label}”`);
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

/** As a text, so that an unchanged list is the same value: the browser makes new voices at each question. */
function voiceNames(): string {
  return JSON.stringify(offlineVoices().map(({ voiceURI, name, lang }) => ({ voiceURI, name, lang })));
}

function readNames(names: string): { voiceURI: string; name: string; lang: string }[] {
  return JSON.parse(names) as { voiceURI: string; name: string; lang: string }[];
}
