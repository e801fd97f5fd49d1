import { clockFigure } from '../../core/prompter/countdown.ts';
import type { Session } from '../../core/prompter/session.ts';
import type { Settings } from '../../core/settings/schema.ts';
import type { Clock } from '../base/program.ts';
import type { Notices } from '../../core/notices.ts';
import { setUpSleepWatch } from '../system/sleep-watch.ts';
import { keyLabel } from '../../core/contract/commands.ts';
import type { Rehearsal } from '../../core/rehearsal/current-rehearsal.ts';
import type { PrompterService } from '../../core/prompter/prompter.ts';

/** Something with a clock that pauses while the machine sleeps. */
interface Sleeper {
  /** Its clock; null while it has none. */
  session: () => Session | null;
  /** The machine has slept since this time on the monotonic clock. */
  sleepSince: (atMs: number) => void;
  /** Whether its clock counts up, whatever the setting says. */
  countsUp: () => boolean;
  /** Such as `the countdown was paused`. */
  what: string;
  /** How to resume, as a whole sentence. */
  goOn: string;
}

interface SleepGuard {
  /** Watches while a clock runs; removes the sentence when the person resumes. */
  sessionChanged: () => void;
  /** The system says that the machine is about to sleep. */
  suspended: () => void;
  /** The system says that the machine woke. */
  resumed: () => void;
  close: () => void;
}

/** Pauses running clocks when the machine sleeps, and says so in a sentence that stays until it is read. */
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
      const figure = clockFigure(session, clock.nowMs(), settings().countUp || sleeper.countsUp());
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

/** The countdown on the prompter, and the run of a rehearsal. */
export function sleepersOf(prompter: PrompterService, rehearsal: Rehearsal): Sleeper[] {
  return [
    {
      session: () => prompter.shown()?.session ?? null,
      sleepSince: (atMs) => prompter.act({ type: 'sleep', atMs }),
      countsUp: () => false,
      what: 'the countdown was paused',
      goOn: `Press ${keyLabel('play-pause')} to resume.`,
    },
    {
      // The run’s own clock: after a long sleep the run may count as abandoned, which would hide that the machine slept.
      session: rehearsal.runClock,
      sleepSince: (atMs) => void rehearsal.act({ type: 'sleep', atMs }),
      countsUp: () => rehearsal.present()?.step === 'followUp',
      what: 'your run was paused',
      goOn: `Press ${keyLabel('pause-run')} to resume.`,
    },
  ];
}
