import { keyLabel } from '../core/commands.ts';
import { clockFigure } from '../core/countdown.ts';
import type { Settings } from '../core/settings.ts';
import type { Clock } from './app-types.ts';
import type { Notices } from './notices.ts';
import { setUpSleepWatch } from './sleep-watch.ts';
import type { Stage } from './stage.ts';

export interface SleepGuard {
  /** Watches while a countdown runs; takes the sentence back when the person goes on. */
  sessionChanged: () => void;
  /** The system says that the machine is about to sleep. */
  suspended: () => void;
  /** The system says that the machine woke. */
  resumed: () => void;
  close: () => void;
}

/** Pauses a running countdown when the machine sleeps, and says so in a sentence that waits to be read. */
export function setUpSleepGuard(clock: Clock, stage: Stage, notices: Notices, settings: () => Settings): SleepGuard {
  let noticeId: number | null = null;
  const watch = setUpSleepWatch(clock, pauseAt);

  function pauseAt(atMs: number): void {
    if (stage.run()?.session.status !== 'running') return;
    stage.act({ type: 'sleep', atMs });
    const session = stage.run()?.session;
    if (session === undefined) return;
    const figure = clockFigure(session, clock.nowMs(), settings().countUp);
    const text = `The computer slept, so the countdown was paused at ${figure}. Press ${keyLabel('play-pause')} to go on.`;
    noticeId = notices.addLasting(text);
  }

  return {
    sessionChanged: () => {
      const session = stage.run()?.session;
      watch.watch(session?.status === 'running');
      if (noticeId === null || session?.pausedBy === 'sleep') return;
      notices.dismiss(noticeId);
      noticeId = null;
    },
    suspended: () => pauseAt(clock.nowMs()),
    resumed: watch.look,
    close: watch.close,
  };
}
