import { mkdtemp } from 'node:fs/promises';
import { homedir, release, tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import type { AppState } from '../../core/contract/contract.ts';
import { reportText, storyTexts } from '../../core/report/report.ts';
import { createWithholding } from '../../core/report/withhold.ts';
import type { Library } from '../../core/stories/model.ts';
import type { Services, Shell } from '../base/program.ts';
import { readRegular } from '../base/regular-file.ts';
import { errorCode, describeError } from '../base/system-error.ts';
import { logFileIn } from '../system/paths.ts';
import { replaceFile } from '../base/write-file.ts';

/** Enough lines of the log to show what led to a problem. */
const lastLines = 200;

export interface ReportParts {
  shell: Shell;
  settingsDir: string;
  state: () => AppState;
  /** What was read last; null before the first reading. */
  library: () => Library | null;
  /** Shows a sentence that stays. */
  tell: (severity: 'info' | 'error', text: string) => void;
  openInEditor: Services['openInEditor'];
  wallTime?: () => Date;
}

/**
 * Writes a problem report next to the settings, or to a temporary folder if that fails, tells the person where it is,
 * and opens it for them to read and pass on. Sends nothing. Never rejects.
 */
export async function reportProblem(parts: ReportParts): Promise<void> {
  const { settingsDir, openInEditor, tell } = parts;
  try {
    const file = await writeReport(settingsDir, await textOf(parts));
    tell('info', `A report was saved as ${file}. Nothing was sent: read it, add what happened, and pass it on.`);
    await openInEditor(file, 1);
  } catch (error) {
    tell('error', `The report couldn’t be shown: ${describeError(error)}`);
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

/** The name of a file or folder, without the extension. */
function nameOf(file: string): string {
  return path.parse(file).name;
}

/** One or two letters would match the log’s own words. */
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

/** The lines of the log, and of its older half if that exists; a log that can’t be read becomes a line that says so. */
async function logLines(settingsDir: string): Promise<string[]> {
  const file = logFileIn(settingsDir);
  const texts = await Promise.all([`${file}.old`, file].map(readLog));
  return texts.flatMap((text) => text.split('\n')).filter((line) => line !== '');
}

async function readLog(file: string): Promise<string> {
  try {
    return (await readRegular(file)).toString('utf8');
  } catch (error) {
    return errorCode(error) === 'ENOENT' ? '' : `The log can’t be read: ${describeError(error)}.`;
  }
}
