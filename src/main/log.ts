import { appendFileSync, renameSync, statSync } from 'node:fs';
import { errorCode, describeError } from '../services/base/system-error.ts';

/** A larger file is set aside, so that the two together never take more than twice as much. */
const mostBytes = 1024 * 1024;

export type Log = (line: string) => void;

/**
 * Logs Offbook's own problems, never anything about stories, with the time before each line. Synchronous, since the
 * process may be about to end. `nowMs` returns wall time. Never throws.
 */
export function openLog(file: string, nowMs: () => number): Log {
  return (line) => {
    try {
      setAside(file);
      appendFileSync(file, `${new Date(nowMs()).toISOString()} ${line.replaceAll('\n', ' ')}\n`);
    } catch (error) {
      console.error(`${line}\n(This can’t be written to ${file}: ${describeError(error)}.)`);
    }
  };
}

function setAside(file: string): void {
  try {
    if (statSync(file).size > mostBytes) renameSync(file, `${file}.old`);
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
  }
}
