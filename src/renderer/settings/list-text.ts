/** What `competencies` takes: see core/settings.ts. */
const mostLines = 50;
const longestLine = 80;

export type ReadList = { ok: true; value: string[] } | { ok: false; error: string };

/** The texts of a field with one a line: without blanks around them, empty lines and repetitions. */
export function readList(typed: string, title: string): ReadList {
  const lines = typed.split('\n').map((line) => line.trim().replaceAll(/\s+/gu, ' '));
  const folded = lines.map((line) => line.toLowerCase());
  const value = lines.filter((line, index) => line !== '' && folded.indexOf(line.toLowerCase()) === index);
  const long = value.find((line) => line.length > longestLine);
  if (long !== undefined)
    return { ok: false, error: `“${long.slice(0, 40)}…” was not taken: a line has at most ${longestLine} characters.` };
  if (value.length > mostLines)
    return {
      ok: false,
      error: `${title} was not taken: there can be ${mostLines} lines, and these are ${value.length}.`,
    };
  return { ok: true, value };
}
