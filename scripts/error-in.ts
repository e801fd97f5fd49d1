/** The error's own words out of all that a program printed: `fetch failed`; else the last line. */
export function errorIn(output: string): string {
  return /\b\w*Error: (.+)/.exec(output)?.[1] ?? output.trim().split('\n').at(-1) ?? '';
}
