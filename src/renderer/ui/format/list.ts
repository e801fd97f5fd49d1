/** The limits of a list of names: see core/settings/interviews.ts. */
const mostLines = 50;
const longestLine = 80;

type ReadList = { ok: true; value: string[] } | { ok: false; error: string };

/** The texts of a field with one per line, without surrounding spaces, empty lines and repetitions. */
export function readList(typed: string, title: string): ReadList {
  const lines = typed.split('\n').map((line) => line.trim().replaceAll(/\s+/gu, ' '));
  const folded = lines.map((line) => line.toLowerCase());
  const value = lines.filter((line, index) => line !== '' && folded.indexOf(line.toLowerCase()) === index);
  const long = value.find((line) => line.length > longestLine);
  if (long !== undefined)
    return {
      ok: false,
      error: `“${long.slice(0, 40)}…” is too long: a line can have at most ${longestLine} characters.`,
    };
  if (value.length > mostLines)
    return {
      ok: false,
      error: `${title} can have at most ${mostLines} lines, and these are ${value.length}.`,
    };
  return { ok: true, value };
}
