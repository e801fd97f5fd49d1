/** What is wrong for a while, of which one sentence at most is shown. */
export type Trouble =
  | 'log-unread'
  | 'log-unsaved'
  | 'log-shrunk'
  | 'log-unreadable-lines'
  | 'log-unknown-lines'
  | 'log-future-runs'
  | 'draft-unsaved';

/** How the parts of the program that keep runs speak to the person. */
export interface Telling {
  /** A sentence. Of a trouble it stays until that is over, in place of the former one. */
  tell: (severity: 'info' | 'error', text: string, trouble?: Trouble) => void;
  /** That trouble is over: its sentence goes. */
  over: (trouble: Trouble) => void;
}
