import type { Plan } from '../../core/prompter/plan.ts';
import { dateRuns, futureRuns } from '../../core/rehearsal/run-date.ts';
import { dayName } from '../../core/rehearsal/iso-time.ts';
import type { RunRecord } from '../../core/rehearsal/record.ts';
import type { Settings } from '../../core/settings/schema.ts';
import type { Story } from '../../core/stories/model.ts';
import type { Clock } from '../base/program.ts';
import type { Notices } from '../base/notices.ts';
import { openPracticeLog, type PracticeLog } from '../practice/log.ts';
import { logRemarks, setUpLogRemarks } from '../practice/log-remarks.ts';
import { setUpPractice, type Practice } from '../practice/statistics.ts';
import { setUpRehearsal, type Rehearsal } from './rehearsal.ts';
import { newDraftOwner } from '../practice/run-drafts.ts';
import { setUpRunKeeper } from '../practice/run-store.ts';
import { recoverDrafts } from '../practice/run-recovery.ts';
import type { Notifier } from '../base/notices.ts';
import { unsavedSentences } from './unsaved.ts';

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
  /** Stops the prompter's own countdown. */
  pauseStage: () => void;
  rehearsalChanged: () => void;
  /** The log is another one than before; so many runs are in it. */
  practiceChanged: (runs: number) => void;
}

/** Begins reading the log; nothing waits for it but what needs it. */
export function setUpRehearsing(parts: RehearsingParts): Rehearsing {
  const { directory, clock, notices, stories, settings } = parts;
  const { tell, over }: Notifier = {
    tell: (severity, text, trouble) =>
      void (trouble === undefined ? notices.add(severity, text) : notices.addStanding(trouble, severity, text)),
    over: notices.withdraw,
  };
  const remark = setUpLogRemarks({ tell, over });
  const owner = newDraftOwner();
  let log: PracticeLog | null = null;
  /** Counted once for each reading of the file: what is added here is dated by this clock. */
  let counted: { runs: readonly RunRecord[]; future: number } | null = null;

  const practice = setUpPractice({ log: () => log, stories, settings, clock });
  const keeper = setUpRunKeeper({ directory, log: () => reading, owner, tell, over });
  const rehearsal = setUpRehearsal({
    clock,
    keeper,
    practice,
    stories,
    planOf: parts.planOf,
    pauseStage: parts.pauseStage,
    changed: parts.rehearsalChanged,
    info: (text) => tell('info', text),
  });

  function changed(): void {
    if (log === null) return;
    const state = log.state();
    keeper.logChanged(state.pending);
    practice.logChanged();
    if (counted?.runs !== log.runs())
      counted = { runs: log.runs(), future: futureIn(log.runs(), practice.days().today) };
    remark(logRemarks(state, counted.future));
    parts.practiceChanged(state.runs);
  }

  async function open(): Promise<PracticeLog> {
    const mine = await reading;
    log = mine;
    changed();
    const { nextFile, keepFrom: keep } = keeper;
    const kept = await recoverDrafts({ directory, owner, logged: mine.runs, nextFile, keep, clock, tell });
    if (kept === 1) notices.addLasting('A run that was cut off is kept in the log.');
    if (kept > 1) notices.addLasting(`${kept} runs that were cut off are kept in the log.`);
    return mine;
  }

  const reading = openPracticeLog({ directory, clock, tell, over, changed });
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
      const entries = await mine.close();
      keeper.logChanged(entries.length);
      await keeper.settled();
      const { file, why } = mine.state();
      return unsavedSentences({ file, why, entries, draftOf: keeper.draftOf });
    },
  };
}

/** How many runs are dated in the future. Only those with a later day are looked at closely: a log can be long. */
function futureIn(runs: readonly RunRecord[], today: number): number {
  const later = runs.filter(({ at }) => at.slice(0, 10) > dayName(today));
  return futureRuns(dateRuns(later), today).length;
}
