import type { IncomingMessage, ServerResponse } from 'node:http';
import { describeError } from '../services/base/system-error.ts';
import {
  contentSecurityPolicy,
  contentTypeOf,
  fileOfPath,
  permissionsPolicy,
  readPageFile,
} from '../services/system/page-files.ts';
import { checkHost, type Gate } from './gate.ts';

/**
 * Answers a request with a file of the folder: only GET and HEAD, and only under this server's own name. Never
 * rejects; an error becomes a status and a sentence.
 */
export async function answerRequest(
  request: IncomingMessage,
  response: ServerResponse,
  folder: string,
  gate: Gate,
): Promise<void> {
  const method = request.method ?? '';
  const refusal = checkHost(gate, request.headers);
  if (refusal !== null) return answerText(response, method, refusal.status, refusal.text);
  if (method !== 'GET' && method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    return answerText(response, method, 405, 'Offbook’s page is read-only.');
  }
  const file = fileOfPath(pathOf(request.url ?? ''));
  if (file === null) return answerText(response, method, 400, 'Offbook has no such address.');
  try {
    const content = await readPageFile(folder, file);
    if (content === null) return answerText(response, method, 404, 'Offbook has no such file.');
    answer(response, method, 200, content, {
      'Cache-Control': cacheControlOf(file),
      'Content-Type': contentTypeOf(file),
    });
  } catch (error) {
    answerText(response, method, 500, `${file} of Offbook’s own page can’t be read: ${describeError(error)}.`);
  }
}

/** The path of a request's URL as it was sent, not normalized. */
export function pathOf(url: string): string {
  return url.split(/[?#]/, 1).join('');
}

/** Answers with text. */
export function answerText(response: ServerResponse, method: string, status: number, text: string): void {
  answer(response, method, status, Buffer.from(`${text}\n`), {
    'Cache-Control': 'no-store',
    'Content-Type': 'text/plain; charset=utf-8',
  });
}

function answer(
  response: ServerResponse,
  method: string,
  status: number,
  content: Buffer,
  headers: Readonly<Record<string, string>>,
): void {
  response.writeHead(status, { ...securityHeaders, ...headers, 'Content-Length': content.length });
  response.end(method === 'HEAD' ? undefined : content);
}

/** Sent with every answer. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': contentSecurityPolicy,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': permissionsPolicy,
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

/**
 * How long a browser may keep a file. The build puts a hash of the contents into the names below `assets/`,
 * so those never change; a page must be requested again, since it names the others.
 */
export function cacheControlOf(file: string): string {
  if (/^assets\/.*-[\w-]{8}\.\w+$/.test(file)) return 'public, max-age=31536000, immutable';
  return file.endsWith('.html') ? 'no-store' : 'no-cache';
}
