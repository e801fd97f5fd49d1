/** The systems whose keyboards differ: in what Command is, and in which keys type characters. */
export type Platform = 'macos' | 'windows' | 'linux';

/** The system that the view runs on, by what the browser says of it. */
export function platformOf({ platform }: Pick<Navigator, 'platform'>): Platform {
  if (/^(?:mac|ip(?:hone|ad|od))/iu.test(platform)) return 'macos';
  return /^win/iu.test(platform) ? 'windows' : 'linux';
}
