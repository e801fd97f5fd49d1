/** Calls back once after a delay in milliseconds; the function it returns cancels that. */
export type PageTimer = (delayMs: number, callback: () => void) => () => void;

/** The page’s own. */
export const pageTimer: PageTimer = (delayMs, callback) => {
  const timer = setTimeout(callback, delayMs);
  return () => clearTimeout(timer);
};
