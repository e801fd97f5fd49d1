import type { PracticeLogState } from '../core/rehearsal/state.ts';

type Counts = Pick<PracticeLogState, 'unreadable' | 'unknown'>;

/** What is to be said of a log whose lines can't all be read, if it wasn't `said` before. */
export function logRemarks(state: PracticeLogState, said: Counts): { severity: 'info' | 'error'; text: string }[] {
  const { file, unreadable, unknown, problems } = state;
  const remarks: { severity: 'info' | 'error'; text: string }[] = [];
  if (unreadable > said.unreadable) {
    const what =
      unreadable === 1
        ? `Line ${problems[0]?.line} of the practice log ${file} can't be read. It stays in the file and is left out`
        : `${unreadable} lines of the practice log ${file} can't be read (the first is line ${problems[0]?.line}). They stay in the file and are left out`;
    const text = `${what}; correct or delete ${unreadable === 1 ? 'it' : 'them'}. The progress view says what is wrong.`;
    remarks.push({ severity: 'error', text });
  }
  if (unknown > said.unknown) {
    const text =
      unknown === 1
        ? `1 line of the practice log ${file} is of a later Offbook. It stays in the file and doesn't count here.`
        : `${unknown} lines of the practice log ${file} are of a later Offbook. They stay in the file and don't count here.`;
    remarks.push({ severity: 'info', text });
  }
  return remarks;
}
