import type { Stats } from 'node:fs';

/** Identifies a state of a file on disk without reading it. */
export interface FileStamp {
  inode: number;
  size: number;
  /** When it was last written, by the disk’s own time. */
  mtimeMs: number;
}

export function stampFrom({ ino, size, mtimeMs }: Pick<Stats, 'ino' | 'size' | 'mtimeMs'>): FileStamp {
  return { inode: ino, size, mtimeMs };
}

/** Whether it is the same file and nobody has written to it in between. */
export function isSameStamp(one: FileStamp, other: FileStamp): boolean {
  return one.inode === other.inode && one.size === other.size && one.mtimeMs === other.mtimeMs;
}
