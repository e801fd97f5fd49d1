/** The system’s code of an error, such as `ENOENT`; an empty string if it has none. */
export function errorCode(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  return '';
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'it doesn’t exist',
  EEXIST: 'there is a file where its folder should be',
  ENOTDIR: 'a part of its path is a file, not a folder',
  EISDIR: 'it is a folder, not a file',
  EACCES: 'you don’t have permission to read or write it',
  EPERM: 'the system doesn’t allow it',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'your disk quota is used up',
  EBUSY: 'another program is using it',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
  ELOOP: 'its links lead in a circle',
  ENAMETOOLONG: 'its name is too long',
  EIO: 'the disk reports an error',
};

/** What went wrong with a file, as the second half of a sentence: “it doesn’t exist”. */
export function describeError(error: unknown): string {
  const code = errorCode(error);
  const known = reasons[code];
  if (known !== undefined) return known;
  return error instanceof Error ? error.message : String(error);
}
