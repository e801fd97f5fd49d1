import { useEffect, useMemo, useReducer, useState } from 'react';
import type { Result } from '../../core/contract/contract.ts';
import type { Recordings } from '../../core/voice/recordings.ts';
import { useProgram } from '../client/program-context.ts';
import { showFailure } from '../client/store.ts';
import { useQuery, type QueryState } from '../client/use-query.ts';
import { setUpPlayer, type Player, type PlayerState } from './player.ts';

/** The recordings of a story, the latest first; without a story, all. Read again whenever one changes. */
export function useRecordings(storyId: string | null): QueryState<Recordings> {
  const { bridge } = useProgram();
  const [version, changed] = useReducer((count: number) => count + 1, 0);
  useEffect(() => bridge.on('recordingsChanged', changed), [bridge]);
  // Another function asks again.
  // oxlint-disable-next-line react/exhaustive-deps
  return useQuery(useMemo(() => () => bridge.readRecordings({ storyId }), [bridge, storyId, version]));
}

/** What a person can do with recordings; the status line shows what fails. */
export function useRecordingActions() {
  const { bridge, store } = useProgram();
  return useMemo(() => {
    const show = async (done: Promise<Result<null>>): Promise<void> => showFailure(store, await done);
    return {
      star: (id: string, starred: boolean): void => void show(bridge.starRecording({ id, starred })),
      remove: (id: string): void => void show(bridge.deleteRecording({ id })),
      removeAll: (): void => void show(bridge.deleteAllRecordings(undefined)),
    };
  }, [bridge, store]);
}

interface PlayerOptions {
  id: string;
  /** Whether the page that recorded it counted its length. */
  isCounted: boolean;
  /** Where it begins, and whether it plays at once. */
  fromMs: number;
  isPlaying: boolean;
}

const idle: PlayerState = { isPlaying: false, positionMs: 0, isAtEnd: false, measuredMs: null, error: null };

/** A player for a recording, and what it shows. It ends with the component. Changes of the options need another key. */
export function usePlayer(options: PlayerOptions): { state: PlayerState; player: Player | null } {
  const { bridge } = useProgram();
  const [first] = useState(options);
  const [shown, show] = useState<{ state: PlayerState; player: Player | null }>({
    state: { ...idle, positionMs: first.fromMs },
    player: null,
  });
  useEffect(() => {
    const player = setUpPlayer({
      sound: new Audio(),
      isCounted: first.isCounted,
      address: () => bridge.recordingAddress({ id: first.id }),
      changed: () => show({ player, state: player.state() }),
    });
    player.moveTo(first.fromMs);
    if (first.isPlaying) player.play();
    return player.close;
  }, [bridge, first]);
  return shown;
}
