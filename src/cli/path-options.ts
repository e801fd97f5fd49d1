import { parseArgs } from 'node:util';

/** The paths of a subcommand that takes nothing else; a sentence where there is none, or an option it doesn't know. */
export function parsePaths(args: readonly string[]): string[] | string {
  try {
    const { positionals } = parseArgs({ args: [...args], allowPositionals: true, options: {} });
    return positionals.length > 0 ? positionals : 'Name at least one file or folder.';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

export const pathsUsage = 'PATH…';
