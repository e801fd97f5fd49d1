const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** One Ctrl+C can arrive twice, from the terminal and from npm, which passes it on. Nobody repeats it this fast. */
const echoMs = 500;

/**
 * Calls `ask` at the first signal to quit, and `insist` at each one that somebody sends later, because quitting takes too
 * long. Returns what stops listening.
 */
export function onQuitSignals(ask: () => void, insist: (signal: NodeJS.Signals) => void): () => void {
  let askedMs: number | null = null;
  const listener = (signal: NodeJS.Signals): void => {
    if (askedMs === null) {
      askedMs = performance.now();
      ask();
    } else if (performance.now() - askedMs > echoMs) insist(signal);
  };
  for (const signal of signals) process.on(signal, listener);
  return () => {
    for (const signal of signals) process.off(signal, listener);
  };
}
