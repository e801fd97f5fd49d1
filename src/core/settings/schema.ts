import * as v from 'valibot';
import { commandIds, commands } from '../contract/commands.ts';
import { defaultWordsPerMinute } from '../prompter/plan.ts';
import { fadeLevels } from '../rehearsal/fade.ts';
import { isRecord } from '../values.ts';
import { interviewId, interviewList, longestName, mostNames, nameList, withInterviews } from './interviews.ts';
import type { SettingRow } from './row.ts';
import { type PinSlot, pinSlots, type SettingKey, settingKeys, settingRows } from './table.ts';

/**
 * Everything a person can set: the schema that a value must match, its default, and a phrase for what it must
 * be. To add a setting, add a row here, one in the table of titles and controls (table.ts), and the code
 * that reads it. Values from zero to one are shares; times are in milliseconds.
 */
const rows = {
  folders: row(v.array(v.pipe(v.string(), v.nonEmpty())), [], 'a list of folder paths'),
  pins: row(
    v.pipe(
      v.custom<Partial<Record<PinSlot, Pin | string>>>(isPins),
      v.transform((pins): Partial<Record<PinSlot, Pin>> =>
        Object.fromEntries(Object.entries(pins).map(([slot, pin]) => [slot, asPin(pin)])),
      ),
    ),
    {},
    'keys from "1" to "9", each with the id of another story',
  ),
  editor: row(
    // Nothing invisible, and nothing that reorders text: the person asked about a command must see all of it.
    v.nullable(v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(1000), v.regex(/^[^\p{C}\p{Zl}\p{Zp}]+$/u))),
    null,
    'a command on one line with {file} and {line} in it, or null',
  ),
  targetMs: row(whole('targetMs'), 120_000, 'milliseconds from 10000 to 3600000'),
  storyTargets: row(
    v.pipe(v.custom<Record<string, unknown>>(isRecord), v.record(v.string(), whole('targetMs'))),
    {},
    'ids of stories, each with milliseconds from 10000 to 3600000',
  ),
  storyVariants: row(
    v.pipe(v.custom<Record<string, unknown>>(isRecord), v.record(v.string(), v.string())),
    {},
    'ids of stories, each with the title of one of its variants',
  ),
  wordsPerMinute: row(whole('wordsPerMinute'), defaultWordsPerMinute, 'words a minute from 60 to 300'),
  planBy: row(v.picklist(['words', 'shares', 'runs']), 'words', '"words", "shares" or "runs"'),
  soonMs: row(whole('soonMs'), 30_000, 'milliseconds from 0 to 600000'),
  lastMs: row(whole('lastMs'), 10_000, 'milliseconds from 0 to 600000'),
  countUp: row(v.boolean(), false, 'true or false'),
  mode: row(v.picklist(['auto', 'step', 'voice']), 'auto', '"auto", "step" or "voice"'),
  speed: row(between('speed'), 1, 'a number from 0.5 to 2'),
  readingLine: row(between('readingLine'), 1 / 3, 'a share of the height from 0.1 to 0.9'),
  interviews: row(
    interviewList,
    [],
    'a list of interviews, each with "id", "company", "day", "time", "competencies" and "stories"',
  ),
  narrowTo: row(interviewId, null, 'the "id" of an interview, or null'),
  leftOutGroups: row(nameList, [], `a list of at most ${mostNames} names, none longer than ${longestName} characters`),
  rehearseFor: row(v.picklist(['10', '20', '30', '45', 'all']), '20', '"10", "20", "30", "45" or "all"'),
  thinkMs: row(whole('thinkMs'), 10_000, 'milliseconds from 0 to 600000'),
  fadeLevel: row(v.picklist(fadeLevels), 'outline', `one of ${fadeLevels.join(', ')}`),
  speakQuestions: row(v.boolean(), false, 'true or false'),
  voice: row(
    v.nullable(v.pipe(v.string(), v.nonEmpty(), v.maxLength(1000))),
    null,
    'the name of a voice of this computer, or null',
  ),
  listening: row(v.boolean(), false, 'true or false'),
  microphone: row(
    v.nullable(v.pipe(v.string(), v.nonEmpty(), v.maxLength(1000))),
    null,
    'the device id of a microphone of this computer, or null',
  ),
  recordRuns: row(v.boolean(), false, 'true or false'),
  recordingsMb: row(whole('recordingsMb'), 500, 'megabytes from 10 to 10000'),
  handsFree: row(v.boolean(), false, 'true or false'),
  tickRows: row(v.boolean(), true, 'true or false'),
  waitInSilence: row(v.boolean(), false, 'true or false'),
  typeface: row(
    v.picklist(['atkinson', 'system', 'opendyslexic']),
    'atkinson',
    '"atkinson", "system" or "opendyslexic"',
  ),
  textSize: row(whole('textSize'), 22, 'pixels from 14 to 64'),
  lineHeight: row(between('lineHeight'), 1.35, 'a number from 1 to 2'),
  theme: row(v.picklist(['system', 'dark', 'light', 'contrast']), 'system', '"system", "dark", "light" or "contrast"'),
  opacity: row(between('opacity'), 1, 'a share from 0.6 to 1'),
  alwaysOnTop: row(v.boolean(), true, 'true or false'),
  contentProtection: row(v.boolean(), false, 'true or false'),
  startAtLogin: row(v.boolean(), false, 'true or false'),
  mediaKeys: row(v.boolean(), false, 'true or false'),
  hotkeys: row(
    // To valibot an array is a record of its indexes.
    v.pipe(v.custom<Record<string, unknown>>(isRecord), v.record(v.string(), v.nullable(v.string()))),
    defaultHotkeys(),
    'command names with a key combination such as "CommandOrControl+Shift+F8", or null for none',
  ),
} satisfies Record<SettingKey, { schema: v.GenericSchema }>;

/** A story pinned to a key. */
export interface Pin {
  id: string;
  /** The fingerprint of its text as it was last seen, by which it is found under another heading; empty if unknown. */
  text: string;
}

export type Settings = { [Key in SettingKey]: v.InferOutput<(typeof rows)[Key]['schema']> };

/** The settings until somebody changes them. A new object each time. */
export function defaultSettings(): Settings {
  return structuredCopy(Object.fromEntries(settingKeys.map((key) => [key, rows[key].default])) as unknown as Settings);
}

/** For calls: some of the settings, each valid. Unknown keys are refused. */
export const settingsPatch = v.strictObject(
  Object.fromEntries(settingKeys.map((key) => [key, v.optional(rows[key].schema)])) as unknown as {
    [Key in SettingKey]: v.OptionalSchema<(typeof rows)[Key]['schema'], undefined>;
  },
);
export type SettingsPatch = { [Key in SettingKey]?: Settings[Key] | undefined };

export interface ReadSettings {
  settings: Settings;
  /** A sentence for each value that couldn't be used; its default is used instead. */
  problems: string[];
}

/** Reads settings from anything at all, such as a file that somebody edited by hand. Never throws. */
export function readSettings(raw: unknown): ReadSettings {
  const settings = defaultSettings();
  const problems: string[] = [];
  if (!isRecord(raw)) {
    return {
      settings,
      problems: ['The settings must be an object with a key for each; the defaults are used instead.'],
    };
  }
  const present = withInterviews(raw);
  problems.push(...present.problems);
  for (const key of settingKeys) {
    if (!Object.hasOwn(present.raw, key)) continue;
    const result = v.safeParse(rows[key].schema, present.raw[key]);
    if (result.success) Object.assign(settings, { [key]: result.output });
    else problems.push(`The setting "${key}" must be ${rows[key].must}; its default is used instead.`);
  }
  return { settings: withAllHotkeys(settings), problems };
}

/**
 * The settings with a patch applied; `undefined` changes nothing. A patch's hotkeys replace the present ones
 * as a whole; a command that they don't name gets its default, as it will when the file is read again.
 */
export function withPatch(settings: Settings, patch: SettingsPatch): Settings {
  const set = Object.entries(patch).filter(([, value]) => value !== undefined);
  return withAllHotkeys({ ...settings, ...Object.fromEntries(set) });
}

/**
 * The keys in a patch whose values are run and that the person must confirm: neither one of the row's choices, nor
 * the default, nor what they have set already.
 */
export function keysToConfirm(settings: Settings, patch: SettingsPatch): SettingKey[] {
  return settingKeys.filter((key) => {
    const row: SettingRow = settingRows[key];
    const value = patch[key];
    if (row.isRun === undefined || value === undefined || value === settings[key]) return false;
    return value !== rows[key].default && !('choices' in row && row.choices.some((choice) => choice.value === value));
  });
}

/** A patch in two: what a file may set, and what the person has to confirm first. What is as in `settings` is in neither. */
export function partsOfImport(
  settings: Settings,
  patch: SettingsPatch,
): { harmless: SettingsPatch; reachingOut: SettingsPatch } {
  const parts = { harmless: {}, reachingOut: {} };
  for (const key of settingKeys) {
    const row: SettingRow = settingRows[key];
    const value = withPatch(settings, { [key]: patch[key] })[key];
    if (patch[key] === undefined) continue;
    if (row.reachesOut === undefined) Object.assign(parts.harmless, { [key]: value });
    else if (!isSameSetting(value, settings[key])) Object.assign(parts.reachingOut, { [key]: value });
  }
  return parts;
}

/** A hotkey added in a later version is on from the start, even if the file doesn't have it yet. */
function withAllHotkeys(settings: Settings): Settings {
  return { ...settings, hotkeys: { ...defaultHotkeys(), ...settings.hotkeys } };
}

/** Whether two values of a setting are the same, whatever the order of a record’s keys. */
export function isSameSetting(one: unknown, other: unknown): boolean {
  const written = (value: unknown): string =>
    JSON.stringify(isRecord(value) ? Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)) : value);
  return written(one) === written(other);
}

/** Whatever is wrong with a value, the message says what it must be. */
function row<Schema extends v.GenericSchema>(schema: Schema, byDefault: v.InferOutput<Schema>, must: string) {
  return { schema: v.message(schema, `must be ${must}`), default: byDefault, must };
}

/** The settings that have bounds. */
type BoundedKey = { [Key in SettingKey]: (typeof settingRows)[Key] extends { min: number } ? Key : never }[SettingKey];

function whole(key: BoundedKey) {
  return v.pipe(between(key), v.integer());
}

function between(key: BoundedKey) {
  return v.pipe(v.number(), v.minValue(settingRows[key].min), v.maxValue(settingRows[key].max));
}

/** Slots 1 to 9, each with a story by its id alone or as a pin; no story twice. */
function isPins(raw: unknown): boolean {
  if (!isRecord(raw)) return false;
  const ids = Object.values(raw).map((pin) => (isRecord(pin) && isFingerprint(pin['text']) ? pin['id'] : pin));
  return (
    Object.keys(raw).every((slot) => pinSlots.some((known) => known === slot)) &&
    ids.every((id) => typeof id === 'string' && id !== '' && id.length <= 1000) &&
    new Set(ids).size === ids.length
  );
}

function isFingerprint(text: unknown): boolean {
  return typeof text === 'string' && text.length <= 100;
}

function asPin(pin: Pin | string): Pin {
  return typeof pin === 'string' ? { id: pin, text: '' } : { id: pin.id, text: pin.text };
}

function defaultHotkeys(): Record<string, string | null> {
  return Object.fromEntries(
    commandIds.flatMap((id) => (commands[id].hotkey === undefined ? [] : [[id, commands[id].hotkey]])),
  );
}

function structuredCopy(settings: Settings): Settings {
  const { folders, interviews, leftOutGroups, pins, storyTargets, storyVariants, hotkeys } = settings;
  return {
    ...settings,
    folders: [...folders],
    interviews: [...interviews],
    leftOutGroups: [...leftOutGroups],
    pins: { ...pins },
    storyTargets: { ...storyTargets },
    storyVariants: { ...storyVariants },
    hotkeys: { ...hotkeys },
  };
}
