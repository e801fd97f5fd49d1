/** The only source of time, so that tests can supply it. All in milliseconds. */
export interface Clock {
  /** Monotonic; may stop while the machine sleeps. */
  nowMs: () => number;
  /** Since the machine started, sleep included: compared with `nowMs` it shows that the machine slept. */
  uptimeMs: () => number;
  /** The system’s date and time, for dates only: somebody can set it, even back. */
  wallTime: () => Date;
  /** Calls back once after a delay; the returned function cancels it. */
  after: (delayMs: number, callback: () => void) => () => void;
}
