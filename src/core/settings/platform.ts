/** The systems whose keyboards differ: in what Command is, and in which keys type characters. */
export type Platform = 'macos' | 'windows' | 'linux';

/** The system by the name that Node (`process.platform`) or a browser (`navigator.platform`) has for it. */
export function platformOf(name: string): Platform {
  if (/^(?:darwin|mac|ip(?:hone|ad|od))/iu.test(name)) return 'macos';
  return /^win/iu.test(name) ? 'windows' : 'linux';
}
