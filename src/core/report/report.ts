import type { Capabilities } from '../contract/state.ts';
import { withOutlines } from '../stories/outline/told.ts';
import type { AnswerSection, FollowUp, Library, OutlineSection, Story } from '../stories/model.ts';
import type { Settings } from '../settings/schema.ts';
import { isCommandId } from '../contract/commands.ts';
import { type SettingKey, settingKeys, settingRows } from '../settings/table.ts';

export interface ReportFacts {
  /** When the report was made, in ISO 8601. */
  madeAt: string;
  /** Versions and the like, by name. */
  facts: Readonly<Record<string, string>>;
  capabilities: Capabilities;
  settings: Settings;
  /** Null until it has been read for the first time. */
  library: Library | null;
  /** The messages on screen at the moment. */
  notices: readonly string[];
  /** The last lines of the program's log, oldest first. */
  log: readonly string[];
}

/**
 * The text of a report: everything that helps to find a problem, and nothing from the person's stories. `withhold`
 * removes private text from lines that may have some.
 */
export function reportText(report: ReportFacts, withhold: (line: string) => string): string {
  const { madeAt, facts, capabilities, settings, library, notices, log } = report;
  const parts: readonly [title: string, lines: readonly string[]][] = [
    ['What happened', ['(Describe what you did, what you expected and what happened instead.)']],
    ['Versions', [...Object.entries(facts).map(([name, value]) => `${name}: ${value}`), `Made: ${madeAt}`]],
    ['Capabilities', capabilities.panel.map(({ title, state, text }) => `${title}: ${state}. ${text}`)],
    ['Settings', settingsLines(settings)],
    ['Stories', library === null ? ['still loading'] : libraryLines(library)],
    ['Messages on screen', notices.map(withhold)],
    ['The log, newest last', log.map((line) => withTime(line, withhold))],
  ];
  return [introduction, ...parts.map(([title, lines]) => part(title, lines))].join('');
}

const introduction = `Report of a problem with Offbook
================================

Nothing was sent: this is a file on your computer. Read it, remove anything you want to keep private, and pass it on.
The text of your stories, their titles, file names and folder paths are left out; “…” marks the gaps.
`;

function part(title: string, lines: readonly string[]): string {
  const said = lines.length === 0 ? ['none'] : lines;
  return `\n${title}\n${'-'.repeat(title.length)}\n${said.join('\n')}\n`;
}

/** Counts only, no text. */
function libraryLines({ files, stories, problems, asides, unplaced }: Library): string[] {
  const codes = [...new Set(problems.map(({ code }) => code))].sort();
  return [
    `files: ${files.length}`,
    `stories: ${stories.length}`,
    `asides: ${asides.length}`,
    `unplaced lines: ${unplaced.length}`,
    ...codes.map((code) => `problems, ${code}: ${problems.filter((problem) => problem.code === code).length}`),
  ];
}

/** Keeps the time at the start of a log line, which isn't story text. */
function withTime(line: string, withhold: (line: string) => string): string {
  const time = /^\d{4}-\d\d-\d\dT[\d:.]+Z /u.exec(line)?.[0] ?? '';
  return time + withhold(line.slice(time.length));
}

/**
 * The settings, one per line. For values that a person typed or chose from their own files (folders, pins, commands,
 * dates) it says only how many there are, or that they are set.
 */
export function settingsLines(settings: Settings): string[] {
  return settingKeys.map((key) => `${key}: ${shown(key, settings)}`);
}

function shown(key: SettingKey, settings: Settings): string {
  const value: unknown = settings[key];
  switch (settingRows[key].control) {
    case 'number':
    case 'share':
    case 'time':
    case 'choice':
    case 'switch':
      return String(value);
    case 'hotkeys':
      return hotkeys(settings.hotkeys);
    default:
      return howMuch(value);
  }
}

function hotkeys(wanted: Settings['hotkeys']): string {
  const known = Object.entries(wanted).filter(([name]) => isCommandId(name));
  return known.map(([name, accelerator]) => `${name} ${accelerator ?? 'none'}`).join(', ');
}

function howMuch(value: unknown): string {
  if (value === null || value === '') return 'not set';
  if (typeof value === 'object') return String(Object.keys(value).length);
  return 'set';
}

/** All text of a person's stories, piece by piece, without labels. */
export function storyTexts({ stories, asides, unplaced }: Library): string[] {
  // Rows made from an answer leave words out, so their phrases aren’t the answer’s.
  return [...stories.map(withOutlines).flatMap(textsOf), ...[...asides, ...unplaced].map(({ text }) => text)];
}

function textsOf(story: Story): string[] {
  const { group, title, question, followUps, tags, facts, outline, answer, variants, alternates, notes } = story;
  return [
    ...said(group, title, question),
    ...followUpTexts(followUps),
    ...tags,
    ...[...facts, ...notes].map(({ text }) => text),
    ...outlineTexts(outline.sections),
    ...answerTexts(answer),
    ...variants.flatMap((variant) => [variant.title, ...outlineTexts(variant.outline), ...answerTexts(variant.answer)]),
    ...alternates.flatMap((alternate) => [
      ...said(alternate.group, alternate.question),
      ...followUpTexts(alternate.followUps),
      ...answerTexts(alternate.notes),
    ]),
  ];
}

function said(...texts: (string | null)[]): string[] {
  return texts.filter((text) => text !== null);
}

function followUpTexts(followUps: readonly FollowUp[]): string[] {
  return followUps.flatMap(({ question, answer }) => [question, answer]);
}

function outlineTexts(sections: readonly OutlineSection[]): string[] {
  return sections.flatMap(({ items }) => items.map(({ text }) => text));
}

function answerTexts(sections: readonly AnswerSection[]): string[] {
  return sections.map(({ text }) => text);
}
