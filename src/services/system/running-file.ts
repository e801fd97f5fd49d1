import path from 'node:path';
import * as v from 'valibot';
import { readRegular } from '../base/regular-file.ts';
import { errorCode } from '../base/system-error.ts';
import { removeOwnFile, replaceFile } from '../base/write-file.ts';

/** How another process of the same person reaches a running browser shell. */
const running = v.object({
  port: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(65_535)),
  token: v.pipe(v.string(), v.regex(/^[\w-]{43}$/)),
});
export type Running = v.InferOutput<typeof running>;

/** Only the person may read this file: whoever has the token can do what they can. */
function fileIn(settingsDir: string): string {
  return path.join(settingsDir, 'running.json');
}

/**
 * Writes where the program can be reached; the last one to start is the one that others find. Throws the disk’s error,
 * or one that says that other people could read it.
 */
export async function writeRunning(settingsDir: string, here: Running): Promise<void> {
  await replaceFile(fileIn(settingsDir), `${JSON.stringify(here)}\n`, { isSecret: true });
}

/** Where a program can be reached; null if none has written that. It may have been killed since. */
export async function readRunning(settingsDir: string): Promise<Running | null> {
  try {
    const parsed = v.safeParse(running, JSON.parse((await readRegular(fileIn(settingsDir))).toString('utf8')));
    return parsed.success ? parsed.output : null;
  } catch (error) {
    if (error instanceof SyntaxError || errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

/** Removes the file when the program with this token quits; another program’s file stays. */
export async function removeRunning(settingsDir: string, token: string): Promise<void> {
  await removeOwnFile(fileIn(settingsDir), token);
}
