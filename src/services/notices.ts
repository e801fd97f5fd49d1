import type { Notice } from '../core/contract.ts';
import type { Clock } from './app-types.ts';

/** Long enough to read two sentences at a glance now and then. */
export const infoForMs = 8000;

/** A figure that somebody just changed is seen at once, and covers a line of the story. */
export const figureForMs = 3000;

/** More at once would hide the story. */
const mostInfos = 3;

export interface Notices {
  list: () => Notice[];
  /** Adds a sentence; gives its id. An error that is already shown is not repeated. */
  add: (severity: Notice['severity'], text: string) => number;
  /** An info in place of the one of its kind, if that is still shown. Goes by itself after `forMs`. */
  addOfKind: (kind: string, text: string, forMs?: number) => number;
  /** Takes away the info of that kind: it is true no more. */
  withdraw: (kind: string) => void;
  /** An info that stays until it is dismissed, for what happened while nobody looked. */
  addLasting: (text: string) => number;
  dismiss: (id: number) => void;
  close: () => void;
}

/** Sentences for the person: infos go by themselves and only the newest few are kept, errors stay. */
export function setUpNotices(clock: Clock, changed: () => void): Notices {
  let shown: Notice[] = [];
  let lastId = 0;
  /** What ends the wait of an info that goes by itself; oldest first. */
  const waits = new Map<number, () => void>();
  /** The last info of each kind; it may be gone. */
  const ofKind = new Map<string, number>();

  function show(severity: Notice['severity'], text: string): number {
    lastId += 1;
    shown = [...shown, { id: lastId, severity, text }];
    return lastId;
  }

  function remove(id: number): void {
    waits.get(id)?.();
    waits.delete(id);
    shown = shown.filter((notice) => notice.id !== id);
  }

  function dismiss(id: number): void {
    if (!shown.some((notice) => notice.id === id)) return;
    remove(id);
    changed();
  }

  function addInfo(text: string, forMs: number): number {
    for (const same of shown.filter((notice) => notice.text === text && waits.has(notice.id))) remove(same.id);
    const id = show('info', text);
    waits.set(
      id,
      clock.after(forMs, () => dismiss(id)),
    );
    for (const oldest of [...waits.keys()].slice(0, -mostInfos)) remove(oldest);
    changed();
    return id;
  }

  function addOfKind(kind: string, text: string, forMs = infoForMs): number {
    const former = ofKind.get(kind);
    if (former !== undefined) remove(former);
    const id = addInfo(text, forMs);
    ofKind.set(kind, id);
    return id;
  }

  function addStaying(severity: Notice['severity'], text: string): number {
    const same = shown.find((notice) => notice.severity === severity && notice.text === text && !waits.has(notice.id));
    if (same !== undefined) return same.id;
    const id = show(severity, text);
    changed();
    return id;
  }

  return {
    list: () => shown.map((notice) => ({ ...notice })),
    add: (severity, text) => (severity === 'info' ? addInfo(text, infoForMs) : addStaying('error', text)),
    addOfKind,
    withdraw: (kind) => dismiss(ofKind.get(kind) ?? 0),
    addLasting: (text) => addStaying('info', text),
    dismiss,
    close: () => {
      for (const id of waits.keys()) remove(id);
    },
  };
}
