import { useEffect, useRef, useState } from 'react';
import type { RehearsalState } from '../../core/rehearsal/state.ts';
import type { Settings } from '../../core/settings/schema.ts';
import { isHandsFree } from '../../core/voice/hands-free.ts';
import { useProgramNow } from '../client/use-frame.ts';
import { setUpSpeaker, speechOf } from '../ui/voices.ts';
import { voiceStep } from './spoken-step.ts';

/** Says the questions aloud if the person wants that, and stops as soon as this view is left. */
export function useSpokenQuestions(rehearsal: RehearsalState | null, settings: Settings): void {
  const { voice } = settings;
  // Without keys, nobody is at the screen to read the next question.
  const speaks = settings.speakQuestions || (rehearsal?.kind === 'mock' && isHandsFree(settings));
  const now = useProgramNow();
  const [speaker] = useState(() =>
    setUpSpeaker(speechOf(window), (text) => new SpeechSynthesisUtterance(text), navigator.language),
  );
  const before = useRef<RehearsalState | null>(null);
  useEffect(() => {
    const step = voiceStep(before.current, rehearsal, now());
    before.current = rehearsal;
    if (!speaks || step.type === 'hush') speaker.cancel();
    // Of several pages only a visible one speaks. What can’t be said is on the screen anyway.
    else if (step.type === 'say' && !document.hidden) speaker.say(step.text, voice);
  });
  useEffect(() => {
    const end = (): void => speaker.cancel();
    // A reload doesn’t unmount, so the voice would go on without the page.
    window.addEventListener('pagehide', end);
    return () => {
      window.removeEventListener('pagehide', end);
      end();
    };
  }, [speaker]);
}
