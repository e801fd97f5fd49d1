import { spawn } from 'node:child_process';
import { access, constants } from 'node:fs/promises';
import path from 'node:path';
import { editorCommands, type EditorCommand } from './editor-command.ts';
import { reasonOf } from '../base/system-error.ts';

export interface EditorOptions {
  platform: NodeJS.Platform;
  env: Readonly<Record<string, string | undefined>>;
  /** The person's own command; null means: find one. */
  template: string | null;
  /** The system's own program for a file, where no editor is found. */
  openOutside: (file: string) => Promise<void>;
}

/** Opens a file at a line (1-based) in the person's editor. Rejects with a sentence where that can't be done. */
export async function openInEditor(file: string, line: number, options: EditorOptions): Promise<void> {
  const { platform, env, template } = options;
  for (const [program, ...words] of editorCommands(template, env, file, line)) {
    const found = await findProgram(program, platform, env);
    if (found !== null) return start([found, ...words], platform);
  }
  if (template === null) return options.openOutside(file);
  throw new Error(`The editor "${template}" is not there. Correct the setting "Editor", or empty it.`);
}

/** The program's file; null where there is none on the person's path. */
async function findProgram(
  program: string,
  platform: NodeJS.Platform,
  env: EditorOptions['env'],
): Promise<string | null> {
  const windows = platform === 'win32';
  const folders = /[/\\]/.test(program) ? [''] : (env['PATH'] ?? env['Path'] ?? '').split(path.delimiter);
  const endings = windows ? ['', '.exe', '.cmd', '.bat'] : [''];
  for (const folder of folders) {
    for (const ending of endings) {
      const file = path.join(folder, program + ending);
      if (await isThere(file)) return file;
    }
  }
  return null;
}

async function isThere(file: string): Promise<boolean> {
  return access(file, constants.X_OK).then(
    () => true,
    () => false,
  );
}

/** Starts it apart from this program, and without a shell, so that no name of a file is ever a command. */
function start([program, ...words]: EditorCommand, platform: NodeJS.Platform): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const failed = (error: unknown): void =>
    reject(new Error(`The editor ${program} can't be started: ${reasonOf(error)}. Set another one in the settings.`));
  try {
    const child = spawn(program, words, { detached: platform !== 'win32', stdio: 'ignore', windowsHide: true });
    child.once('error', failed);
    child.once('spawn', () => {
      child.unref();
      resolve();
    });
  } catch (error) {
    failed(error);
  }
  return promise;
}
