import { join, type Port } from '../link.ts';
import type { ProgramSide, TestSide } from '../sides.ts';

const offered: Partial<ProgramSide> = {};

/** The test, as the stand-in's modules see it. */
export const test = join<TestSide>(processPort(), offered);

/** Lets the test call these. */
export function offer(functions: Partial<ProgramSide>): void {
  Object.assign(offered, functions);
}

/** Ends this process after everything that was told before has gone out. */
export function endProcess(code: number): void {
  if (process.send === undefined || !process.connected) process.exit(code);
  process.send({ kind: 'answer', id: 0, ok: true, value: null }, undefined, {}, () => process.exit(code));
}

function processPort(): Port {
  return {
    send: (message) => {
      if (process.connected) process.send?.(message);
    },
    listen: (receive) => process.on('message', receive),
    // The test is gone: nobody is left to look at this program.
    onEnd: () => process.on('disconnect', () => process.exit(1)),
  };
}
