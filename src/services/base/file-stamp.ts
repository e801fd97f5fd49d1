import type { Stats } from 'node:fs';

/** Tells one state of a file on disk from another without reading it. */
export interface FileStamp {
  inode: number;
  size: number;
  /** When it was last written, as the disk has it. */
  mtimeMs: number;
}

export function stampFrom({ ino, size, mtimeMs }: Pick<Stats, 'ino' | 'size' | 'mtimeMs'>): FileStamp {
  return { inode: ino, size, mtimeMs };
}

/** Whether it is the same file, and nobody wrote to it in between. */
export function isSameStamp(one: FileStamp, other: FileStamp): boolean {
  return one.inode === other.inode && one.size === other.size && one.mtimeMs === other.mtimeMs;
}
