import { keyLabel } from '../../core/contract/commands.ts';
import type { Rehearsal } from '../rehearsal/rehearsal.ts';
import type { Sleeper } from './sleep-guard.ts';
import type { Stage } from '../prompter/prompter.ts';

/** What stands still while the machine sleeps: the countdown on the prompter, and the run of a rehearsal. */
export function sleepersOf(stage: Stage, rehearsal: Rehearsal): Sleeper[] {
  return [
    {
      session: () => stage.run()?.session ?? null,
      sleepSince: (atMs) => stage.act({ type: 'sleep', atMs }),
      what: 'the countdown was paused',
      goOn: `Press ${keyLabel('play-pause')} to go on.`,
    },
    {
      // As it was before the sleep: by now it may count as left alone, which would hide that the machine slept.
      session: rehearsal.runClock,
      sleepSince: (atMs) => void rehearsal.act({ type: 'sleep', atMs }),
      what: 'your run was paused',
      goOn: `Press ${keyLabel('pause-run')} to go on, or ${keyLabel('play-pause')} on the prompter.`,
    },
  ];
}
