import path from 'node:path';
import type { Plan } from '../../core/prompter/plan.ts';
import type { Telling } from '../../core/prompter/shown-story.ts';
import { dateRuns, futureRuns } from '../../core/rehearsal/history.ts';
import { dayName } from '../../core/rehearsal/iso-time.ts';
import type { CallInput } from '../../core/contract/contract.ts';
import { isNews, type RunRecord, type HistoryJoin } from '../../core/rehearsal/record.ts';
import type { Settings } from '../../core/settings/schema.ts';
import type { Story } from '../../core/stories/model.ts';
import type { Clock } from '../base/program.ts';
import type { Notices } from '../../core/notices.ts';
import { openPracticeLog, type PracticeLog } from '../practice/log.ts';
import { logMessages, setUpLogMessages } from '../practice/log-messages.ts';
import { setUpPractice, type Practice } from '../practice/statistics.ts';
import { setUpRehearsal } from '../../core/rehearsal/rehearsal.ts';
import type { Rehearsal } from '../../core/rehearsal/current-rehearsal.ts';
import { newDraftOwner } from '../practice/run-drafts.ts';
import { setUpRunStore } from '../practice/run-store.ts';
import { setUpRecordings, type RecordingStore } from '../voice/recordings.ts';
import { isDraftOf, recoverDrafts, type DraftFate } from '../practice/run-recovery.ts';
import type { Notifier } from '../../core/notices.ts';

/** The rehearsal, the practice log, what that log shows, and the recordings. */
export interface RehearsalService {
  rehearsal: Rehearsal;
  practice: Practice;
  recordings: RecordingStore;
  /** The log, once it is read. */
  log: () => Promise<PracticeLog>;
  /** Looks for runs that another program, or a person with an editor, added. */
  refresh: () => Promise<void>;
  /**
   * Logs the runs that ended in a page without the program, each in place of the draft that is its beginning. `takenOver`
   * is the story of a run that the page went on with: the copy here is dropped, and its draft waits for the page. `over`
   * is the story of such a run that was kept or discarded: its draft goes.
   */
  keepRuns: (kept: CallInput<'keepRuns'>) => Promise<void>;
  /** Waits for runs that are being saved. Resolves with a sentence if the disk refused one. */
  saved: () => Promise<string | null>;
  /** Saves the current run and waits for the disk. Returns a sentence for each kind of thing that couldn’t be saved. */
  close: () => Promise<string[]>;
}

export interface RehearsalServiceParts {
  /** Folder of the log and the drafts; the recordings have one inside it. */
  directory: string;
  clock: Clock;
  /** When the person acted: the time of the key press if that is known. */
  actedMs: () => number;
  /** How long the runs of a program that is gone wait for a page that went on with them, in milliseconds. */
  recoverAfterMs: number;
  notices: Notices;
  stories: () => readonly Story[];
  settings: () => Settings;
  planOf: (story: Story, telling: Telling, targetMs: number) => Plan;
  /** Pauses the prompter’s own countdown. */
  pauseStage: () => void;
  rehearsalChanged: () => void;
  /** The log changed, and holds this many runs now. */
  practiceChanged: (runs: number) => void;
  recordingsChanged: () => void;
}

/** Starts to read the log; only what needs it waits for it. */
export function setUpRehearsalService(parts: RehearsalServiceParts): RehearsalService {
  const { directory, clock, notices, stories, settings, recoverAfterMs } = parts;
  const { tell, over }: Notifier = {
    tell: (severity, text, trouble) =>
      void (trouble === undefined ? notices.add(severity, text) : notices.addStanding(trouble, severity, text)),
    over: notices.withdraw,
  };
  const remark = setUpLogMessages({ tell, over });
  const owner = newDraftOwner();
  let log: PracticeLog | null = null;
  let stopWaiting = (): void => undefined;
  /** What becomes of drafts of a story that a page went on with. */
  const fates = new Map<string, DraftFate>();
  /** What becomes of the others: they wait for a page at first. */
  let ofOthers: DraftFate = recoverAfterMs === 0 ? 'log' : 'leave';
  /** The runs that pages gave, and those of programs that are gone. A page can come back late, or be another one. */
  const given: RunRecord[] = [];
  const recovered: RunRecord[] = [];
  /** Counted once each time the file is read: runs added here have this clock’s date. */
  let counted: { runs: readonly RunRecord[]; future: number } | null = null;

  const practice = setUpPractice({ log: () => log, stories, settings, clock });
  const recordings = setUpRecordings({
    directory: path.join(directory, 'recordings'),
    clock,
    capBytes: () => settings().recordingsMb * 1_000_000,
    changed: parts.recordingsChanged,
  });
  const store = setUpRunStore({ directory, log: () => reading, owner, tell, over });
  const rehearsal = setUpRehearsal({
    clock,
    actedMs: parts.actedMs,
    store,
    practice,
    stories,
    planOf: parts.planOf,
    settings,
    pauseStage: parts.pauseStage,
    changed: parts.rehearsalChanged,
    info: (text) => tell('info', text),
  });

  function changed(): void {
    if (log === null) return;
    const state = log.state();
    store.logChanged(state.pending);
    practice.logChanged();
    if (counted?.runs !== log.runs())
      counted = { runs: log.runs(), future: futureIn(log.runs(), practice.days().today) };
    remark(logMessages(state, counted.future));
    parts.practiceChanged(state.runs);
  }

  async function open(): Promise<PracticeLog> {
    const mine = await reading;
    log = mine;
    changed();
    if (recoverAfterMs === 0) await recover(mine);
    else stopWaiting = clock.after(recoverAfterMs, () => void recoverOthers(mine));
    return mine;
  }

  async function recoverOthers(mine: PracticeLog): Promise<void> {
    ofOthers = 'log';
    await recover(mine);
  }

  async function recover(mine: PracticeLog): Promise<void> {
    const { nextFile, keepFrom } = store;
    const fateOf = (draft: RunRecord) =>
      given.some((run) => isDraftOf(draft, run)) ? 'drop' : (fates.get(draft.story) ?? ofOthers);
    const keep: typeof keepFrom = (file, run) => {
      recovered.push(run);
      return keepFrom(file, run);
    };
    const kept = await recoverDrafts({ directory, owner, logged: mine.runs, fateOf, nextFile, keep, clock, tell });
    if (kept === 1) notices.addLasting('An interrupted run was added to the log.');
    if (kept > 1) notices.addLasting(`${kept} interrupted runs were added to the log.`);
  }

  async function keepRuns({ runs, takenOver, over }: CallInput<'keepRuns'>): Promise<void> {
    const mine = await opened;
    if (takenOver !== null) {
      fates.set(takenOver, 'leave');
      if (rehearsal.storyId() === takenOver) {
        rehearsal.drop();
        store.draft(null);
      }
    }
    given.push(...runs);
    for (const run of runs) {
      // One that was discarded, and logged before the page was back, gives way to the next answer to its question.
      const draft = recovered.findIndex(
        (draft) => isDraftOf(draft, run) || (draft.question === run.question && fates.get(draft.story) === 'leave'),
      );
      const [begun] = draft === -1 ? [] : recovered.splice(draft, 1);
      const line = begun === undefined ? run : { ...run, replaces: begun.at };
      if (isNews(line, mine.runs())) await store.keepFrom(store.nextFile(), line);
      // The draft was the beginning of this run.
      if (fates.has(run.story)) fates.set(run.story, 'drop');
    }
    if (over !== undefined) fates.set(over, 'drop');
    if (runs.length > 0 || over !== undefined) await recover(mine);
  }

  const reading = openPracticeLog({ directory, clock, tell, over, changed });
  const opened = open();
  return {
    rehearsal,
    practice,
    recordings,
    log: () => opened,
    refresh: async () => (await opened).refresh(),
    keepRuns,
    saved: store.saved,
    close: async () => {
      rehearsal.stop();
      stopWaiting();
      await rehearsal.close();
      const mine = await opened;
      const entries = await mine.close();
      store.logChanged(entries.length);
      await Promise.all([store.settled(), recordings.settled()]);
      const { file, why } = mine.state();
      return unsavedMessages({ file, why, entries, draftOf: store.draftOf });
    },
  };
}

/** How many runs are dated in the future. Looks closely only at those with a later day: a log can be long. */
function futureIn(runs: readonly RunRecord[], today: number): number {
  const later = runs.filter(({ at }) => at.slice(0, 10) > dayName(today));
  return futureRuns(dateRuns(later), today).length;
}

/** What the practice log in `file` still lacked when the program quit, and why. */
export interface UnsavedEntries {
  file: string;
  why: string | null;
  entries: readonly (RunRecord | HistoryJoin)[];
  /** The file of a run’s draft; null without one. */
  draftOf: (run: RunRecord) => string | null;
}

/** A sentence about runs that the next start will log from their drafts, and others about what is lost. */
export function unsavedMessages({ file, why, entries, draftOf }: UnsavedEntries): string[] {
  const runs = entries.filter((entry) => entry.type === 'run');
  const drafts = runs.flatMap((run) => draftOf(run) ?? []);
  const lost = runs.length - drafts.length;
  const joins = entries.length - runs.length;
  const into = `in the practice log ${file}: ${why ?? 'the disk didn’t say why'}.`;
  const sentences: string[] = [];
  if (drafts.length > 0) {
    const [are, they, them] =
      drafts.length === 1 ? ['A run isn’t', 'It is', 'it'] : [`${drafts.length} runs aren’t`, 'They are', 'them'];
    sentences.push(`${are} ${into} ${they} saved in ${drafts.join(', ')}; Offbook will log ${them} at its next start.`);
  }
  if (lost > 0) sentences.push(`${lost === 1 ? 'A run' : `${lost} runs`} couldn’t be saved ${into}`);
  if (joins > 0) {
    const [choices, them] = joins === 1 ? ['A choice of the story', 'it'] : [`${joins} choices of the stories`, 'them'];
    sentences.push(
      `${choices} that earlier runs belong to couldn’t be saved ${into} Make ${them} again in the progress view.`,
    );
  }
  return sentences;
}
