import type { Plan } from '../core/plan.ts';
import type { Settings } from '../core/settings.ts';
import type { Story } from '../core/stories/model.ts';
import type { Clock } from './app-types.ts';
import type { Notices } from './notices.ts';
import { openPracticeLog, type PracticeLog } from './practice-log.ts';
import { logRemarks } from './practice-log-remarks.ts';
import { setUpPractice, type Practice } from './practice.ts';
import { setUpRehearsal, type Rehearsal } from './rehearsal.ts';
import { recoverDrafts } from './run-drafts.ts';
import { setUpRunKeeper } from './run-keeper.ts';

/** The rehearsal, the log that it goes into, and what that log says. */
export interface Rehearsing {
  rehearsal: Rehearsal;
  practice: Practice;
  /** The log, when it was read. */
  log: () => Promise<PracticeLog>;
  /** Looks for runs that another program, or a person with an editor, added. */
  refresh: () => Promise<void>;
  /** Keeps what goes on and waits for the disk. A sentence for what could not be saved. */
  close: () => Promise<string[]>;
}

export interface RehearsingParts {
  /** Where the log and the drafts lie. */
  directory: string;
  clock: Clock;
  notices: Notices;
  stories: () => readonly Story[];
  settings: () => Settings;
  planOf: (story: Story, targetMs: number | null) => Plan;
  rehearsalChanged: () => void;
  /** The log is another one than before; so many runs are in it. */
  practiceChanged: (runs: number) => void;
}

/** Begins reading the log; nothing waits for it but what needs it. */
export function setUpRehearsing(parts: RehearsingParts): Rehearsing {
  const { directory, clock, notices, stories, settings } = parts;
  const tell = (severity: 'info' | 'error', text: string): void => void notices.add(severity, text);
  let log: PracticeLog | null = null;
  let remarked = { unreadable: 0, unknown: 0 };

  const practice = setUpPractice({ log: () => log, stories, settings, clock });
  const keeper = setUpRunKeeper({ directory, log: () => opened, pid: process.pid, tell });
  const rehearsal = setUpRehearsal({
    clock,
    keeper,
    practice,
    stories,
    planOf: parts.planOf,
    changed: parts.rehearsalChanged,
    info: (text) => tell('info', text),
  });

  function changed(): void {
    if (log === null) return;
    const state = log.state();
    keeper.logChanged(state.pending);
    practice.logChanged();
    for (const { severity, text } of logRemarks(state, remarked)) {
      if (severity === 'error') notices.add('error', text);
      else notices.addLasting(text);
    }
    remarked = state;
    parts.practiceChanged(state.runs);
  }

  async function open(): Promise<PracticeLog> {
    const mine = await openPracticeLog({ directory, clock, tell, changed });
    log = mine;
    changed();
    const kept = await recoverDrafts({ directory, log: mine, clock, tell, nextFile: keeper.nextFile });
    if (kept === 1) notices.addLasting('A run that was cut off is kept in the log.');
    if (kept > 1) notices.addLasting(`${kept} runs that were cut off are kept in the log.`);
    return mine;
  }

  const opened = open();
  return {
    rehearsal,
    practice,
    log: () => opened,
    refresh: async () => (await opened).refresh(),
    close: async () => {
      rehearsal.stop();
      await rehearsal.close();
      const mine = await opened;
      const left = await mine.close();
      keeper.logChanged(left);
      await keeper.settled();
      if (left === 0) return [];
      const { file, why } = mine.state();
      const what = left === 1 ? 'A run' : `${left} entries`;
      return [`${what} could not be saved in the practice log ${file}: ${why}.`];
    },
  };
}
