import { lstat, readFile, realpath } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join, sep } from 'node:path';
import { errorCode, reasonOf } from '../services/error-code.ts';
import { judgeHost, type Gate } from './gate.ts';
import { securityHeaders } from './headers.ts';
import { cacheControlOf, contentTypeOf, fileOfUrl } from './static-path.ts';

/**
 * Answers a request with a file of the folder: GET and HEAD only, under this server's own name only.
 * Never rejects; what goes wrong becomes a status and a sentence.
 */
export async function answerRequest(
  request: IncomingMessage,
  response: ServerResponse,
  folder: string,
  gate: Gate,
): Promise<void> {
  const method = request.method ?? '';
  const refusal = judgeHost(gate, request.headers);
  if (refusal !== null) return answerText(response, method, refusal.status, refusal.text);
  if (method !== 'GET' && method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    return answerText(response, method, 405, 'Offbook serves its page for reading only.');
  }
  const file = fileOfUrl(request.url ?? '');
  if (file === null) return answerText(response, method, 400, 'This is not an address of Offbook.');
  try {
    const content = await readContained(folder, file);
    if (content === null) return answerText(response, method, 404, 'Offbook has no such file.');
    answer(response, method, 200, content, {
      'Cache-Control': cacheControlOf(file),
      'Content-Type': contentTypeOf(file),
    });
  } catch (error) {
    answerText(response, method, 500, `${file} of Offbook's own page can't be read: ${reasonOf(error)}.`);
  }
}

/**
 * Reads a regular file below the folder; null where there is none. A symbolic link anywhere on the way
 * counts as none: the built page has no links, so one that is there leads somewhere else.
 */
async function readContained(folder: string, file: string): Promise<Buffer | null> {
  try {
    const root = await realpath(folder);
    const wanted = join(root, file);
    if (!wanted.startsWith(root + sep) || (await realpath(wanted)) !== wanted) return null;
    return (await lstat(wanted)).isFile() ? await readFile(wanted) : null;
  } catch (error) {
    if (noFileCodes.has(errorCode(error))) return null;
    throw error;
  }
}

/** What the system says where a path leads to nothing that could be served. */
const noFileCodes: ReadonlySet<string> = new Set(['ENOENT', 'ENOTDIR', 'EISDIR', 'ENAMETOOLONG', 'ELOOP']);

function answerText(response: ServerResponse, method: string, status: number, text: string): void {
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
