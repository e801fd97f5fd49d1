import { homedir } from 'node:os';
import { settingsDirectory } from '../services/system/paths.ts';
import type { Output } from './progress.ts';
import { projectRoot } from './project-root.ts';

/** What a subcommand needs from its process. Tests pass their own. */
export interface Io {
  stdout: { write: (text: string) => unknown };
  stderr: Output;
  env: Readonly<Record<string, string | undefined>>;
  /** Where relative paths on the command line start. */
  cwd: string;
}

/** The streams, environment and folder of this process. */
export function processIo(): Io {
  const { stdout, stderr, env } = process;
  return { stdout, stderr, env, cwd: callerFolder(process.cwd(), env) };
}

/** Where the settings and the practice log are. */
export function settingsDirOf({ env }: Io): string {
  return settingsDirectory(process.platform, env, homedir());
}

/**
 * The folder that a command was typed in. npm runs scripts in the project's folder, and puts that one into INIT_CWD.
 */
export function callerFolder(cwd: string, env: Io['env']): string {
  return cwd === projectRoot ? (env['INIT_CWD'] ?? cwd) : cwd;
}
