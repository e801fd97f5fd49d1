import { clockFigure } from '../../core/prompter/countdown.ts';
import type { Session } from '../../core/prompter/session.ts';
import type { Settings } from '../../core/settings/schema.ts';
import type { Clock } from '../base/program-types.ts';
import type { Notices } from '../base/notices.ts';
import { setUpSleepWatch } from '../system/sleep-watch.ts';

/** Something whose clock stands still while the machine sleeps. */
export interface Sleeper {
  /** Its clock; null where it has none. */
  session: () => Session | null;
  /** The machine slept since then, on the monotonic clock. */
  sleepSince: (atMs: number) => void;
  /** Such as `the countdown was paused`. */
  what: string;
  /** How to go on, as a whole sentence. */
  goOn: string;
}

export interface SleepGuard {
  /** Watches while a clock runs; takes the sentence back when the person goes on. */
  sessionChanged: () => void;
  /** The system says that the machine is about to sleep. */
  suspended: () => void;
  /** The system says that the machine woke. */
  resumed: () => void;
  close: () => void;
}

/** Pauses what runs when the machine sleeps, and says so in a sentence that waits to be read. */
export function setUpSleepGuard(
  clock: Clock,
  sleepers: readonly Sleeper[],
  notices: Notices,
  settings: () => Settings,
): SleepGuard {
  let said: { noticeId: number; of: Sleeper } | null = null;
  const watch = setUpSleepWatch(clock, pauseAt);

  function isRunning({ session }: Sleeper): boolean {
    return session()?.status.kind === 'running';
  }

  function pauseAt(atMs: number): void {
    for (const sleeper of sleepers.filter(isRunning)) {
      sleeper.sleepSince(atMs);
      const session = sleeper.session();
      if (session === null) continue;
      const figure = clockFigure(session, clock.nowMs(), settings().countUp);
      const text = `The computer slept, so ${sleeper.what} at ${figure}. ${sleeper.goOn}`;
      said = { noticeId: notices.addLasting(text), of: sleeper };
    }
  }

  return {
    sessionChanged: () => {
      watch.watch(sleepers.some(isRunning));
      const status = said?.of.session()?.status;
      if (said === null || (status?.kind === 'paused' && status.by === 'sleep')) return;
      notices.dismiss(said.noticeId);
      said = null;
    },
    suspended: () => pauseAt(clock.nowMs()),
    resumed: watch.look,
    close: watch.close,
  };
}
