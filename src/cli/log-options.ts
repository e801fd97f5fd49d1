import { parseArgs } from 'node:util';
import { errorCode } from '../services/base/system-error.ts';

export type LogFormat = 'text' | 'json' | 'csv';

export const logUsage = '[--json | --csv]';

/** How to print; null when the options can't be understood. */
export function parseLogOptions(args: readonly string[]): LogFormat | null {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { json: { type: 'boolean', default: false }, csv: { type: 'boolean', default: false } },
    });
    if (values.json && values.csv) return null;
    return values.json ? 'json' : values.csv ? 'csv' : 'text';
  } catch (error) {
    if (errorCode(error).startsWith('ERR_PARSE_ARGS')) return null;
    throw error;
  }
}
