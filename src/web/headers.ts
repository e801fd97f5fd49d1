import { contentSecurityPolicy } from '../services/system/page-files.ts';

/** Sent with every answer. The one thing that the page may reach is this server's socket. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': contentSecurityPolicy("'self'"),
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

/**
 * How long a browser may keep a file. The build puts a hash of the contents into the names below `assets/`,
 * so those never change; a page must be asked for anew, since it names the others.
 */
export function cacheControlOf(file: string): string {
  if (/^assets\/.*-[\w-]{8}\.\w+$/.test(file)) return 'public, max-age=31536000, immutable';
  return file.endsWith('.html') ? 'no-store' : 'no-cache';
}
