import { EventEmitter } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { App, CommandLine, LoginItemSettings, Settings } from 'electron';
import { emits } from './emits.ts';
import { preventable, type AppEvents } from './events.ts';
import { endProcess, offer } from './link.ts';
import { standInOptions } from './options.ts';
import { record, recorded } from './record.ts';
import { takeSingleInstance } from './single-instance.ts';

type Members =
  | 'enableSandbox'
  | 'exit'
  | 'getAppPath'
  | 'getLoginItemSettings'
  | 'getPath'
  | 'getVersion'
  | 'isPackaged'
  | 'isReady'
  | 'quit'
  | 'requestSingleInstanceLock'
  | 'setLoginItemSettings'
  | 'setPath'
  | 'whenReady';

/** What else must be done when the program quits or ends: windows are the window module's business. */
export interface Windows {
  /** Asks each window to close; whether all did. */
  closeAll: () => boolean;
  destroyAll: () => void;
}

class StandInApp extends EventEmitter implements Pick<App, Members> {
  readonly isPackaged = false;
  readonly commandLine = recorded('app.commandLine', {
    getSwitchValue: (name) => switchValue(process.argv.slice(2), name) ?? '',
    hasSwitch: (name) => switchValue(process.argv.slice(2), name) !== null,
  } satisfies Pick<CommandLine, 'getSwitchValue' | 'hasSwitch'>);
  readonly #ready = Promise.withResolvers<void>();
  readonly #paths = new Map<string, string>();
  #isReady = false;
  #quitting = false;
  #windows: Windows = { closeAll: () => true, destroyAll: () => {} };
  #startsAtLogin = false;
  /** The person, or whoever looks after the computer, keeps programs from starting at login. */
  refusesLogin = false;
  sandboxed = false;

  isReady(): boolean {
    return this.#isReady;
  }

  whenReady(): Promise<void> {
    return this.#ready.promise;
  }

  enableSandbox(): void {
    if (this.#isReady) throw new Error('app.enableSandbox() can only be called before app is ready');
    this.sandboxed = true;
  }

  setPath(name: string, folder: string): void {
    if (!path.isAbsolute(folder)) throw new Error('Path must be absolute');
    if (!existsSync(folder)) throw new Error(`Failed to set path: ${folder} does not exist`);
    this.#paths.set(name, folder);
  }

  getPath(name: string): string {
    const folder = this.#paths.get(name);
    if (folder !== undefined) return folder;
    throw new Error(`The stand-in for Electron has no "${name}" folder of its own: the program must set it.`);
  }

  getAppPath(): string {
    return standInOptions().appDir;
  }

  getVersion(): string {
    const manifest = readFileSync(path.join(standInOptions().appDir, 'package.json'), 'utf8');
    return (JSON.parse(manifest) as { version: string }).version;
  }

  setLoginItemSettings({ openAtLogin = false }: Settings): void {
    this.#startsAtLogin = openAtLogin && !this.refusesLogin;
  }

  getLoginItemSettings(): LoginItemSettings {
    return {
      openAtLogin: this.#startsAtLogin,
      wasOpenedAtLogin: false,
      status: this.#startsAtLogin ? 'enabled' : this.refusesLogin ? 'requires-approval' : 'not-registered',
      executableWillLaunchAtLogin: this.#startsAtLogin,
      launchItems: [],
    };
  }

  requestSingleInstanceLock(additionalData?: Record<string, unknown>): boolean {
    return takeSingleInstance(this.getPath('userData'), additionalData, (later) => {
      void this.whenReady().then(() => emit('second-instance', preventable(), later.argv, later.directory, later.data));
    });
  }

  quit(): void {
    if (this.#quitting) return;
    this.#quitting = true;
    const before = preventable();
    emit('before-quit', before);
    const goes = !before.defaultPrevented && this.#windows.closeAll();
    const last = preventable();
    if (goes) emit('will-quit', last);
    if (!goes || last.defaultPrevented) this.#quitting = false;
    else this.exit(0);
  }

  exit(code = 0): void {
    this.#windows.destroyAll();
    emit('quit', preventable(), code);
    endProcess(code);
  }

  become(windows: Windows): void {
    this.#windows = windows;
  }

  becomeReady(): void {
    this.#isReady = true;
    emit('ready', preventable(), {});
    this.#ready.resolve();
  }

  get quitting(): boolean {
    return this.#quitting;
  }
}

/** The parts of `app` that the stand-in's own modules need, unrecorded. */
export const standInApp = new StandInApp();
export const app = recorded('app', standInApp);
const emit = emits<AppEvents>('app', standInApp);
export const emitApp = emit;

/** Throws where something is used too early, as Electron does. */
export function onlyWhenReady(sentence: string): void {
  if (!standInApp.isReady()) throw new Error(sentence);
}

offer({
  quit: () => standInApp.quit(),
  activate: () => emit('activate', preventable(), false),
  refuseLogin: () => void (standInApp.refusesLogin = true),
  helperGone: (type) => emit('child-process-gone', preventable(), { type, reason: 'crashed', exitCode: 5 }),
});

process.on('SIGTERM', () => {
  record('app', 'is told to end', []);
  standInApp.quit();
});

/** Chromium's switches are `--name=value`, or `--name` with no value. */
function switchValue(words: readonly string[], name: string): string | null {
  const found = words.find((word) => word === `--${name}` || word.startsWith(`--${name}=`));
  return found === undefined ? null : found.slice(`--${name}=`.length);
}
