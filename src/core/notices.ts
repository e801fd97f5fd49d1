import type { Clock } from './clock.ts';
import type { Notice } from './contract/contract.ts';
import { infoForMs } from './reading-time.ts';

/** Short: the person just changed this value and is looking at it, and it hides a line of the story. */
export const figureForMs = 3000;

/** More would hide the story. */
const mostInfos = 3;

export interface Notices {
  list: () => Notice[];
  /** Adds a sentence and returns its id. Doesn’t repeat an error that is already shown. */
  add: (severity: Notice['severity'], text: string) => number;
  /** Adds an info, in place of the last one of its kind. It disappears after `forMs`. */
  addOfKind: (kind: string, text: string, forMs?: number) => number;
  /** Adds a sentence that stays until it is dismissed, withdrawn, or replaced by another of its kind. */
  addStanding: (kind: string, severity: Notice['severity'], text: string) => number;
  /** Removes the sentence of this kind: it is no longer true. */
  withdraw: (kind: string) => void;
  /** Adds an info that stays until it is dismissed, about something that happened while nobody was looking. */
  addLasting: (text: string) => number;
  /** Removes a sentence, and the infos before it, which would only reappear for their last seconds. */
  dismiss: (id: number) => void;
  close: () => void;
}

/** Sentences for the person: infos disappear on their own and only the newest few are kept; errors stay. */
export function setUpNotices(clock: Clock, changed: () => void): Notices {
  let shown: Notice[] = [];
  let lastId = 0;
  /** Functions that cancel the timer of an info, by its id; oldest first. */
  const timers = new Map<number, () => void>();
  /** Id of the last sentence of each kind, which may be gone. */
  const ofKind = new Map<string, number>();

  function show(severity: Notice['severity'], text: string): number {
    lastId += 1;
    shown = [...shown, { id: lastId, severity, text }];
    return lastId;
  }

  function remove(id: number): void {
    timers.get(id)?.();
    timers.delete(id);
    shown = shown.filter((notice) => notice.id !== id);
  }

  function end(id: number): void {
    if (!shown.some((notice) => notice.id === id)) return;
    remove(id);
    changed();
  }

  function dismiss(id: number): void {
    if (!shown.some((notice) => notice.id === id)) return;
    for (const older of [...timers.keys()].filter((other) => other < id)) remove(older);
    end(id);
  }

  function addInfo(text: string, forMs: number): number {
    for (const same of shown.filter((notice) => notice.text === text && timers.has(notice.id))) remove(same.id);
    const id = show('info', text);
    timers.set(
      id,
      clock.after(forMs, () => end(id)),
    );
    for (const oldest of [...timers.keys()].slice(0, -mostInfos)) remove(oldest);
    changed();
    return id;
  }

  function addOfKind(kind: string, text: string, forMs = infoForMs(text)): number {
    const former = ofKind.get(kind);
    if (former !== undefined) remove(former);
    const id = addInfo(text, forMs);
    ofKind.set(kind, id);
    return id;
  }

  function addStaying(severity: Notice['severity'], text: string): number {
    const same = shown.find((notice) => notice.severity === severity && notice.text === text && !timers.has(notice.id));
    if (same !== undefined) return same.id;
    const id = show(severity, text);
    changed();
    return id;
  }

  function addStanding(kind: string, severity: Notice['severity'], text: string): number {
    const former = shown.find(({ id }) => id === ofKind.get(kind));
    if (former?.severity === severity && former.text === text) return former.id;
    if (former !== undefined) remove(former.id);
    const id = show(severity, text);
    ofKind.set(kind, id);
    changed();
    return id;
  }

  return {
    list: () => shown.map((notice) => ({ ...notice })),
    add: (severity, text) => (severity === 'info' ? addInfo(text, infoForMs(text)) : addStaying('error', text)),
    addOfKind,
    addStanding,
    withdraw: (kind) => end(ofKind.get(kind) ?? 0),
    addLasting: (text) => addStaying('info', text),
    dismiss,
    close: () => {
      for (const id of timers.keys()) remove(id);
    },
  };
}

/** Issues with the practice log. At most one sentence is shown about each. */
export type IssueKind =
  | 'log-unread'
  | 'log-unsaved'
  | 'log-shrunk'
  | 'log-unreadable-lines'
  | 'log-unknown-lines'
  | 'log-future-runs'
  | 'draft-unsaved';

/** How the parts that save runs notify the person. */
export interface Notifier {
  /** Shows a sentence; one about an issue replaces the last one about it and stays until the issue is over. */
  tell: (severity: 'info' | 'error', text: string, issue?: IssueKind) => void;
  /** The issue is over: removes its sentence. */
  over: (issue: IssueKind) => void;
}
