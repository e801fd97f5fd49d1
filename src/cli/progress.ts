/** Where progress is shown. A terminal shows it in one line, anything else gets a line from time to time. */
export interface Output {
  write: (text: string) => unknown;
  isTTY?: boolean;
}

/**
 * Waits for some work. If it takes longer than two seconds, shows `text(seconds)`: in a terminal every second, elsewhere
 * every third. Tests pass a shorter second.
 */
export async function withProgress<Value>(
  output: Output,
  text: (seconds: number) => string,
  work: Promise<Value>,
  secondMs = 1000,
): Promise<Value> {
  const isTerminal = output.isTTY === true;
  let seconds = 0;
  const timer = setInterval(() => {
    seconds += 1;
    if (isTerminal && seconds > 1) output.write(`\r\u001B[K${text(seconds)}`);
    else if (seconds % 3 === 2) output.write(`${text(seconds)}\n`);
  }, secondMs);
  try {
    return await work;
  } finally {
    clearInterval(timer);
    if (isTerminal && seconds > 1) output.write('\n');
  }
}
