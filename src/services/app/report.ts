import { mkdtemp, readFile } from 'node:fs/promises';
import { homedir, release, tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import type { AppState } from '../../core/contract/contract.ts';
import { reportText, storyTexts } from '../../core/report/report.ts';
import { createWithholding } from '../../core/report/withhold.ts';
import type { Library } from '../../core/stories/model.ts';
import type { Shell } from '../base/program-types.ts';
import { errorCode, reasonOf } from '../base/system-error.ts';
import { logFileIn } from '../system/paths.ts';
import type { Program } from '../base/program.ts';
import { replaceFile } from '../base/write-file.ts';

/** As many lines of the log as tell what led to a problem. */
const lastLines = 200;

export interface ReportParts {
  shell: Shell;
  settingsDir: string;
  state: () => AppState;
  /** All that was read; null while it is read for the first time. */
  library: () => Library | null;
  /** A sentence for the person that stays. */
  tell: (severity: 'info' | 'error', text: string) => void;
  openInEditor: Program['openInEditor'];
  wallTime?: () => Date;
}

/**
 * Writes a report of a problem beside the settings and opens it for the person to read and pass on; nothing is
 * sent. Where that folder can't be written in, it goes to a temporary one. Tells where it lies; never rejects.
 */
export async function reportProblem(parts: ReportParts): Promise<void> {
  const { settingsDir, openInEditor, tell } = parts;
  try {
    const file = await writeReport(settingsDir, await textOf(parts));
    tell(
      'info',
      `A report was written to ${file}. Nothing was sent: read it, say in it what happened, and pass it on.`,
    );
    await openInEditor(file, 1);
  } catch (error) {
    tell('error', `The report could not be shown: ${reasonOf(error)}`);
  }
}

async function writeReport(settingsDir: string, text: string): Promise<string> {
  const file = path.join(settingsDir, 'report.txt');
  try {
    await replaceFile(file, text);
    return file;
  } catch (error) {
    if (errorCode(error) === '') throw error;
    const instead = path.join(await mkdtemp(path.join(tmpdir(), 'offbook-report-')), 'report.txt');
    await replaceFile(instead, text);
    return instead;
  }
}

async function textOf({ shell, settingsDir, state, library, wallTime = () => new Date() }: ReportParts) {
  const { settings, capabilities, notices, library: shown } = state();
  const read = library();
  const files = read?.files ?? [];
  const folders = [...settings.folders, ...shown.folders];
  const withhold = createWithholding({
    texts: read === null ? [] : storyTexts(read),
    paths: [...files, ...folders, settingsDir, homedir()],
    names: [...files, ...folders, homedir()].map(nameOf).concat(userInfo().username).filter(isName),
  });
  const report = {
    madeAt: wallTime().toISOString(),
    facts: { ...shell.facts(), ...systemFacts() },
    capabilities,
    settings,
    library: read,
    notices: notices.map(({ text }) => text),
    log: (await logLines(settingsDir)).slice(-lastLines),
  };
  return reportText(report, withhold);
}

/** The file's or folder's own name, without the ending. */
function nameOf(file: string): string {
  return path.parse(file).name;
}

/** One or two letters would take the log's own words out. */
function isName(name: string): boolean {
  return name.length > 2;
}

function systemFacts(): Record<string, string> {
  const { electron, chrome, node } = process.versions;
  return {
    ...(electron === undefined ? {} : { Electron: electron, Chromium: String(chrome) }),
    Node: node,
    System: `${process.platform} ${release()} ${process.arch}`,
  };
}

/** The older half of the log too, where it was set aside lately. A log that can't be read says so in its place. */
async function logLines(settingsDir: string): Promise<string[]> {
  const file = logFileIn(settingsDir);
  const texts = await Promise.all([`${file}.old`, file].map(readLog));
  return texts.flatMap((text) => text.split('\n')).filter((line) => line !== '');
}

async function readLog(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    return errorCode(error) === 'ENOENT' ? '' : `The log can't be read: ${reasonOf(error)}.`;
  }
}
