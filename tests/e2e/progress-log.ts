import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { formatMoment } from '../../src/core/rehearsal/iso-time.ts';
import { formatRecord, type RunRecord } from '../../src/core/rehearsal/record.ts';
import { readStoryTexts } from '../../src/core/stories/library.ts';
import type { Story } from '../../src/core/stories/model.ts';
import { practiceLogFile } from '../../src/services/practice/log.ts';
import { recordOf } from '../core/rehearsal/records.ts';

/** The stories of these files, with the ids that the program gives them. */
export function storiesOf(files: Readonly<Record<string, string>>): Story[] {
  return readStoryTexts(Object.entries(files).map(([file, text]) => ({ file, text }))).stories;
}

/** The story with that title. */
export function storyNamed(stories: readonly Story[], title: string): Story {
  const story = stories.find((candidate) => candidate.title === title);
  if (story === undefined) throw new Error(`No story is called “${title}”.`);
  return story;
}

/** A run of a story so many days ago, at noon; `more` replaces what the test is about. */
export function runOf(
  { id, title, group, question }: Story,
  daysAgo: number,
  more: Partial<RunRecord> = {},
): RunRecord {
  const noon = new Date();
  noon.setHours(12, 0, 0, 0);
  noon.setDate(noon.getDate() - daysAgo);
  const at = formatMoment({ epochMs: noon.getTime(), offsetMinutes: -noon.getTimezoneOffset() });
  return recordOf({ at, story: id, title, group, question: question ?? title, fingerprint: '', parts: [], ...more });
}

/** Writes a log into a home before a program starts in it; entries that are text are written as they are. */
export async function writeLog(home: string, entries: readonly (RunRecord | string)[]): Promise<void> {
  await mkdir(home, { recursive: true });
  const lines = entries.map((entry) => (typeof entry === 'string' ? entry : formatRecord(entry)));
  await writeFile(practiceLogFile(home), lines.map((line) => `${line}\n`).join(''));
}

/** Leaves a recording of a story in a home, as a program that was killed does. Nobody can play it. */
export async function writeRecording(home: string, { id }: Story): Promise<void> {
  const folder = path.join(home, 'recordings');
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'one.webm'), 'sound');
  const note = { story: id, at: '2026-11-20T18:30:00.000+01:00', starred: false, recorded: null };
  await writeFile(path.join(folder, 'one.json'), JSON.stringify(note));
}

/** What the log's lines contain now. */
export async function readLogLines(home: string): Promise<Record<string, unknown>[]> {
  const text = await readFile(practiceLogFile(home), 'utf8');
  return text
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

/** Where the log is, according to the page. */
export function logPlace(home: string): string {
  return path.join(home, 'practice-log.jsonl');
}
