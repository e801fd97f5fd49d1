import { describeError } from '../base/system-error.ts';
import { longestLineBytes } from './log-lines.ts';
import type { LogContents } from './log-read.ts';
import { moveAside } from './log-write.ts';
import type { Notifier } from '../base/notices.ts';

/** Where the log lies, when it is, and whom to tell. */
export interface TornParts {
  file: string;
  wallTime: () => Date;
  tell: Notifier['tell'];
}

/** Sets aside a last line that was cut off, if the log has one, and says so. Never throws. */
export async function setTornAside(log: LogContents, { file, wallTime, tell }: TornParts): Promise<void> {
  const torn = log.tail;
  if (torn?.line.kind !== 'unreadable' || torn.bytes.length >= longestLineBytes) return;
  log.tail = null;
  try {
    const aside = await moveAside(file, torn.fromByte, torn.bytes, wallTime());
    if (aside === null) return;
    tell(
      'info',
      `The last line of the practice log ${file} was cut off, as when the computer stops while writing. It is kept in ${aside}; the lines before it stay as they are.`,
    );
  } catch (error) {
    tell(
      'error',
      `The last line of the practice log ${file} is cut off and can't be set aside: ${describeError(error)}.`,
    );
  }
}
