import { opendir, stat } from 'node:fs/promises';
import type { Clock } from '../base/program-types.ts';

/** What can't be read is looked at again this often: the system may not tell that a right was given back. */
export const pollEveryMs = 2000;

/** A whole disk can have thousands of folders that are none of this person's business. */
const mostFolders = 20;

export interface FolderPoll {
  /** These can't be read; those named before are forgotten. */
  watch: (folders: readonly string[]) => void;
  close: () => void;
}

/** Looks every two seconds whether a folder that couldn't be read can be now; calls `back` once, then waits to be told anew. */
export function setUpFolderPoll(clock: Clock, back: () => void): FolderPoll {
  let wanted: readonly string[] = [];
  let cancel: (() => void) | null = null;
  let closed = false;

  function lookLater(): void {
    if (closed || cancel !== null || wanted.length === 0) return;
    cancel = clock.after(pollEveryMs, () => void look());
  }

  async function look(): Promise<void> {
    const looked = wanted;
    const readable = await Promise.all(looked.map(canBeRead));
    cancel = null;
    if (closed) return;
    if (readable.includes(true) && looked === wanted) {
      wanted = [];
      back();
    }
    lookLater();
  }

  return {
    watch: (folders) => {
      wanted = folders.slice(0, mostFolders);
      lookLater();
    },
    close: () => {
      closed = true;
      cancel?.();
    },
  };
}

/** By opening it: on some systems the rights alone don't tell. What is no folder is read as a file. */
async function canBeRead(folder: string): Promise<boolean> {
  try {
    if ((await stat(folder)).isDirectory()) await (await opendir(folder)).close();
    return true;
  } catch {
    return false;
  }
}
