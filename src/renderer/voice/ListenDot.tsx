import { useListen } from './listen-state.ts';
import { MicrophoneDot } from './MicrophoneDot.tsx';

const elsewhere = 'Another window of Offbook listens';

interface ListenDotProps {
  /** Whether to ask here, after a long silence, if the person has finished. */
  asks?: boolean;
}

/** Whether this page listens, beside a clock. */
export function ListenDot({ asks = false }: ListenDotProps) {
  const { microphone, isSpeaking, isElsewhere, isAsking } = useListen((state) => state);
  if (isElsewhere) {
    return (
      // An <img> needs a file.
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      <span className="microphone-dot" role="img" aria-label={elsewhere} title={elsewhere} data-kind="elsewhere" />
    );
  }
  return (
    <>
      {asks && isAsking && <output className="listen-asks">Finished?</output>}
      <MicrophoneDot state={microphone} isSpeaking={isSpeaking} />
    </>
  );
}
