import { useListen } from './listen-state.ts';
import { Dot, MicrophoneDot } from './MicrophoneDot.tsx';

interface ListenDotProps {
  /** Whether to ask here, after a long silence, if the person has finished. */
  asks?: boolean;
}

/** Whether this page listens, beside a clock. */
export function ListenDot({ asks = false }: ListenDotProps) {
  const { microphone, isSpeaking, isElsewhere, notFollowing, isAsking } = useListen((state) => state);
  if (isElsewhere) return <Dot kind="elsewhere" words="Another window of Offbook listens" />;
  return (
    <>
      {asks && isAsking && <output className="listen-asks">Finished?</output>}
      <MicrophoneDot state={microphone} isSpeaking={isSpeaking} notFollowing={notFollowing} />
    </>
  );
}
