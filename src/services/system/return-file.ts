import { readFile } from 'node:fs/promises';
import path from 'node:path';
import * as v from 'valibot';
import { parseJson } from '../../core/values.ts';
import { errorCode } from '../base/system-error.ts';
import { replaceFile } from '../base/write-file.ts';

const digest = v.pipe(v.string(), v.regex(/^[\w-]{43}$/));

/** How pages of earlier starts come in again: the port, and digests of their cookies and keys, the latest first. */
const returns = v.object({
  port: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(65_535)),
  entries: v.array(v.object({ cookie: digest, key: digest })),
});
export type Returns = v.InferOutput<typeof returns>;

function fileIn(settingsDir: string): string {
  return path.join(settingsDir, 'returns.json');
}

/** What earlier starts wrote; null where that can’t be read. Throws the disk’s error. */
export async function readReturns(settingsDir: string): Promise<Returns | null> {
  try {
    const parsed = v.safeParse(returns, parseJson(await readFile(fileIn(settingsDir), 'utf8')));
    return parsed.success ? parsed.output : null;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

/** Writes it for the next start. Only the person may read it. Throws the disk’s error. */
export async function writeReturns(settingsDir: string, now: Returns): Promise<void> {
  await replaceFile(fileIn(settingsDir), `${JSON.stringify(now)}\n`, { isSecret: true });
}
