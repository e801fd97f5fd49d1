/* What a row of the table of settings can say (table.ts). */

/** The words of a setting. */
interface Wording {
  title: string;
  /** One line. */
  help: string;
  group: SettingGroup;
  /** The capability without which the setting has no effect. */
  needs?: 'alwaysOnTop' | 'opacity' | 'contentProtection' | 'startAtLogin' | 'mediaKeys' | 'microphone';
  /**
   * Its value is run. A page or a file can set it to one of its choices; the person has to confirm anything else in a dialog
   * that no page can answer.
   */
  isRun?: true;
  /**
   * It reaches beyond Offbook’s windows: into folders, other programs, their keys, the login, or the room. A file can’t
   * set it; the person confirms each one.
   */
  reachesOut?: true;
}

export const settingGroups = [
  'Stories',
  'Time',
  'Outline',
  'Rehearsal',
  'Listening',
  'Look',
  'Window',
  'Hotkeys',
] as const;
export type SettingGroup = (typeof settingGroups)[number];

interface Bounds {
  min: number;
  max: number;
  step: number;
}

export interface SettingChoice {
  value: string;
  label: string;
}

/** `share` is 0 to 1, shown as a percentage; `time` is in milliseconds, shown as `m:ss`. */
export type SettingRow = Wording &
  (
    | ({ control: 'number'; unit: string } & Bounds)
    | ({ control: 'share' } & Bounds)
    | ({ control: 'time' } & Bounds)
    | { control: 'choice'; choices: readonly SettingChoice[] }
    | { control: 'switch' }
    /** A program, by the name that starts it, or a command; null for the first one found. */
    | { control: 'program'; choices: readonly SettingChoice[]; placeholder: string }
    /** Made and changed on the progress view. */
    | { control: 'interviews' }
    /** One of the interviews, by its id; null for none. */
    | { control: 'interview' }
    /** Texts, one per line. */
    | { control: 'list'; placeholder: string }
    /** One of this computer’s microphones, by its device id; null for the system’s. */
    | { control: 'microphone' }
    /** One of this computer's voices, by its `voiceURI`; null for its usual one. */
    | { control: 'voice' }
    | { control: 'folders' }
    | { control: 'pins' }
    /** The stories with a time of their own. */
    | { control: 'storyTargets' | 'storyVariants' }
    | { control: 'hotkeys' }
  );
