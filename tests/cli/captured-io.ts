import type { Io } from '../../src/cli/io.ts';

/** Surroundings of a subcommand that keep what it prints. */
export function capturedIo(cwd: string): { io: Io; out: () => string; err: () => string } {
  let [out, err] = ['', ''];
  const io: Io = {
    stdout: { write: (part) => (out += part) },
    stderr: { write: (part) => (err += part) },
    env: {},
    cwd,
  };
  return { io, out: () => out, err: () => err };
}
