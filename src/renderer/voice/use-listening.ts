import { useEffect } from 'react';
import type { AppState } from '../../core/contract/contract.ts';
import { undoEndWithinMs } from '../../core/rehearsal/undo-end.ts';
import { useProgram, useView } from '../client/program-context.ts';
import { useTimed } from '../client/use-frame.ts';
import { showError } from '../client/store.ts';

/** What a page listens to. */
export type ListeningTo = 'rehearsal' | 'prompter';

/** What this page shows, which is what it may listen to. */
interface Shown {
  isRehearsal: boolean;
  isPrompter: boolean;
}

/** When the answer was over whose result the page shows, on the services’ clock; null while it shows none. */
const endedAt = (app: AppState | null): number | null =>
  app?.rehearsal?.step === 'result' ? app.rehearsal.run.endedAtMs : null;

/** How long the microphone stays open at a result: as long as the person can go on with the answer. */
export function leftToListenMs(endedAtMs: number | null, nowMs: number): number | null {
  return endedAtMs === null ? null : Math.max(0, endedAtMs + undoEndWithinMs - nowMs);
}

/** What a page listens to; null for nothing, and then the microphone is closed. */
export function listeningTo(app: AppState | null, { isRehearsal, isPrompter }: Shown): ListeningTo | null {
  if (app === null || !app.settings.listening || !app.capabilities.microphone) return null;
  const { rehearsal, session, settings } = app;
  if (rehearsal !== null && rehearsal.step !== 'sheet') return isRehearsal || isPrompter ? 'rehearsal' : null;
  const isWanted = settings.mode === 'voice' || settings.waitInSilence;
  return isPrompter && isWanted && session.prompt !== null ? 'prompter' : null;
}

/** The page has what it takes only if it listened before. */
const notLoaded = 'Offbook can’t listen while the connection is lost. Everything else goes on.';

/** A page that shows only the prompter leaves a rehearsal to the page with the stage, if there is one. */
const politeMs = 500;

/** Listens as long as the person wants that and something is there to hear. What listening takes is loaded only then. */
export function useListening(shown: Shown): void {
  const program = useProgram();
  const wanted = useView(({ app }) => listeningTo(app, shown));
  const endedAtMs = useView(({ app }) => endedAt(app));
  const { leftMs } = useTimed((nowMs) => {
    const leftMs = leftToListenMs(endedAtMs, nowMs);
    return { leftMs, nextChangeInMs: leftMs === 0 ? null : leftMs };
  });
  const to = leftMs === 0 ? null : wanted;
  const deviceId = useView(({ app }) => app?.settings.microphone ?? null);
  const delayMs = to === 'rehearsal' && !shown.isRehearsal ? politeMs : 0;
  useEffect(() => {
    if (to === null) return undefined;
    let stop = (): void => undefined;
    let isOver = false;
    const start = async (): Promise<void> => {
      const { startListening } = await import('./listen.ts');
      if (!isOver) stop = startListening(program, { to, deviceId });
    };
    const fail = (): void => showError(program.store, notLoaded);
    const timer = window.setTimeout(() => void start().catch(fail), delayMs);
    return () => {
      isOver = true;
      window.clearTimeout(timer);
      stop();
    };
  }, [program, to, deviceId, delayMs]);
}
