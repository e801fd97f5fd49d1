import type { PracticeLogState } from '../../core/rehearsal/state.ts';
import type { Notifier, IssueKind } from '../base/notices.ts';

/** What is to be said of a log, for each thing that can be wrong with it; null where that isn't so. */
export interface LogRemark {
  trouble: IssueKind;
  severity: 'info' | 'error';
  text: string | null;
}

/** `futureRuns` is how many runs are dated later than a calendar can be ahead of this one. */
export function logRemarks(state: PracticeLogState, futureRuns: number): LogRemark[] {
  return [
    { trouble: 'log-unreadable-lines', severity: 'error', text: unreadableRemark(state) },
    { trouble: 'log-unknown-lines', severity: 'info', text: unknownRemark(state) },
    { trouble: 'log-future-runs', severity: 'error', text: futureRemark(state.file, futureRuns) },
  ];
}

/** Says each remark when it becomes another one, so that one that was dismissed doesn't come back; ends what is over. */
export function setUpLogRemarks({ tell, over }: Notifier): (remarks: readonly LogRemark[]) => void {
  const said = new Map<IssueKind, string | null>();
  return (remarks) => {
    for (const { trouble, severity, text } of remarks) {
      if (text === (said.get(trouble) ?? null)) continue;
      said.set(trouble, text);
      if (text === null) over(trouble);
      else tell(severity, text, trouble);
    }
  };
}

/** That somebody took runs out of the log while the program had it open; `left` are still there. */
export function shrunkRemark(file: string, left: number, missing: number): string {
  const runs = missing === 1 ? '1 run' : `${missing} runs`;
  return `The practice log ${file} lost ${runs} that Offbook had read before; it holds ${left} now. If you didn't take ${missing === 1 ? 'it' : 'them'} out, put the file back from a copy.`;
}

function unreadableRemark({ file, unreadable, problems }: PracticeLogState): string | null {
  if (unreadable === 0) return null;
  const what =
    unreadable === 1
      ? `Line ${problems[0]?.line} of the practice log ${file} can't be read. It stays in the file and is left out`
      : `${unreadable} lines of the practice log ${file} can't be read (the first is line ${problems[0]?.line}). They stay in the file and are left out`;
  return `${what}; correct or delete ${unreadable === 1 ? 'it' : 'them'}. The progress view says what is wrong.`;
}

function unknownRemark({ file, unknown }: PracticeLogState): string | null {
  if (unknown === 0) return null;
  return unknown === 1
    ? `1 line of the practice log ${file} is of a later Offbook. It stays in the file and doesn't count here.`
    : `${unknown} lines of the practice log ${file} are of a later Offbook. They stay in the file and don't count here.`;
}

function futureRemark(file: string, runs: number): string | null {
  if (runs === 0) return null;
  const [are, they, dates] =
    runs === 1 ? ['1 run is', 'it counts', 'its date'] : [`${runs} runs are`, 'they count', 'their dates'];
  return `${are} dated in the future, as when the computer's clock was ahead, so ${they} for nothing that is due. Correct ${dates} in the practice log ${file}.`;
}
