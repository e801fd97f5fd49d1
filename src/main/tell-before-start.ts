/**
 * Says why the program doesn't start, where whoever started it can read that: on the terminal, or in a box where
 * there is none (on Windows a program that wasn't started from one has nothing to write to).
 */
export function tellBeforeStart(text: string, write: (text: string) => void, showBox: (text: string) => void): void {
  try {
    write(`${text}\n`);
  } catch {
    showBox(text);
  }
}
