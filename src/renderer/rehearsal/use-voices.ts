import { useSyncExternalStore } from 'react';
import { offlineVoices, speechOf } from '../ui/voices.ts';

/** How many voices of this computer there are. The browser reads its list late, and tells when it has. */
export function useVoiceCount(): number {
  return useSyncExternalStore(listen, () => offlineVoices().length);
}

function listen(changed: () => void): () => void {
  const speech = speechOf(window);
  speech?.addEventListener('voiceschanged', changed);
  return () => speech?.removeEventListener('voiceschanged', changed);
}
