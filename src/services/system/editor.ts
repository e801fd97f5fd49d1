import path from 'node:path';
import type { Clock } from '../base/program.ts';
import { describeError } from '../base/system-error.ts';
import { editorCommands, launchesOf } from './editor-command.ts';
import { isProgram, startOutside, type Environment } from './outside-programs.ts';

export interface EditorOptions {
  platform: NodeJS.Platform;
  env: Environment;
  /** The person’s own command; null means: find one. */
  template: string | null;
  /** Opens the file in the system’s own program, if no editor can be started. */
  openOutside: (file: string) => Promise<void>;
  after: Clock['after'];
}

/** An editor that still runs after this long, or quit without an error before, has opened the file. */
const patienceMs = 1500;

/**
 * Opens a file at a line (1-based) in the person’s editor. If they chose none, tries those on the computer, and finally
 * the system’s own program for the file. Rejects with a sentence if their own choice can’t be started.
 */
export async function openInEditor(file: string, line: number, options: EditorOptions): Promise<void> {
  const { platform, env, template } = options;
  let problem = 'isn’t on this computer';
  for (const command of editorCommands(template, env, file, line)) {
    try {
      for await (const launch of launchesOf(command, platform, env, isProgram)) {
        const why = await startOutside(launch, { ...options, patienceMs });
        if (why === null) return;
        problem = `can’t be started: ${launch.program}: ${why}`;
      }
    } catch (error) {
      problem = `can’t be started: ${describeError(error)}`;
    }
  }
  if (template === null) return openOutside(file, options);
  throw new Error(`The editor “${template}” ${problem}. Choose another one in the settings.`);
}

async function openOutside(file: string, options: EditorOptions): Promise<void> {
  try {
    await options.openOutside(file);
  } catch (error) {
    // The system’s own words, such as “xdg-open quit with 3”, say nothing to anybody.
    const kind = path.extname(file) || 'such';
    throw new Error(`No program opens ${kind} files here. Choose an editor in the settings.`, { cause: error });
  }
}
