import type { IncomingMessage, ServerResponse } from 'node:http';
import { checkEntry, checkHost, checkToken, socketPath, type Gate, type Refusal } from './gate.ts';
import { answerText, securityHeaders } from './static-files.ts';

/** Where a page comes in: it posts the token as a form, and gets what opens the socket. */
export const entryPath = '/enter';

/** The longest body accepted, in bytes. The token and its name take 49. */
const maxBodyBytes = 1024;

/**
 * Answers a page that posts the token with the cookie and the key. A browser that submits a form is redirected to the
 * page, with the key after the `#`; a page that fetches this gets the key as text. Never rejects.
 */
export async function answerEntry(request: IncomingMessage, response: ServerResponse, gate: Gate): Promise<void> {
  const refusal = await check(request, gate);
  if (refusal !== null) {
    // Don't wait for the rest of the body.
    response.setHeader('Connection', 'close');
    if (refusal.status === 405) response.setHeader('Allow', 'POST');
    return answerText(response, request.method ?? '', refusal.status, refusal.text);
  }
  response.setHeader('Set-Cookie', entryCookie(gate));
  if (request.headers.accept?.includes('text/html') !== true) return answerText(response, 'POST', 200, gate.key);
  response.writeHead(303, { ...securityHeaders, 'Cache-Control': 'no-store', Location: `/#key=${gate.key}` });
  response.end();
}

/** The cookie of a page that came in, for the paths of the socket alone. */
export function entryCookie({ cookie: { name, value } }: Gate): string {
  return `${name}=${value}; Path=${socketPath}; HttpOnly; SameSite=Strict`;
}

async function check(request: IncomingMessage, gate: Gate): Promise<Refusal | null> {
  const foreign = checkHost(gate, request.headers);
  if (foreign !== null) return foreign;
  if (request.method !== 'POST') return { status: 405, text: 'This address accepts only the token of Offbook’s page.' };
  const stranger = checkEntry(gate, request.headers);
  if (stranger !== null) return stranger;
  const body = await readBody(request);
  if (body === null) return { status: 413, text: 'This is longer than a token.' };
  return checkToken(gate, new URLSearchParams(body).get('token') ?? '');
}

/** Null if it is too long; empty if the connection was closed and nobody gets the answer. */
export async function readBody(request: IncomingMessage): Promise<string | null> {
  let body = '';
  try {
    for await (const chunk of request.setEncoding('latin1').iterator({ destroyOnReturn: false })) {
      body += String(chunk);
      if (body.length > maxBodyBytes) return null;
    }
    return body;
  } catch {
    return '';
  }
}
