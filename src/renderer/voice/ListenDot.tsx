import { useListen } from './listen-state.ts';
import { MicrophoneDot } from './MicrophoneDot.tsx';

/** Whether this page listens, beside a clock. */
export function ListenDot() {
  const { microphone, isSpeaking, isElsewhere } = useListen((state) => state);
  if (isElsewhere) {
    return (
      <span className="microphone-elsewhere" title="Another window of Offbook listens.">
        <span className="unseen">Another window of Offbook listens.</span>
      </span>
    );
  }
  return <MicrophoneDot state={microphone} isSpeaking={isSpeaking} />;
}
