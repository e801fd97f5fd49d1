import { constants } from 'node:fs';
import { copyFile, readFile, rename, stat } from 'node:fs/promises';
import path from 'node:path';
import { isRecord } from '../../core/values.ts';
import { errorCode } from '../base/system-error.ts';

/** What lies where the settings should: nothing, an object, or something that holds no settings and why. */
export type Found =
  | { kind: 'missing' }
  | { kind: 'object'; raw: Record<string, unknown> }
  | { kind: 'broken'; why: string };

/** More than a thousand times what all settings take. */
const mostBytes = 1024 * 1024;

/** Reads the file without trusting it. Throws only when it is there and the system does not give it. */
export async function readRawSettings(file: string): Promise<Found> {
  try {
    const { size, isFile } = await regularFile(file);
    if (!isFile) return { kind: 'broken', why: 'is not a file' };
    if (size > mostBytes) return { kind: 'broken', why: 'is far too big to be settings' };
    return parseRawSettings(await readFile(file));
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return { kind: 'missing' };
    throw error;
  }
}

/** Moves a file out of the way, to `settings.broken-2026-11-22T201500.json`; gives the new path. */
export async function setAside(file: string, wallTime: Date): Promise<string> {
  const aside = await freeName(file, wallTime);
  await rename(file, aside);
  return aside;
}

/** Like `setAside`, but the file stays where it is as well. */
export async function copyAside(file: string, wallTime: Date): Promise<string> {
  const aside = await freeName(file, wallTime);
  await copyFile(file, aside, constants.COPYFILE_EXCL);
  return aside;
}

async function regularFile(file: string): Promise<{ size: number; isFile: boolean }> {
  const stats = await stat(file);
  return { size: stats.size, isFile: stats.isFile() };
}

function parseRawSettings(bytes: Buffer): Found {
  if (bytes.length === 0) return { kind: 'broken', why: 'is empty' };
  if (bytes.includes(0)) return { kind: 'broken', why: 'holds NUL bytes, as after a power cut' };
  try {
    const raw: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    if (isRecord(raw)) return { kind: 'object', raw };
    return { kind: 'broken', why: 'holds no settings, which would be an object in braces' };
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return { kind: 'broken', why: `is cut off or not JSON (${detail})` };
  }
}

/** A name with the date that no file has, so that what was set aside before is never lost. */
export async function freeName(file: string, wallTime: Date): Promise<string> {
  const { dir, name, ext } = path.parse(file);
  const dated = path.join(dir, `${name}.broken-${dateForName(wallTime)}`);
  for (let twin = 1; ; twin += 1) {
    const candidate = twin === 1 ? `${dated}${ext}` : `${dated}-${twin}${ext}`;
    if (!(await exists(candidate))) return candidate;
  }
}

async function exists(file: string): Promise<boolean> {
  try {
    await stat(file);
    return true;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return false;
    throw error;
  }
}

/** Local time as `2026-11-22T201500`: no colons, which Windows doesn't take in names. */
function dateForName(date: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day}T${two(date.getHours())}${two(date.getMinutes())}${two(date.getSeconds())}`;
}
