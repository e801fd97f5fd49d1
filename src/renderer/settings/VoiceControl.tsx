import type { SettingChoice } from '../../core/settings/row.ts';
import { offlineVoices, useVoices } from '../ui/voices.ts';
import { NullableChoice } from './ChoiceSelect.tsx';
import type { ControlProps } from './settings-context.ts';

/** The voice that asks the questions, of those that work offline on this computer. */
export function VoiceControl({ id, value, set }: ControlProps<string | null>) {
  const names = useVoices(voiceNames);
  const choices = voiceChoices(readNames(names), value);
  return <NullableChoice {...{ id, choices, value, set }} />;
}

/** As text, so that an unchanged list is the same value: the browser makes new voices each time. */
function voiceNames(): string {
  return JSON.stringify(offlineVoices().map(({ voiceURI, name, lang }) => ({ voiceURI, name, lang })));
}

function readNames(names: string): { voiceURI: string; name: string; lang: string }[] {
  return JSON.parse(names) as { voiceURI: string; name: string; lang: string }[];
}

/**
 * The list of voices: the computer's usual one (empty), each offline voice by name and language, and the chosen one even
 * where it isn't installed, so that the list shows the truth.
 */
export function voiceChoices(
  voices: readonly Pick<SpeechSynthesisVoice, 'voiceURI' | 'name' | 'lang'>[],
  chosen: string | null,
): SettingChoice[] {
  const isGone = chosen !== null && voices.every(({ voiceURI }) => voiceURI !== chosen);
  return [
    { value: '', label: voices.length === 0 ? 'No offline voices' : 'The usual voice' },
    ...voices.map(({ voiceURI, name, lang }) => ({ value: voiceURI, label: `${name} (${lang})` })),
    ...(isGone ? [{ value: chosen, label: `${chosen} (not on this computer)` }] : []),
  ];
}
