import type { Progress } from '../../core/rehearsal/state.ts';
import { counted } from '../ui/format/story.ts';

/** What is wrong with the log, each in a sentence or two; empty where all is well. */
export function logWarnings({ pending, why, unreadable, unknown, file }: Progress['log']): string[] {
  const warnings: string[] = [];
  if (pending > 0) {
    warnings.push(
      `${counted(pending, 'entry', 'entries')} could not be saved yet: ${why ?? 'the disk didn’t take them'}. Offbook keeps them until it quits and will try again. Free some space, or fix the folder of ${file}.`,
    );
  }
  if (unreadable > 0) {
    const [are, them] = unreadable === 1 ? ['is', 'it'] : ['are', 'them'];
    warnings.push(
      `${counted(unreadable, 'line')} can’t be read and ${are} skipped. Nothing is removed from the file: open the log and fix ${them}, or leave ${them}.`,
    );
  }
  if (unknown > 0) {
    const [were, are] = unknown === 1 ? ['was', 'It is'] : ['were', 'They are'];
    warnings.push(
      `${counted(unknown, 'line')} ${were} written by a newer version of Offbook. ${are} kept but not counted here.`,
    );
  }
  return warnings;
}
