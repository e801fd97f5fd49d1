import { useEffect, useEffectEvent, useRef } from 'react';
import type { CommandId } from '../../core/contract/commands.ts';
import { isRunning } from '../../core/prompter/session.ts';
import { useProgram, useRunCommand, useView } from '../client/program-context.ts';
import { isClockRunning } from '../client/store.ts';
import { setUpMediaKeys, silentSound, type MediaKeys } from './media-keys.ts';

/** Takes the media keys while it is there: on a stage they mark sections, else they move by rows. Shows nothing. */
export function MediaKeyHandler() {
  const { store } = useProgram();
  const isStage = useView(({ route }) => route.view === 'rehearsal');
  const isMoving = useView(({ app }) => app !== null && isRunning(app.session.session));
  const keys = useRef<MediaKeys>(null);
  const runCommand = useRunCommand();
  const run = useEffectEvent((onPrompter: CommandId, onStage: CommandId) => runCommand(isStage ? onStage : onPrompter));
  useEffect(() => {
    const { sound, free } = silentSound();
    keys.current = setUpMediaKeys(window, sound, {
      start: () => void (isClockRunning(store) || run('play-pause', 'pause-run')),
      pause: () => void (isClockRunning(store) && run('play-pause', 'pause-run')),
      next: () => run('next-row', store.getState().app?.rehearsal?.step === 'result' ? 'finish-run' : 'mark-section'),
      previous: () => run('previous-row', 'undo-mark'),
    });
    return () => {
      keys.current?.close();
      free();
    };
  }, [store]);
  useEffect(() => keys.current?.clockChanged(isMoving), [isMoving]);
  return null;
}
