import { knownEditors } from './known-editors.ts';
import { fastest, slowest } from '../prompter/session.ts';
import { listeningRows } from './listening-rows.ts';
import type { SettingRow } from './row.ts';

/*
 * The title, help and control of each setting, as plain data. The settings view shows it, and the schema (schema.ts)
 * takes its bounds from it. No validator here, so that views can import it.
 */

/** In the order of the settings view. */
export const settingRows = {
  folders: {
    title: 'Story folders',
    help: 'The folders, or single Markdown files, that your stories are read from.',
    group: 'Stories',
    control: 'folders',
    reachesOut: true,
  },
  pins: {
    title: 'Pinned stories',
    help: 'The stories that the keys 1 to 9 show on the prompter.',
    group: 'Stories',
    control: 'pins',
  },
  editor: {
    title: 'Editor',
    help: 'The program that opens a story file at its line. Automatic takes the first one found on this computer.',
    group: 'Stories',
    control: 'program',
    choices: knownEditors,
    placeholder: 'code --goto {file}:{line}',
    isRun: true,
    reachesOut: true,
  },
  targetMs: {
    title: 'Target',
    help: 'How long an answer may take, for stories that set no target of their own.',
    group: 'Time',
    control: 'time',
    min: 10_000,
    max: 3_600_000,
    step: 5000,
  },
  storyTargets: {
    title: 'Times for single stories',
    help: 'Stories with a target set for them alone, on the prompter with T or in the library.',
    group: 'Time',
    control: 'storyTargets',
  },
  storyVariants: {
    title: 'Default versions',
    help: 'Stories that come in another version than their full answer. Choose it in the library.',
    group: 'Time',
    control: 'storyVariants',
  },
  wordsPerMinute: {
    title: 'Speaking rate',
    help: 'How many words you say in a minute; 145 is a calm pace.',
    group: 'Time',
    control: 'number',
    min: 60,
    max: 300,
    step: 5,
    unit: 'words a minute',
  },
  planBy: {
    title: 'Plan by',
    help: 'A section gets the time of its full answer, a recommended share of the target, or the time you needed in your last good runs.',
    group: 'Time',
    control: 'choice',
    choices: [
      { value: 'words', label: 'Words of the full answer' },
      { value: 'shares', label: 'Recommended shares' },
      { value: 'runs', label: 'My last good runs' },
    ],
  },
  soonMs: {
    title: 'Amber at',
    help: 'The clock turns amber with this much time left.',
    group: 'Time',
    control: 'time',
    min: 0,
    max: 600_000,
    step: 5000,
  },
  lastMs: {
    title: 'Red at',
    help: 'The clock turns red with this much time left.',
    group: 'Time',
    control: 'time',
    min: 0,
    max: 600_000,
    step: 5000,
  },
  countUp: {
    title: 'Count up',
    help: 'Show the time spoken instead of the time left.',
    group: 'Time',
    control: 'switch',
  },
  mode: {
    title: 'Scrolling',
    help: 'With the clock, only when you go to the next row, or to the row that Offbook hears you tell (while “Listen” is on; English and French).',
    group: 'Outline',
    control: 'choice',
    choices: [
      { value: 'auto', label: 'Automatic' },
      { value: 'step', label: 'Step by step' },
      { value: 'voice', label: 'With your voice' },
    ],
  },
  speed: {
    title: 'Scrolling speed',
    help: 'Scrolling speed relative to the plan.',
    group: 'Outline',
    control: 'number',
    min: slowest,
    max: fastest,
    step: 0.1,
    unit: '×',
  },
  readingLine: {
    title: 'Reading line',
    help: 'Where the current row sits, measured from the top.',
    group: 'Outline',
    control: 'share',
    min: 0.1,
    max: 0.9,
    step: 0.01,
  },
  interviews: {
    title: 'Interviews',
    help: 'The interviews that you prepare for. Their stories come up again in the three days before.',
    group: 'Rehearsal',
    control: 'interviews',
  },
  narrowTo: {
    title: 'Narrow to',
    help: 'Library, search, rehearsal and matrix show only the stories for this interview, until it has passed.',
    group: 'Rehearsal',
    control: 'interview',
  },
  leftOutGroups: {
    title: 'Not competencies',
    help: 'Groups of stories that the matrix leaves out, one per line.',
    group: 'Rehearsal',
    control: 'list',
    placeholder: 'Introductions',
  },
  rehearseFor: {
    title: 'Rehearse for',
    help: 'How long a rehearsal takes: as many stories as fit, the weakest first.',
    group: 'Rehearsal',
    control: 'choice',
    choices: [
      { value: '10', label: '10 minutes' },
      { value: '20', label: '20 minutes' },
      { value: '30', label: '30 minutes' },
      { value: '45', label: '45 minutes' },
      { value: 'all', label: 'As long as it takes' },
    ],
  },
  thinkMs: {
    title: 'Think time',
    help: 'How long you may think after a question before the clock starts.',
    group: 'Rehearsal',
    control: 'time',
    min: 0,
    max: 600_000,
    step: 5000,
  },
  fadeLevel: {
    title: 'Text in rehearsal',
    help: 'How much text a rehearsal starts with.',
    group: 'Rehearsal',
    control: 'choice',
    choices: [
      { value: 'full', label: 'Full answer' },
      { value: 'outline', label: 'Outline' },
      { value: 'first-words', label: 'First words' },
      { value: 'initials', label: 'Initials' },
      { value: 'nothing', label: 'Nothing' },
    ],
  },
  speakQuestions: {
    title: 'Speak the questions',
    help: 'One of this computer’s voices asks the questions; nothing is sent anywhere.',
    group: 'Rehearsal',
    control: 'switch',
  },
  voice: {
    title: 'Voice',
    help: 'The voice that asks the questions. Only voices that work offline are listed.',
    group: 'Rehearsal',
    control: 'voice',
  },
  ...listeningRows,
  typeface: {
    title: 'Typeface',
    help: 'The typeface of the prompter and the library.',
    group: 'Look',
    control: 'choice',
    choices: [
      { value: 'atkinson', label: 'Atkinson Hyperlegible' },
      { value: 'system', label: 'System' },
      { value: 'opendyslexic', label: 'OpenDyslexic' },
    ],
  },
  textSize: {
    title: 'Text size',
    help: 'The size of the outline on the prompter.',
    group: 'Look',
    control: 'number',
    min: 14,
    max: 64,
    step: 1,
    unit: 'px',
  },
  lineHeight: {
    title: 'Line height',
    help: 'Space between lines, relative to the text size.',
    group: 'Look',
    control: 'number',
    min: 1,
    max: 2,
    step: 0.05,
    unit: '×',
  },
  theme: {
    title: 'Theme',
    help: 'The colours of all windows.',
    group: 'Look',
    control: 'choice',
    choices: [
      { value: 'system', label: 'Match system' },
      { value: 'dark', label: 'Dark' },
      { value: 'light', label: 'Light' },
      { value: 'contrast', label: 'High contrast' },
    ],
  },
  opacity: {
    title: 'Opacity',
    help: 'How much the prompter hides what is behind it.',
    group: 'Window',
    control: 'share',
    min: 0.6,
    max: 1,
    step: 0.05,
    needs: 'opacity',
  },
  alwaysOnTop: {
    title: 'Keep on top',
    help: 'Other windows don’t cover the prompter.',
    group: 'Window',
    control: 'switch',
    needs: 'alwaysOnTop',
  },
  contentProtection: {
    title: 'Hide from screen sharing',
    help: 'Asks the system to leave the prompter out of shared screens and recordings. It may be visible anyway: try it before you rely on it.',
    group: 'Window',
    control: 'switch',
    needs: 'contentProtection',
  },
  startAtLogin: {
    title: 'Start at login',
    help: 'Offbook starts when you log in to this computer.',
    group: 'Window',
    control: 'switch',
    needs: 'startAtLogin',
    reachesOut: true,
  },
  mediaKeys: {
    title: 'Media keys',
    help: 'Play, next and previous on a keyboard or headset work while another program has the focus: next goes on, previous goes back.',
    group: 'Hotkeys',
    control: 'switch',
    needs: 'mediaKeys',
  },
  hotkeys: {
    title: 'Hotkeys',
    help: 'Keys that work while another program has the focus. Press the new combination to record it.',
    group: 'Hotkeys',
    control: 'hotkeys',
    reachesOut: true,
  },
} as const satisfies Record<string, SettingRow>;

export type SettingKey = keyof typeof settingRows;

export const settingKeys = Object.keys(settingRows) as SettingKey[];

/** The key of a pinned story. */
export const pinSlots = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;
export type PinSlot = (typeof pinSlots)[number];
