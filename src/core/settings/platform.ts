/** The systems whose keyboards differ: in the Command key, and in which keys type characters. */
export type Platform = 'macos' | 'windows' | 'linux';

/** The system for the name that Node (`process.platform`) or a browser (`navigator.platform`) gives it. */
export function platformOf(name: string): Platform {
  if (/^(?:darwin|mac|ip(?:hone|ad|od))/iu.test(name)) return 'macos';
  return /^win/iu.test(name) ? 'windows' : 'linux';
}
