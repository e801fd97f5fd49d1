import path from 'node:path';

/** Where the built pages live: `app://offbook/…`. */
export const scheme = 'app';
const host = 'offbook';
export const pageOrigin = `${scheme}://${host}`;
export const pageUrl = `${pageOrigin}/`;

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** What the page may do. It reaches the program by the preload's bridge alone, so it may connect to nothing. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "object-src 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

/** The headers of an answer; `file` is null where it is only a sentence. */
export function assetHeaders(file: string | null): Record<string, string> {
  const extension = file === null ? '' : path.extname(file);
  const plain = file === null ? 'text/plain; charset=utf-8' : 'application/octet-stream';
  return {
    'Content-Type': contentTypes[extension] ?? plain,
    'Content-Security-Policy': contentSecurityPolicy,
    'X-Content-Type-Options': 'nosniff',
  };
}

/**
 * The file below `root` that an address means; null where it means none. It is decoded once, joined and
 * then checked; where links lead is the reader's to find out.
 */
export function resolveAsset(root: string, url: string): string | null {
  const name = assetName(url);
  if (name === null) return null;
  const file = path.join(root, name === '' ? 'index.html' : name);
  return isBelow(root, file) ? file : null;
}

/** Whether a file lies in a folder, at any depth. Both are absolute. */
export function isBelow(root: string, file: string): boolean {
  const way = path.relative(root, file);
  return way !== '' && way !== '..' && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way);
}

function assetName(url: string): string | null {
  const parsed = URL.parse(url);
  if (parsed?.protocol !== `${scheme}:` || parsed.host !== host) return null;
  const decoded = decode(parsed.pathname);
  // A NUL ends a path for some systems; a backslash and a colon begin another one on Windows.
  if (decoded === null || /[\0\\:]/.test(decoded)) return null;
  return decoded.replace(/^\//, '');
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
}
