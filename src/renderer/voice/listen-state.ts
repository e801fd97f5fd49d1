import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { MicrophoneState } from './microphone.ts';

/** What this page’s views show of its listening. */
export interface ListenState {
  microphone: MicrophoneState;
  isSpeaking: boolean;
  /** Another window of Offbook listens, so that this one doesn’t. */
  isElsewhere: boolean;
  /** Why the outline doesn’t follow the voice; null while it does, or nobody wants it to. */
  notFollowing: string | null;
  /** After a long silence: has the person finished? */
  isAsking: boolean;
}

export const notListening: ListenState = {
  microphone: { kind: 'off' },
  isSpeaking: false,
  isElsewhere: false,
  notFollowing: null,
  isAsking: false,
};

/** A page has one microphone, whichever of its windows shows it. */
export const listenStore = createStore<ListenState>(() => notListening);

/** A part of it; the component renders again when that part changes. */
export function useListen<Part>(select: (state: ListenState) => Part): Part {
  return useStore(listenStore, select);
}
