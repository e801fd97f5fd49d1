import { EventEmitter } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { App, LoginItemSettings, RelaunchOptions, Settings } from 'electron';
import { emits, preventable, type AppEvents, type MembersOf } from './events.ts';
import { endProcess, offer } from './link.ts';
import { standInOptions } from './options.ts';
import { recorded } from './record.ts';
import { leaveSingleInstance, takeSingleInstance } from './single-instance.ts';
import { commandLine } from './switches.ts';

/** What else must be done when the program quits or ends: windows are the window module's business. */
export interface Windows {
  /** Asks each window to close; whether all did. */
  closeAll: () => boolean;
  destroyAll: () => void;
  anyVisible: () => boolean;
}

class StandInApp extends EventEmitter implements MembersOf<Omit<App, 'commandLine'>> {
  readonly isPackaged = standInOptions().packaged;
  readonly commandLine = recorded('app.commandLine', commandLine);
  readonly #ready = Promise.withResolvers<void>();
  readonly #paths = new Map<string, string>();
  #isReady = false;
  #quitting = false;
  #windows: Windows = { closeAll: () => true, destroyAll: () => {}, anyVisible: () => false };
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

  getAppPath(): string {
    return standInOptions().appDir;
  }

  getVersion(): string {
    return manifest().version;
  }

  /** As menus and the system show it. */
  get name(): string {
    const { name, productName } = manifest();
    return productName ?? name;
  }

  // Only recorded.
  setAppUserModelId(): void {}

  /** Only recorded: the test starts the program again, by these. */
  relaunch(_again: RelaunchOptions): void {}

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
    const folder = this.#paths.get('userData');
    if (folder === undefined)
      throw new Error('The stand-in has no "userData" folder of its own: the program must set it.');
    return takeSingleInstance(folder, additionalData, (later) => {
      void this.whenReady().then(() => emit('second-instance', preventable(), later.argv, later.directory, later.data));
    });
  }

  releaseSingleInstanceLock(): void {
    leaveSingleInstance();
  }

  activate(): void {
    emit('activate', preventable(), this.#windows.anyVisible());
  }

  quit(): void {
    if (this.#quitting) return;
    this.#quitting = true;
    const event = preventable();
    const goes = this.#windows.closeAll();
    if (goes) emit('will-quit', event);
    if (!goes || event.defaultPrevented) this.#quitting = false;
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
  messageFromStarter: (text) => void process.emit('message', text, undefined),
  activate: () => standInApp.activate(),
  refuseLogin: () => void (standInApp.refusesLogin = true),
  helperGone: (type) => emit('child-process-gone', preventable(), { type, reason: 'crashed', exitCode: 5 }),
});

function manifest(): { name: string; productName?: string; version: string } {
  return JSON.parse(readFileSync(path.join(standInOptions().appDir, 'package.json'), 'utf8')) as ReturnType<
    typeof manifest
  >;
}
