import { useRef, useState } from 'react';
import type { RunRecord } from '../../core/rehearsal/record.ts';
import type { Recorded } from '../../core/voice/heard.ts';
import { keepFocus } from '../ui/focus.ts';
import { shortDay } from '../ui/format/day.ts';
import { RecordingButtons } from './RecordingButtons.tsx';
import { atStart, RecordingPlayer, type PlayingPlace } from './RecordingPlayer.tsx';
import { useRecordings } from './use-recordings.ts';

interface RecordingPartProps {
  record: RunRecord;
  recording: Recorded;
}

/** Which recording the person compares with this one, null for none, and where the one that is shown begins. */
interface ChosenRecording {
  id: string | null;
  begin: PlayingPlace;
}

/** The other recording, if it is the one to show. Where that was deleted, nobody asked for this one to play. */
export function shownRecording<Other extends { id: string }>(
  { id, begin }: ChosenRecording,
  before: Other | undefined,
): { other: Other | undefined; begin: PlayingPlace } {
  const other = before?.id === id ? before : undefined;
  return { other, begin: id === null || other !== undefined ? begin : atStart };
}

/** The recording of a run, and that of the run before to compare them: another one begins in the same section. */
export function RecordingPart({ record, recording }: RecordingPartProps) {
  const { data } = useRecordings(record.story);
  const place = useRef<PlayingPlace>(atStart);
  const [chosen, setChosen] = useState<ChosenRecording>({ id: null, begin: atStart });
  const index = data?.recordings.findIndex(({ id }) => id === recording.id) ?? -1;
  const own = data?.recordings[index];
  const earlier = index === -1 ? [] : (data?.recordings.slice(index + 1) ?? []);
  // What was discarded isn’t a run to compare with.
  const before = earlier.find(({ sections }) => sections.length > 0);
  const moved = (to: PlayingPlace): void => {
    place.current = to;
  };
  const { other, begin } = shownRecording(chosen, before);
  const choose = (id: string | null): void => {
    if (id !== (other?.id ?? null)) setChosen({ id, begin: place.current });
  };
  if (data !== null && own === undefined) return null;
  const choices = [
    { id: null, words: 'This run' },
    ...(before === undefined ? [] : [{ id: before.id, words: `The one before, ${shortDay(before.at.slice(0, 10))}` }]),
  ];
  return (
    <section className="recording-part" aria-label="Recording">
      <div className="recording-head">
        <h2>Recording</h2>
        {before !== undefined && (
          // A <fieldset> suggests that an answer is required.
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
          <div className="recording-choice" role="group" aria-label="Which recording">
            {choices.map(({ id, words }) => (
              <button
                key={id}
                type="button"
                className="quiet"
                aria-pressed={id === (other?.id ?? null)}
                onMouseDown={keepFocus}
                onClick={() => choose(id)}
              >
                {words}
              </button>
            ))}
          </div>
        )}
        {own !== undefined && <RecordingButtons recording={other ?? own} />}
      </div>
      {other === undefined ? (
        <RecordingPlayer
          key={recording.id}
          id={recording.id}
          recorded={recording}
          sections={record.sections}
          begin={begin}
          moved={moved}
        />
      ) : (
        <RecordingPlayer key={other.id} {...other} begin={begin} moved={moved} />
      )}
    </section>
  );
}
