import { projectRoot } from './project-root.ts';

/** What a subcommand knows of its surroundings. `process` is one, so that tests can pass their own. */
export interface Io {
  stdout: { write: (text: string) => unknown };
  stderr: { write: (text: string) => unknown };
  env: Readonly<Record<string, string | undefined>>;
  /** What relative paths on the command line are relative to. */
  cwd: string;
}

/** The surroundings of this process. */
export function processIo(): Io {
  const { stdout, stderr, env } = process;
  return { stdout, stderr, env, cwd: callerFolder(process.cwd(), env) };
}

/** npm runs scripts in the project's folder, and leaves the one that the person stands in in INIT_CWD. */
export function callerFolder(cwd: string, env: Io['env']): string {
  return cwd === projectRoot ? (env['INIT_CWD'] ?? cwd) : cwd;
}
