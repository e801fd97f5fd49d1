import { runCaptured } from '../../src/cli/run-captured.ts';

/** Much longer than any computer needs for this. */
const mostMs = 60_000;

const word = 'no-such-command';

/**
 * Starts a packed program with an unknown command. It exits at once with 2, without a window, and needs Electron, the
 * fuses, the archive and its checksums for that. If it doesn't, returns a sentence with what it printed.
 */
export async function startProblems(program: string, limitMs = mostMs): Promise<string[]> {
  const { code, output } = await runCaptured(program, ['--do', word], {
    cwd: process.cwd(),
    signal: AbortSignal.timeout(limitMs),
  });
  if (code === 2) return [];
  return [`${program} --do ${word} ended with ${code} instead of 2.\n${output.trim()}`];
}
