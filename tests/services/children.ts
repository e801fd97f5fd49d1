import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

export interface Child {
  process: ChildProcess;
  /** The lines of its output, parsed as they come. */
  lines: AsyncIterableIterator<Record<string, unknown>>;
}

/** Runs a module of this folder as a separate program, killed at the end of the test. */
export function startChild(module: string, args: string[], options: { uid?: number; gid?: number } = {}): Child {
  const script = fileURLToPath(new URL(module, import.meta.url));
  const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'inherit'], ...options });
  onTestFinished(() => void child.kill('SIGKILL'));
  return { process: child, lines: parsed(child) };
}

/** All that it prints until it ends. */
export async function allLines(child: Child): Promise<Record<string, unknown>[]> {
  const lines: Record<string, unknown>[] = [];
  for await (const line of child.lines) lines.push(line);
  return lines;
}

/** A user who can’t read what root made unreadable: `nobody` if the tests run as root, else the tests’ own user. */
export function withoutRights(): { uid?: number; gid?: number } {
  return process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
}

async function* parsed(child: ChildProcess): AsyncIterableIterator<Record<string, unknown>> {
  if (child.stdout === null) return;
  for await (const line of createInterface({ input: child.stdout })) yield JSON.parse(line) as Record<string, unknown>;
}
