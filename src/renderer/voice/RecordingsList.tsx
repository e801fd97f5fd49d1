import { useState } from 'react';
import { roundDuration } from '../../core/prompter/shown-times.ts';
import type { KeptRecording } from '../../core/voice/recordings.ts';
import { longDay, shortDay } from '../ui/format/day.ts';
import { counted } from '../ui/format/story.ts';
import { MoreButton, useShowMore } from '../ui/MoreButton.tsx';
import { RecordingButtons } from './RecordingButtons.tsx';
import { RecordingPlayer } from './RecordingPlayer.tsx';

const firstRows = 5;

/** Recordings, each with its player; nothing without any. */
export function RecordingsList({ recordings }: { recordings: readonly KeptRecording[] }) {
  const shown = useShowMore(recordings.length, firstRows);
  const [openId, setOpenId] = useState<string | null>(null);
  if (recordings.length === 0) return null;
  return (
    <section className="recordings" aria-label="Recordings">
      <h3>{counted(recordings.length, 'recording')}</h3>
      <ul>
        {recordings.slice(0, shown.count).map((recording) => (
          <RecordingRow
            key={recording.id}
            recording={recording}
            isOpen={recording.id === openId}
            open={(isOpen) => setOpenId(isOpen ? recording.id : null)}
          />
        ))}
      </ul>
      <MoreButton shown={shown} noun="recording" />
    </section>
  );
}

interface RecordingRowProps {
  recording: KeptRecording;
  isOpen: boolean;
  open: (isOpen: boolean) => void;
}

function RecordingRow({ recording, isOpen, open }: RecordingRowProps) {
  const { at, recorded } = recording;
  const [day, time] = [at.slice(0, 10), at.slice(11, 16)];
  return (
    <li aria-label={`${longDay(day)}, ${time}`}>
      <div className="recordings-row num">
        <button type="button" className="quiet recordings-open" aria-expanded={isOpen} onClick={() => open(!isOpen)}>
          {shortDay(day)} {time}
          <span>{recorded === null ? 'cut off' : roundDuration(recorded.durationMs)}</span>
        </button>
        <RecordingButtons recording={recording} />
      </div>
      {isOpen && <RecordingPlayer {...recording} />}
    </li>
  );
}
