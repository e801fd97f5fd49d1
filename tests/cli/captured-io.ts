import type { Io } from '../../src/cli/io.ts';

/** An Io that captures what a subcommand prints. */
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
