import { spawn } from 'node:child_process';
import { access, constants, stat } from 'node:fs/promises';
import path from 'node:path';
import { describeError } from '../base/system-error.ts';
import type { Clock } from '../base/program.ts';

/*
 * Other programs on this computer: where they are, and how they are started. Never by a shell, so that no file name is
 * ever a command.
 */

export type Environment = Readonly<Record<string, string | undefined>>;

/** A program by its name on the PATH, and where its installer puts it. */
export interface OutsideProgram {
  name: string;
  /** On Windows, its path below the folders of programs. */
  windows?: string | undefined;
  /** On a Mac, its path below the Applications folders: a program started from the Dock has a short PATH. */
  mac?: string | undefined;
}

/** Where a program may be. Skips relative folders in PATH: they could be the folder with the stories. */
export function programPlaces(program: OutsideProgram, platform: NodeJS.Platform, env: Environment): string[] {
  if (platform === 'win32') return windowsPlaces(program, env);
  const { name, mac } = program;
  if (name.includes('/')) return [name];
  const folders = (env['PATH'] ?? '').split(':').filter((folder) => path.posix.isAbsolute(folder));
  const isMac = platform === 'darwin';
  if (isMac) folders.push('/usr/local/bin', '/opt/homebrew/bin');
  const applications = ['/Applications', `${env['HOME'] ?? ''}/Applications`];
  return [
    ...folders.map((folder) => path.posix.join(folder, name)),
    ...(isMac && mac !== undefined ? applications.map((folder) => path.posix.join(folder, mac)) : []),
  ];
}

function windowsPlaces({ name, windows }: OutsideProgram, env: Environment): string[] {
  const hasFolder = /[/\\]/.test(name);
  const listed = (variable(env, 'PATH') ?? '').split(';').map((folder) => folder.replaceAll('"', ''));
  const folders = hasFolder ? [path.win32.dirname(name)] : listed.filter((folder) => path.win32.isAbsolute(folder));
  const file = path.win32.basename(name);
  const endings = /\.(?:exe|com|cmd|bat)$/i.test(file) ? [''] : ['.exe', '.cmd', '.bat'];
  const below = hasFolder ? undefined : windows;
  const local = variable(env, 'LOCALAPPDATA');
  const homes = [
    local && `${local}\\Programs`,
    local,
    variable(env, 'PROGRAMFILES'),
    variable(env, 'PROGRAMFILES(X86)'),
  ];
  return [
    ...folders.flatMap((folder) => endings.map((ending) => path.win32.join(folder, file + ending))),
    ...homes.flatMap((home) => (home && below ? [path.win32.join(home, below)] : [])),
  ];
}

/** Names of variables are case-insensitive on Windows: PATH is `Path` there. */
export function variable(env: Environment, name: string): string | undefined {
  return env[name] ?? Object.entries(env).find(([key]) => key.toUpperCase() === name)?.[1];
}

/** Whether this file is there and may be started. */
export async function isProgram(file: string): Promise<boolean> {
  try {
    await access(file, constants.X_OK);
    return (await stat(file)).isFile();
  } catch {
    return false;
  }
}

/**
 * The environment for other programs: without the variables that configure this program’s Node and Electron, or that
 * point into its AppImage.
 */
export function outsideEnvironment(env: Environment): Record<string, string | undefined> {
  const kept = Object.entries(env).filter(([name]) => !/^(?:ELECTRON_|NODE_(?:OPTIONS|COMPILE_CACHE)$)/i.test(name));
  const { APPDIR: image } = env;
  if (image === undefined || image === '') return Object.fromEntries(kept);
  const lists = ['PATH', 'LD_LIBRARY_PATH', 'XDG_DATA_DIRS', 'GSETTINGS_SCHEMA_DIR'];
  const outside = (list: string): string =>
    list
      .split(':')
      .filter((folder) => folder !== '' && folder !== image && !folder.startsWith(`${image}/`))
      .join(':');
  return Object.fromEntries(kept.map(([name, value = '']) => [name, lists.includes(name) ? outside(value) : value]));
}

/** A program to start. */
export interface OutsideLaunch {
  program: string;
  words: readonly string[];
  /** The words are a command line for cmd.exe, already quoted. */
  isBatch: boolean;
}

interface StartOptions {
  platform: NodeJS.Platform;
  env: Environment;
  after: Clock['after'];
  /** If it still runs after this long, it has started well. */
  patienceMs: number;
}

/**
 * Starts it detached from this program. Resolves to null if it runs or quit without an error; else to the reason. Never
 * rejects.
 */
export function startOutside(
  { program, words, isBatch }: OutsideLaunch,
  { platform, env, after, patienceMs }: StartOptions,
): Promise<string | null> {
  const { promise, resolve } = Promise.withResolvers<string | null>();
  try {
    const child = spawn(program, words, {
      env: outsideEnvironment(env),
      // On Windows it would end with this program otherwise; cmd.exe would get a console of its own, and is over at once.
      detached: platform !== 'win32' || !isBatch,
      stdio: 'ignore',
      windowsVerbatimArguments: isBatch,
      // Otherwise it would hide the program’s window too.
      windowsHide: isBatch,
    });
    const stopWaiting = after(patienceMs, () => resolve(null));
    const ended = (why: string | null): void => {
      stopWaiting();
      resolve(why);
    };
    child.once('error', (error) => ended(describeError(error)));
    child.once('exit', (code, signal) => ended(code === 0 ? null : `it quit with ${code ?? signal}`));
    child.unref();
  } catch (error) {
    resolve(describeError(error));
  }
  return promise;
}
