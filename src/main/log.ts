import { appendFileSync, renameSync, statSync } from 'node:fs';
import { errorCode, describeError } from '../services/base/system-error.ts';

/** Above this the file is set aside, so that the two together never grow beyond twice as much. */
const mostBytes = 1024 * 1024;

export type Log = (line: string) => void;

/**
 * Lines about the program's own troubles, never about stories, with the time before each. Written at once,
 * since the next thing may be the end of the process. `nowMs` gives wall time. Never throws.
 */
export function openLog(file: string, nowMs: () => number): Log {
  return (line) => {
    try {
      setAside(file);
      appendFileSync(file, `${new Date(nowMs()).toISOString()} ${line.replaceAll('\n', ' ')}\n`);
    } catch (error) {
      console.error(`${line}\n(It could not be written to ${file}: ${describeError(error)}.)`);
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
