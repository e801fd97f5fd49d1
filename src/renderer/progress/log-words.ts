import type { Progress } from '../../core/rehearsal/state.ts';
import { counted } from '../ui/format/story.ts';

/** What there is to say of the log itself, each a sentence; empty where all is well. */
export function logRemarks({ pending, why, unreadable, unknown, file }: Progress['log']): string[] {
  const remarks: string[] = [];
  if (pending > 0) {
    remarks.push(
      `${counted(pending, 'entry', 'entries')} could not be saved yet: ${why ?? 'the disk didn’t take them'}. They are kept until Offbook ends, and tried again; make room, or mend the folder of ${file}.`,
    );
  }
  if (unreadable > 0) {
    remarks.push(
      `${counted(unreadable, 'line')} can’t be read and ${unreadable === 1 ? 'is' : 'are'} passed over. Nothing is taken out of the file: open the log and mend ${unreadable === 1 ? 'it' : 'them'}, or leave ${unreadable === 1 ? 'it' : 'them'}.`,
    );
  }
  if (unknown > 0) {
    remarks.push(
      `${counted(unknown, 'line')} of a later version of Offbook ${unknown === 1 ? 'is' : 'are'} kept as ${unknown === 1 ? 'it is' : 'they are'} and not counted here.`,
    );
  }
  return remarks;
}
