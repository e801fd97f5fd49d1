import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { projectRoot } from '../src/cli/project-root.ts';

/** How long the program may take until it prints its address. Longer only where it has to be built first. */
const startLimitMs = 60_000;

/** The program as a process of its own. */
export interface ProgramProcess {
  /** All that it printed so far. */
  stdout: () => string;
  stderr: () => string;
  /** The address in its ready line; rejects, with what it said, when it ends without one. */
  address: Promise<string>;
  /** Its exit code; null when a signal ended it. */
  exited: Promise<number | null>;
  kill: (signal: NodeJS.Signals) => void;
}

/** Runs one of the project's own programs, such as `['src/cli/offbook.ts', 'serve']`, with this Node. */
export function runProgram(args: readonly string[], env: Readonly<Record<string, string | undefined>>): ProgramProcess {
  const child = spawn(process.execPath, args, {
    cwd: projectRoot,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  const { promise: address, resolve, reject } = Promise.withResolvers<string>();
  const timer = setTimeout(() => {
    child.kill('SIGKILL');
    reject(new Error(`No address within ${startLimitMs} ms.\n${stderr}`));
  }, startLimitMs);
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
    const ready = /^Offbook: (http:\S+)\n/m.exec(stdout)?.[1];
    if (ready !== undefined) resolve(ready);
  });
  const exited = once(child, 'close').then(([code]) => {
    clearTimeout(timer);
    reject(new Error(`It ended with ${code} and printed no address.\n${stderr}`));
    return code as number | null;
  });
  // Who waits for the end only, as with bad options, needs no address.
  address.then(() => clearTimeout(timer)).catch(() => clearTimeout(timer));
  return { stdout: () => stdout, stderr: () => stderr, address, exited, kill: (signal) => void child.kill(signal) };
}
