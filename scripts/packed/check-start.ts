import { runCaptured } from '../../src/cli/run-captured.ts';

/** Much longer than any machine takes to start a program that ends at once. */
const mostMs = 60_000;

const word = 'no-such-command';

/**
 * Starts a packed program with a command that there is not: it ends at once with 2, which takes Electron, the fuses,
 * the archive and its checksums, and opens no window. A sentence where it doesn't, and what it printed.
 */
export async function startProblems(program: string, limitMs = mostMs): Promise<string[]> {
  const { code, output } = await runCaptured(program, ['--do', word], {
    cwd: process.cwd(),
    signal: AbortSignal.timeout(limitMs),
  });
  if (code === 2) return [];
  return [`${program} --do ${word} ended with ${code} instead of 2.\n${output.trim()}`];
}
