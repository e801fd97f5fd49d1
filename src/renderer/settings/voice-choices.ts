import type { SettingChoice } from '../../core/settings/table.ts';

/**
 * What the list of voices offers: the computer's usual one (empty), each offline voice by name and language, and the
 * chosen one though it isn't here, so that the list tells the truth.
 */
export function voiceChoices(
  voices: readonly Pick<SpeechSynthesisVoice, 'voiceURI' | 'name' | 'lang'>[],
  chosen: string | null,
): SettingChoice[] {
  const isGone = chosen !== null && voices.every(({ voiceURI }) => voiceURI !== chosen);
  return [
    { value: '', label: voices.length === 0 ? 'No offline voice here' : 'The usual voice' },
    ...voices.map(({ voiceURI, name, lang }) => ({ value: voiceURI, label: `${name} (${lang})` })),
    ...(isGone ? [{ value: chosen, label: `${chosen} (not on this computer)` }] : []),
  ];
}
