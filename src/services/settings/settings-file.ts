import path from 'node:path';
import { stat } from 'node:fs/promises';
import { type SettingKey, settingKeys } from '../../core/settings/table.ts';
import {
  defaultSettings,
  readSettings,
  type Settings,
  type SettingsPatch,
  withPatch,
} from '../../core/settings/schema.ts';
import { isRecord } from '../../core/values.ts';
import { withFileLock } from '../base/file-lock.ts';
import { readRegular } from '../base/regular-file.ts';
import { errorCode, describeError } from '../base/system-error.ts';
import { copyAside, removeAbandoned, replaceFile, setAside } from '../base/write-file.ts';

/** The version of the file’s format. Saving keeps a higher number from a newer program. */
const settingsVersion = 1;

export interface SettingsFile {
  path: string;
  /** The settings now; the disk follows. */
  current: () => Settings;
  /** Takes effect immediately; saved as soon as the disk allows. */
  change: (patch: SettingsPatch) => Settings;
  /** Waits for the save under way. Resolves with a sentence if the disk refused it; null if it didn’t, or without one. */
  saved: () => Promise<string | null>;
  /** Waits until everything is saved, or saving has failed again. Never throws. */
  flush: () => Promise<void>;
}

interface SettingsFileOptions {
  /** The folder of `settings.json`; created if it doesn’t exist. */
  directory: string;
  /** Tells the person what happened to their settings. */
  tell: (severity: 'info' | 'error', text: string) => void;
  /** For the date in the names of files that are set aside. */
  wallTime?: () => Date;
}

/**
 * The person’s settings on disk. A missing file means defaults; a broken one is set aside, and the person hears of it;
 * a single bad value gets its default. Saving changes only what was changed here, so that two programs don’t undo each
 * other’s changes and keys of other versions stay. What can’t be saved stays in memory, for the next try with the next
 * change. Never throws.
 */
export async function openSettingsFile(options: SettingsFileOptions): Promise<SettingsFile> {
  const { tell, wallTime = () => new Date() } = options;
  const file = path.join(options.directory, 'settings.json');
  let unsaved: SettingsPatch = {};
  /** What the person last heard: that the file can’t be read, or can’t be saved. */
  let failing: 'no' | 'loading' | 'saving' = 'no';
  let saving: Promise<void> | null = null;
  /** Why the last save failed; null if it didn’t. */
  let refused: string | null = null;
  let settings = await load();

  async function load(): Promise<Settings> {
    try {
      const found = await readRawSettings(file);
      if (found.kind === 'broken') await moveAway(found.why, 'Offbook uses the defaults');
      const read = readSettings(found.kind === 'object' ? found.raw : {});
      for (const problem of read.problems) {
        tell(
          'error',
          `${problem} Change it in Offbook or correct it in ${file}; Offbook keeps a copy before it replaces it.`,
        );
      }
      await sweep();
      return read.settings;
    } catch (error) {
      failing = 'loading';
      tell(
        'error',
        `Your settings in ${file} can’t be read: ${describeError(error)}. Defaults are used until that is fixed.`,
      );
      return readSettings({}).settings;
    }
  }

  async function moveAway(why: string, instead: string): Promise<void> {
    const aside = await setAside(file, wallTime());
    tell('error', `Your settings file ${file} ${why}. It was moved to ${aside}, and ${instead}.`);
  }

  async function sweep(): Promise<void> {
    try {
      await removeAbandoned(file, wallTime().getTime());
    } catch (error) {
      if (errorCode(error) !== 'ENOENT')
        tell('error', `${options.directory} can’t be cleaned up: ${describeError(error)}.`);
    }
  }

  async function save(patch: SettingsPatch): Promise<void> {
    const found = await readRawSettings(file);
    if (found.kind === 'broken') await moveAway(found.why, 'your current settings were saved in a new file');
    const raw = found.kind === 'object' ? found.raw : chosenSettings(settings);
    const bad = badKeys(raw);
    if (bad.length > 0) {
      const aside = await copyAside(file, wallTime());
      tell('info', `Your old settings file, with the values that aren’t valid, was copied to ${aside}.`);
    }
    const version = typeof raw['version'] === 'number' ? Math.max(raw['version'], settingsVersion) : settingsVersion;
    const kept = Object.entries(raw).filter(([key]) => !bad.some((badKey) => badKey === key));
    const next = { ...Object.fromEntries(kept), version, ...patch };
    await replaceFile(file, `${JSON.stringify(next, null, 2)}\n`);
  }

  async function saveAll(): Promise<void> {
    while (Object.keys(unsaved).length > 0) {
      const patch = unsaved;
      unsaved = {};
      try {
        await withFileLock(file, () => save(patch));
        if (failing !== 'no') tell('info', `Your settings are saved in ${file} again.`);
        failing = 'no';
        refused = null;
      } catch (error) {
        unsaved = { ...patch, ...unsaved };
        refused = `Your settings can’t be saved in ${file}: ${describeError(error)}. They stay active until you quit; Offbook will try again at the next change.`;
        if (failing !== 'saving') tell('error', refused);
        failing = 'saving';
        break;
      }
    }
    saving = null;
  }

  function startSaving(): Promise<void> {
    if (Object.keys(unsaved).length === 0) return Promise.resolve();
    saving ??= saveAll();
    return saving;
  }

  return {
    path: file,
    current: () => settings,
    change: (patch) => {
      const changed = onlyChanges(settings, patch);
      settings = withPatch(settings, changed);
      unsaved = { ...unsaved, ...changed };
      if (Object.keys(changed).length > 0) void startSaving();
      return settings;
    },
    saved: async () => {
      if (saving === null) return null;
      await saving;
      return refused;
    },
    flush: async () => {
      await saving;
      await startSaving();
    },
  };
}

/** The part of a patch that differs from the current settings. */
function onlyChanges(settings: Settings, patch: SettingsPatch): SettingsPatch {
  const changed = settingKeys.filter(
    (key) => patch[key] !== undefined && JSON.stringify(patch[key]) !== JSON.stringify(settings[key]),
  );
  return Object.fromEntries(changed.map((key) => [key, patch[key]]));
}

/** What differs from the defaults: all that is worth saving if the file is gone. */
function chosenSettings(settings: Settings): Record<string, unknown> {
  return { ...onlyChanges(defaultSettings(), settings) };
}

function badKeys(raw: Readonly<Record<string, unknown>>): SettingKey[] {
  return settingKeys.filter((key) => Object.hasOwn(raw, key) && readSettings({ [key]: raw[key] }).problems.length > 0);
}

/** What was found in place of the settings file: nothing, an object, or something else and what is wrong with it. */
type RawSettings =
  | { kind: 'missing' }
  | { kind: 'object'; raw: Readonly<Record<string, unknown>> }
  | { kind: 'broken'; why: string };

/** More than a thousand times the size of all settings. */
const mostBytes = 1024 * 1024;

/** Ten times what settings need; writing thousands of levels overflows the stack. */
const deepestLevel = 50;

function isDeeperThan(levels: number, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => isDeeperThan(levels - 1, inner));
}

/** Reads the file without trusting it. Throws only if it exists and the system can’t read it. */
export async function readRawSettings(file: string): Promise<RawSettings> {
  try {
    const stats = await stat(file);
    if (!stats.isFile()) return { kind: 'broken', why: 'isn’t a file' };
    if (stats.size > mostBytes) return { kind: 'broken', why: 'is far too big for settings' };
    return parseRawSettings(await readRegular(file));
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return { kind: 'missing' };
    throw error;
  }
}

function parseRawSettings(bytes: Buffer): RawSettings {
  if (bytes.length === 0) return { kind: 'broken', why: 'is empty' };
  if (bytes.includes(0)) return { kind: 'broken', why: 'contains NUL bytes, as after a power cut' };
  try {
    const raw: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    if (isDeeperThan(deepestLevel, raw)) return { kind: 'broken', why: 'is nested far too deep for settings' };
    if (isRecord(raw)) return { kind: 'object', raw };
    return { kind: 'broken', why: 'contains no settings: they would be an object in braces' };
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return { kind: 'broken', why: `is cut off or isn’t JSON (${detail})` };
  }
}
