import { readFile } from 'node:fs/promises';
import path from 'node:path';
import * as v from 'valibot';
import { errorCode } from '../base/system-error.ts';
import { removeOwnFile, replaceFile } from '../base/write-file.ts';

/** How a running browser shell is reached by another process of the same person. */
const running = v.object({
  port: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(65_535)),
  token: v.pipe(v.string(), v.regex(/^[\w-]{43}$/)),
});
export type Running = v.InferOutput<typeof running>;

/** Nobody but the person can read it: whoever has the token can do what they can. */
function fileIn(settingsDir: string): string {
  return path.join(settingsDir, 'running.json');
}

/**
 * Says where the program can be reached; the last one that starts is the one that is found. Throws what the disk
 * says, or that others could read it.
 */
export async function writeRunning(settingsDir: string, here: Running): Promise<void> {
  await replaceFile(fileIn(settingsDir), `${JSON.stringify(here)}\n`, { isSecret: true });
}

/** Where a program can be reached; null where none says so. It may have ended without a goodbye. */
export async function readRunning(settingsDir: string): Promise<Running | null> {
  try {
    const parsed = v.safeParse(running, JSON.parse(await readFile(fileIn(settingsDir), 'utf8')));
    return parsed.success ? parsed.output : null;
  } catch (error) {
    if (error instanceof SyntaxError || errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

/** The program with this token can't be reached any more. What another one wrote stays. */
export async function removeRunning(settingsDir: string, token: string): Promise<void> {
  await removeOwnFile(fileIn(settingsDir), token);
}
