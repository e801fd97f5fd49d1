import { useSyncExternalStore } from 'react';

/** The part of the browser’s speech that is used here, so that tests can replace it. */
export type Speech = Pick<
  SpeechSynthesis,
  'getVoices' | 'speak' | 'cancel' | 'addEventListener' | 'removeEventListener'
>;

/** The browser’s speech; null where it has none. */
export function speechOf(win: Window): Speech | null {
  return 'speechSynthesis' in win ? win.speechSynthesis : null;
}

/**
 * The voices that work offline. The others send the text to somebody’s server, and a person’s interview questions stay
 * on this computer. Empty until the browser has read its list (`voiceschanged`).
 */
export function offlineVoices(speech: Pick<Speech, 'getVoices'> | null = speechOf(window)): SpeechSynthesisVoice[] {
  return speech?.getVoices().filter((voice) => voice.localService) ?? [];
}

/** The voice with the chosen `voiceURI`; else the system’s default, else any. Null without voices. */
export function voiceFor(
  voices: readonly SpeechSynthesisVoice[],
  chosen: string | null,
  language: string,
): SpeechSynthesisVoice | null {
  const own = language.split('-')[0] ?? language;
  return (
    voices.find((voice) => voice.voiceURI === chosen) ??
    voices.find((voice) => voice.default) ??
    voices.find((voice) => voice.lang.startsWith(own)) ??
    voices[0] ??
    null
  );
}

/** Says questions aloud, one at a time. */
interface Speaker {
  /** Stops the current question and says this one. False without an offline voice. */
  say: (text: string, chosenVoice: string | null) => boolean;
  cancel: () => void;
}

/** A speaker that uses the browser’s speech, which may be missing. `language` is the page’s, such as `en`. */
export function setUpSpeaker(
  speech: Speech | null,
  utter: (text: string) => SpeechSynthesisUtterance,
  language: string,
): Speaker {
  return {
    say: (text, chosenVoice) => {
      const voice = voiceFor(offlineVoices(speech), chosenVoice, language);
      if (speech === null || voice === null) return false;
      const utterance = utter(text);
      // Otherwise the browser would use its default voice, which may be a server’s.
      utterance.voice = voice;
      utterance.lang = voice.lang;
      speech.cancel();
      speech.speak(utterance);
      return true;
    },
    cancel: () => speech?.cancel(),
  };
}

/** Something read from the voices, and read again when the browser’s list changes, which arrives late. */
export function useVoices<Value extends string | number>(read: () => Value): Value {
  return useSyncExternalStore(listen, read);
}

function listen(changed: () => void): () => void {
  const speech = speechOf(window);
  speech?.addEventListener('voiceschanged', changed);
  return () => speech?.removeEventListener('voiceschanged', changed);
}
