import { useEffect, useEffectEvent } from 'react';
import { roundDuration } from '../../core/prompter/shown-times.ts';
import type { RecordSection } from '../../core/rehearsal/record.ts';
import type { Recorded } from '../../core/voice/heard.ts';
import { recordedSections, sectionAt, type RecordedSection } from '../../core/voice/recordings.ts';
import { keepFocus } from '../ui/focus.ts';
import { sectionLook } from '../ui/format/section.ts';
import { Icon } from '../ui/Icon.tsx';
import { usePlayer } from './use-recordings.ts';
import { Waveform } from './Waveform.tsx';

/** Where a recording is playing: in which section (null: in none), how far into it, and whether it plays. */
export interface PlayingPlace {
  section: number | null;
  intoMs: number;
  isPlaying: boolean;
}

export const atStart: PlayingPlace = { section: null, intoMs: 0, isPlaying: false };

interface RecordingPlayerProps {
  id: string;
  /** Null if the page that recorded it never got to its end. */
  recorded: Recorded | null;
  /** Of its run. */
  sections: readonly RecordSection[];
  /** Where it begins. */
  begin?: PlayingPlace;
  /** Hears where it is. */
  moved?: (place: PlayingPlace) => void;
}

/** Plays a recording; its sections can be heard one by one. Another recording needs another key. */
export function RecordingPlayer({ id, recorded, sections, begin = atStart, moved }: RecordingPlayerProps) {
  const marked = recorded === null ? [] : recordedSections(sections, recorded);
  const { state, player } = usePlayer({
    id,
    isCounted: recorded !== null,
    fromMs: beginMs(begin, marked),
    isPlaying: begin.isPlaying,
  });
  const { isPlaying, error } = state;
  // The end of a run brings a longer one while it’s shown.
  const knownMs = recorded?.durationMs ?? state.measuredMs;
  const durationMs = knownMs ?? 0;
  const positionMs = state.isAtEnd && knownMs !== null ? knownMs : Math.min(state.positionMs, knownMs ?? Infinity);
  const now = sectionAt(marked, positionMs);
  const section = now?.at ?? null;
  const intoMs = positionMs - (now?.fromMs ?? 0);
  const tell = useEffectEvent((to: PlayingPlace) => moved?.(to));
  useEffect(() => tell({ section, intoMs, isPlaying }), [section, intoMs, isPlaying]);
  return (
    <div className="player">
      <div className="player-bar">
        <button
          type="button"
          className="control player-play"
          aria-label={isPlaying ? 'Pause recording' : 'Play recording'}
          onMouseDown={keepFocus}
          onClick={() => (isPlaying ? player?.pause() : player?.play())}
        >
          <Icon name={isPlaying ? 'paused' : 'running'} />
        </button>
        <Waveform
          peaks={recorded?.peaks ?? []}
          sections={marked}
          positionMs={positionMs}
          durationMs={durationMs}
          moveTo={(toMs) => player?.moveTo(toMs)}
        />
        <span className="player-time num">
          {roundDuration(positionMs)} <small>/ {knownMs === null ? '–' : roundDuration(knownMs)}</small>
        </span>
      </div>
      {marked.length > 1 && (
        <ul className="player-sections" aria-label="Play a section">
          {marked.map((section) => (
            <SectionButton
              key={section.at}
              section={section}
              isNow={section === now && isPlaying}
              play={() => player?.play(section.fromMs)}
            />
          ))}
        </ul>
      )}
      {recorded === null && (
        <p className="player-note">
          Offbook was closed while it recorded, so its sections and its loudness aren’t known.
        </p>
      )}
      {error !== null && (
        <p className="player-note" role="alert">
          {error}
        </p>
      )}
    </div>
  );
}

function SectionButton({ section, isNow, play }: { section: RecordedSection; isNow: boolean; play: () => void }) {
  const { kind, label, fromMs, toMs } = section;
  const { name, letter } = sectionLook(kind, label);
  return (
    <li data-kind={kind}>
      <button type="button" className="quiet" aria-current={isNow} onMouseDown={keepFocus} onClick={play}>
        {letter !== '' && <b aria-hidden="true">{letter} </b>}
        <span dir="auto">{name}</span> <span className="num">{roundDuration(toMs - fromMs)}</span>
      </button>
    </li>
  );
}

/** The same place of the same section in another telling. */
function beginMs({ section, intoMs }: PlayingPlace, marked: readonly RecordedSection[]): number {
  const same = marked.find(({ at }) => at === section);
  if (section === null) return intoMs;
  return same === undefined ? 0 : Math.min(same.fromMs + intoMs, same.toMs - 1);
}
