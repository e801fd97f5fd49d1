/** The system's code of an error, such as `ENOENT`; an empty string where it has none. */
export function errorCode(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  return '';
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'it is not there',
  EEXIST: 'a file lies where its folder should be',
  ENOTDIR: 'a part of its path is a file, not a folder',
  EISDIR: 'it is a folder, not a file',
  EACCES: 'you have no right to read or write it',
  EPERM: 'the system does not allow it',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'your share of the disk is full',
  EBUSY: 'another program holds it',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
  ELOOP: 'its links lead in a circle',
  ENAMETOOLONG: 'its name is too long',
  EIO: 'the disk reports an error',
};

/** Why a file could not be had, as the second half of a sentence: "it is not there". */
export function reasonOf(error: unknown): string {
  const code = errorCode(error);
  const said = reasons[code];
  if (said !== undefined) return said;
  return error instanceof Error ? error.message : String(error);
}
