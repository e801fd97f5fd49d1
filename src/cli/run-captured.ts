import { spawn } from 'node:child_process';

export interface CaptureOptions {
  cwd: string;
  env?: NodeJS.ProcessEnv;
  /** Stops the program early. */
  signal?: AbortSignal;
}

export interface Ran {
  /** The exit code; null if a signal ended the program, or it couldn't be started. */
  code: number | null;
  /** Everything that it printed, stdout and stderr as they came. */
  output: string;
}

/** Runs a program to its end without stdin, and captures what it prints. Never rejects. */
export function runCaptured(program: string, args: readonly string[], options: CaptureOptions): Promise<Ran> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => (output += text));
    }
    child.on('error', (error) => (output += `${error.message}\n`));
    child.on('close', (code) => resolve({ code, output }));
  });
}
