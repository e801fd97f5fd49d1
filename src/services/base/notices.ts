import type { Notice } from '../../core/contract/contract.ts';
import type { Clock } from './program-types.ts';

/** To notice that something is said, beside a story that is being told. */
const noticedInMs = 3000;

/** A word at the 238 a minute that adults read silently on average (Brysbaert, 2019). */
const wordReadInMs = 60_000 / 238;

/** A figure that somebody just changed is seen at once, and covers a line of the story. */
export const figureForMs = 3000;

/** More at once would hide the story. */
const mostInfos = 3;

/** How long an info stays: no longer than it takes to notice and read it, since it covers a line of the story. */
export function infoForMs(text: string): number {
  return noticedInMs + text.split(/\s+/u).filter(Boolean).length * wordReadInMs;
}

export interface Notices {
  list: () => Notice[];
  /** Adds a sentence; gives its id. An error that is already shown is not repeated. */
  add: (severity: Notice['severity'], text: string) => number;
  /** An info in place of the one of its kind, if that is still shown. Goes by itself after `forMs`. */
  addOfKind: (kind: string, text: string, forMs?: number) => number;
  /** A sentence that stays until it is dismissed, withdrawn, or replaced by another one of its kind. */
  addStanding: (kind: string, severity: Notice['severity'], text: string) => number;
  /** Takes away what is shown of that kind: it is true no more. */
  withdraw: (kind: string) => void;
  /** An info that stays until it is dismissed, for what happened while nobody looked. */
  addLasting: (text: string) => number;
  /** Puts a sentence away, and the infos from before it, which would only come back for their last seconds. */
  dismiss: (id: number) => void;
  close: () => void;
}

/** Sentences for the person: infos go by themselves and only the newest few are kept, errors stay. */
export function setUpNotices(clock: Clock, changed: () => void): Notices {
  let shown: Notice[] = [];
  let lastId = 0;
  /** What ends the wait of an info that goes by itself; oldest first. */
  const waits = new Map<number, () => void>();
  /** The last sentence of each kind; it may be gone. */
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

  function end(id: number): void {
    if (!shown.some((notice) => notice.id === id)) return;
    remove(id);
    changed();
  }

  function dismiss(id: number): void {
    if (!shown.some((notice) => notice.id === id)) return;
    for (const older of [...waits.keys()].filter((other) => other < id)) remove(older);
    end(id);
  }

  function addInfo(text: string, forMs: number): number {
    for (const same of shown.filter((notice) => notice.text === text && waits.has(notice.id))) remove(same.id);
    const id = show('info', text);
    waits.set(
      id,
      clock.after(forMs, () => end(id)),
    );
    for (const oldest of [...waits.keys()].slice(0, -mostInfos)) remove(oldest);
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
    const same = shown.find((notice) => notice.severity === severity && notice.text === text && !waits.has(notice.id));
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
      for (const id of waits.keys()) remove(id);
    },
  };
}
