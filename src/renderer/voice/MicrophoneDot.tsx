import type { MicrophoneState } from './microphone.ts';
import './microphone.css';

interface MicrophoneDotProps {
  state: MicrophoneState;
  isSpeaking: boolean;
}

/** Always beside the clock while Offbook listens: whether it hears, in shape and words, not in colour alone. */
export function MicrophoneDot({ state, isSpeaking }: MicrophoneDotProps) {
  if (state.kind === 'off') return null;
  return (
    <span
      className="microphone-dot"
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="img"
      aria-label={dotWords(state)}
      title={dotWords(state)}
      data-kind={state.kind}
      data-speaking={state.kind === 'on' && isSpeaking}
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
