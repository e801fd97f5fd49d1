import { extname } from 'node:path';

/** A request's path as a file below the served folder, with `/` between its parts; null when it isn't a plain one. */
export function fileOfUrl(url: string): string | null {
  const [path = ''] = url.split(/[?#]/, 1);
  if (!path.startsWith('/')) return null;
  const decoded = decode(path);
  if (decoded === null) return null;
  if (decoded === '/') return 'index.html';
  const parts = decoded.slice(1).split('/');
  return parts.every(isPlainName) ? parts.join('/') : null;
}

/** No `.` and `..`, no hidden files, no empty parts, and nothing that a file system reads as more than a name. */
function isPlainName(part: string): boolean {
  return /^[\w-][\w.-]*$/.test(part);
}

function decode(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
}

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

/** What a file is, by its ending. */
export function contentTypeOf(file: string): string {
  return contentTypes[extname(file).toLowerCase()] ?? 'application/octet-stream';
}

/**
 * How long a browser may keep a file. The build puts a hash of the contents into the names below `assets/`,
 * so those never change; a page must be asked for anew, since it names the others.
 */
export function cacheControlOf(file: string): string {
  if (/^assets\/.*-[\w-]{8}\.\w+$/.test(file)) return 'public, max-age=31536000, immutable';
  return file.endsWith('.html') ? 'no-store' : 'no-cache';
}
