import type { MicrophoneState } from './microphone.ts';
import './microphone.css';

interface MicrophoneDotProps {
  state: MicrophoneState;
  isSpeaking: boolean;
  /** Why the outline doesn’t follow what it hears; null if it does, or nobody wants it to. */
  notFollowing?: string | null;
}

/** Always beside the clock while Offbook listens: whether it hears, in shape and words, not in colour alone. */
export function MicrophoneDot({ state, isSpeaking, notFollowing = null }: MicrophoneDotProps) {
  if (state.kind === 'off') return null;
  const words = dotWords(state) + (state.kind === 'on' && notFollowing !== null ? `. ${notFollowing}` : '');
  return <Dot kind={state.kind} words={words} isSpeaking={state.kind === 'on' && isSpeaking} />;
}

interface DotProps {
  kind: MicrophoneState['kind'] | 'elsewhere';
  words: string;
  isSpeaking?: boolean;
}

/** The dot itself, with its words for a screen reader and for the mouse. */
export function Dot({ kind, words, isSpeaking = false }: DotProps) {
  return (
    <span
      className="microphone-dot"
      // An <img> needs a file.
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="img"
      aria-label={words}
      title={words}
      data-kind={kind}
      data-speaking={isSpeaking}
    />
  );
}

/** Without whether somebody speaks: that would be read out at every breath. */
function dotWords(state: MicrophoneState): string {
  switch (state.kind) {
    case 'off':
      return 'Microphone off';
    case 'starting':
      return 'Microphone starting';
    case 'on':
      return `Microphone on: ${state.label}`;
    case 'trouble':
      return `No microphone. ${state.text}`;
  }
}
