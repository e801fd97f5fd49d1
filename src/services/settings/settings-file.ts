import path from 'node:path';
import { settingKeys, type SettingKey } from '../../core/settings/table.ts';
import {
  defaultSettings,
  readSettings,
  withPatch,
  type Settings,
  type SettingsPatch,
} from '../../core/settings/schema.ts';
import { errorCode, reasonOf } from '../base/system-error.ts';
import { copyAside, readRawSettings, setAside } from './settings-store.ts';
import { removeAbandoned, replaceFile } from '../base/write-file.ts';

/** The layout of the file. A newer program's higher number is kept when this one saves. */
const settingsVersion = 1;

export interface SettingsFile {
  path: string;
  /** What holds now. The disk follows. */
  current: () => Settings;
  /** Holds at once; is saved as soon as the disk takes it. */
  change: (patch: SettingsPatch) => Settings;
  /** Waits until everything is saved, or has failed once more. Never throws. */
  flush: () => Promise<void>;
}

export interface SettingsFileOptions {
  /** The folder that `settings.json` lies in; made when it isn't there. */
  directory: string;
  /** Tells the person what became of their settings. */
  tell: (severity: 'info' | 'error', text: string) => void;
  /** Dates what is set aside. */
  wallTime?: () => Date;
}

/**
 * The person's settings on disk. A missing file means defaults; a broken one is set aside and the person told;
 * a single bad value gets its default. Saving merges only what was changed here over what is on disk, so that
 * two programs don't undo each other and keys of other versions stay. What can't be saved holds in memory
 * and is tried again with the next change. Never throws.
 */
export async function openSettingsFile(options: SettingsFileOptions): Promise<SettingsFile> {
  const { tell, wallTime = () => new Date() } = options;
  const file = path.join(options.directory, 'settings.json');
  let unsaved: SettingsPatch = {};
  /** What the person was last told: that the file can't be used, or that it can't be saved. */
  let failing: 'no' | 'loading' | 'saving' = 'no';
  let saving: Promise<void> | null = null;
  let settings = await load();

  async function load(): Promise<Settings> {
    try {
      const found = await readRawSettings(file);
      if (found.kind === 'broken') await moveAway(found.why, 'the defaults are used');
      const read = readSettings(found.kind === 'object' ? found.raw : {});
      for (const problem of read.problems) {
        tell(
          'error',
          `${problem} Change it in Offbook or correct it in ${file}; a copy is kept before it is replaced.`,
        );
      }
      await sweep();
      return read.settings;
    } catch (error) {
      failing = 'loading';
      tell(
        'error',
        `Your settings in ${file} can't be used: ${reasonOf(error)}. The defaults hold until that is mended.`,
      );
      return readSettings({}).settings;
    }
  }

  async function moveAway(why: string, instead: string): Promise<void> {
    const aside = await setAside(file, wallTime());
    tell('error', `Your settings file ${file} ${why}. It now lies at ${aside}, and ${instead}.`);
  }

  async function sweep(): Promise<void> {
    try {
      await removeAbandoned(file, wallTime().getTime());
    } catch (error) {
      if (errorCode(error) !== 'ENOENT') tell('error', `${options.directory} can't be tidied up: ${reasonOf(error)}.`);
    }
  }

  async function save(patch: SettingsPatch): Promise<void> {
    const found = await readRawSettings(file);
    if (found.kind === 'broken') await moveAway(found.why, 'the settings that hold now are saved anew');
    const raw = found.kind === 'object' ? found.raw : chosenSettings(settings);
    const bad = badKeys(raw);
    if (bad.length > 0) {
      const aside = await copyAside(file, wallTime());
      tell('info', `The settings file as it was, with the values that can't be used, is kept as ${aside}.`);
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
        await save(patch);
        if (failing !== 'no') tell('info', `The settings are saved again in ${file}.`);
        failing = 'no';
      } catch (error) {
        unsaved = { ...patch, ...unsaved };
        const text = `The settings can't be saved in ${file}: ${reasonOf(error)}. They hold until Offbook ends and are tried again with the next change.`;
        if (failing !== 'saving') tell('error', text);
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
    flush: async () => {
      await saving;
      await startSaving();
    },
  };
}

/** The part of a patch that differs from what holds. */
function onlyChanges(settings: Settings, patch: SettingsPatch): SettingsPatch {
  const changed = settingKeys.filter(
    (key) => patch[key] !== undefined && JSON.stringify(patch[key]) !== JSON.stringify(settings[key]),
  );
  return Object.fromEntries(changed.map((key) => [key, patch[key]]));
}

/** What differs from the defaults: all that is worth saving where the file is gone. */
function chosenSettings(settings: Settings): Record<string, unknown> {
  return { ...onlyChanges(defaultSettings(), settings) };
}

function badKeys(raw: Readonly<Record<string, unknown>>): SettingKey[] {
  return settingKeys.filter((key) => Object.hasOwn(raw, key) && readSettings({ [key]: raw[key] }).problems.length > 0);
}
