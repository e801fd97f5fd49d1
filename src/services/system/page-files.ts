import { lstat, readFile, realpath } from 'node:fs/promises';
import path from 'node:path';
import { errorCode } from '../base/system-error.ts';

/*
 * The files of the built page, as both shells serve them: the desktop app at `app://offbook/`, the browser
 * shell over loopback HTTP.
 */

/**
 * What a page may do: load only its own files, run nothing inline, and nobody may frame it. Beyond its own files it plays
 * sounds that it made itself (the silence that gets a browser’s page the media keys). The recogniser and the denoiser are
 * WebAssembly, and the recogniser a worker; `offbook-worker` makes the address of that worker and no other.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "media-src 'self' blob:",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "object-src 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types offbook-worker',
].join('; ');

/** Of what a browser has to offer, the microphone, and only for the page itself. */
export const permissionsPolicy = 'camera=(), display-capture=(), geolocation=(), microphone=(self)';

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

/** The content type of a file, by its extension. */
export function contentTypeOf(file: string): string {
  return contentTypes[path.extname(file).toLowerCase()] ?? 'application/octet-stream';
}

/**
 * The path of an address, decoded once, as a file below the page’s folder, with `/` between its parts; null if it isn’t
 * a plain one.
 */
export function fileOfPath(addressPath: string): string | null {
  if (!addressPath.startsWith('/')) return null;
  const decoded = decode(addressPath);
  if (decoded === null) return null;
  if (decoded === '/') return 'index.html';
  const parts = decoded.slice(1).split('/');
  return parts.every(isPlainName) ? parts.join('/') : null;
}

/** Not `.` or `..`, a hidden file, an empty part, or anything that a file system reads as more than a name. */
function isPlainName(part: string): boolean {
  return /^[\w-][\w.-]*$/.test(part);
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
}

/** The system’s codes for a path without a file to serve. */
const noFileCodes: ReadonlySet<string> = new Set(['ENOENT', 'ENOTDIR', 'EISDIR', 'ENAMETOOLONG', 'ELOOP']);

/**
 * Reads a regular file below a folder; null if it doesn’t exist. A symbolic link anywhere below the folder counts as
 * missing: the built page has none, so any link leads somewhere else.
 */
export async function readPageFile(folder: string, file: string): Promise<Buffer | null> {
  try {
    const root = await realpath(folder);
    const wanted = path.join(root, file);
    if (!wanted.startsWith(root + path.sep) || (await realpath(wanted)) !== wanted) return null;
    return (await lstat(wanted)).isFile() ? await readFile(wanted) : null;
  } catch (error) {
    if (noFileCodes.has(errorCode(error))) return null;
    throw error;
  }
}
