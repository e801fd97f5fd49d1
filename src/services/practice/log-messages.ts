import type { PracticeLogState } from '../../core/rehearsal/state.ts';
import type { Notifier, IssueKind } from '../../core/notices.ts';

/** What a log makes the program say, for each thing that can be wrong with it; null if it isn’t. */
export interface LogMessage {
  trouble: IssueKind;
  severity: 'info' | 'error';
  text: string | null;
}

/** `futureRuns` is how many runs are dated later than any calendar on Earth shows now. */
export function logMessages(state: PracticeLogState, futureRuns: number): LogMessage[] {
  return [
    { trouble: 'log-unreadable-lines', severity: 'error', text: unreadableMessage(state) },
    { trouble: 'log-unknown-lines', severity: 'info', text: unknownMessage(state) },
    { trouble: 'log-future-runs', severity: 'error', text: futureMessage(state.file, futureRuns) },
  ];
}

/** Says a message only when it changes, so that a dismissed one doesn’t come back; withdraws what no longer applies. */
export function setUpLogMessages({ tell, over }: Notifier): (messages: readonly LogMessage[]) => void {
  const said = new Map<IssueKind, string | null>();
  return (messages) => {
    for (const { trouble, severity, text } of messages) {
      if (text === (said.get(trouble) ?? null)) continue;
      said.set(trouble, text);
      if (text === null) over(trouble);
      else tell(severity, text, trouble);
    }
  };
}

/** Says that somebody removed runs from the log while the program had it open; `left` are still there. */
export function shrunkMessage(file: string, left: number, missing: number): string {
  const runs = missing === 1 ? '1 run' : `${missing} runs`;
  return `${runs} disappeared from the practice log ${file}, which holds ${left} now. If you didn’t remove ${missing === 1 ? 'it' : 'them'}, restore the file from a copy.`;
}

function unreadableMessage({ file, unreadable, problems }: PracticeLogState): string | null {
  if (unreadable === 0) return null;
  const what =
    unreadable === 1
      ? `Line ${problems[0]?.line} of the practice log ${file} can’t be read. It stays in the file but doesn’t count`
      : `${unreadable} lines of the practice log ${file} can’t be read (the first is line ${problems[0]?.line}). They stay in the file but don’t count`;
  return `${what}; correct or delete ${unreadable === 1 ? 'it' : 'them'}. The progress view shows what’s wrong.`;
}

function unknownMessage({ file, unknown }: PracticeLogState): string | null {
  if (unknown === 0) return null;
  return unknown === 1
    ? `1 line of the practice log ${file} was written by a newer version of Offbook. It stays in the file but doesn’t count here.`
    : `${unknown} lines of the practice log ${file} were written by a newer version of Offbook. They stay in the file but don’t count here.`;
}

function futureMessage(file: string, runs: number): string | null {
  if (runs === 0) return null;
  const [are, they, dates] =
    runs === 1 ? ['1 run is', 'it doesn’t', 'its date'] : [`${runs} runs are`, 'they don’t', 'their dates'];
  return `${are} dated in the future, maybe because the computer’s clock was ahead, so ${they} affect what is due. Correct ${dates} in the practice log ${file}.`;
}
