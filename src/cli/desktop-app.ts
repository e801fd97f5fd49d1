import { existsSync, readFileSync } from 'node:fs';
import { readlink } from 'node:fs/promises';
import path from 'node:path';
import type { CommandId } from '../core/contract/commands.ts';
import { errorCode } from '../services/base/system-error.ts';
import { browserFolderIn } from '../services/system/paths.ts';
import { runCaptured } from './run-captured.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** A start that only passes its words on is over long before; one that isn’t would be a second Offbook. */
const handoverLimitMs = 15_000;

/**
 * The path of Electron's executable; null if the runtime isn't installed. Finds it as the `electron` package does, but
 * never downloads anything. `packageDir` is `node_modules/electron`.
 */
export function findElectron(packageDir: string, env: Environment): string | null {
  const pathFile = path.join(packageDir, 'path.txt');
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8') : null;
  const override = env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (override) return existing(path.join(override, name ?? 'electron'));
  return name === null ? null : existing(path.join(packageDir, 'dist', name));
}

/**
 * Whether the desktop app runs with these settings. Chromium says so: on Windows by a file that goes with the process,
 * elsewhere by a link to the computer’s name and the process’s number.
 */
export async function desktopAppRuns(settingsDir: string): Promise<boolean> {
  const folder = browserFolderIn(settingsDir);
  if (process.platform === 'win32') return existsSync(path.join(folder, 'lockfile'));
  const target = await readlink(path.join(folder, 'SingletonLock')).catch(() => '');
  return isAlive(Number(/-(\d+)$/u.exec(target)?.[1] ?? 0));
}

/**
 * Starts the desktop app in `projectDir` a second time, which passes the command on to the one that runs and quits.
 * Returns null if that worked, or a sentence.
 */
export async function passOn(id: CommandId, projectDir: string, env: Environment): Promise<string | null> {
  const electron = findElectron(path.join(projectDir, 'node_modules', 'electron'), env);
  if (electron === null || !existsSync(path.join(projectDir, 'out', 'main', 'index.js'))) {
    return `The desktop app that runs isn’t this folder’s. Use its own “--do ${id}”.`;
  }
  const { ELECTRON_RUN_AS_NODE: _, ...electronEnv } = env;
  const { code, output } = await runCaptured(electron, [projectDir, '--do', id], {
    cwd: projectDir,
    env: electronEnv,
    signal: AbortSignal.timeout(handoverLimitMs),
  });
  if (code === 0) return null;
  const why = output.trim().split('\n').at(-1);
  return `The desktop app couldn’t be reached: ${why || `Electron ended with ${code}`}`;
}

function isAlive(pid: number): boolean {
  if (pid === 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}

function existing(file: string): string | null {
  return existsSync(file) ? file : null;
}
