import { createHmac } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { recordingsPath } from '../core/voice/recordings.ts';
import type { OffbookApp } from '../services/base/program.ts';
import { describeError } from '../services/base/system-error.ts';
import { recordingOfPath } from '../services/voice/serve-recording.ts';
import { checkHost, sameSecret, type Gate, type Refusal } from './gate.ts';
import { answerText, pathOf, securityHeaders } from './static-files.ts';

/**
 * The address of a recording for a page that came in. A player can’t send the key, so that the address has a proof of its
 * own, which opens this recording alone, until the program quits. Only the socket gives it.
 */
export function recordingAddress(gate: Gate, id: string): string {
  return `${recordingsPath}${id}?proof=${proofFor(gate, id)}`;
}

function proofFor({ token }: Gate, id: string): string {
  return createHmac('sha256', token).update(`recording ${id}`).digest('base64url');
}

/** Answers a page’s player with a recording, or a part of it. Never rejects. */
export async function answerRecording(
  request: IncomingMessage,
  response: ServerResponse,
  { readRecording }: Pick<OffbookApp, 'readRecording'>,
  gate: Gate,
): Promise<void> {
  const { headers, method = '', url = '' } = request;
  const refuse = ({ status, text }: Refusal): void => answerText(response, method, status, text);
  const foreign = checkHost(gate, headers);
  if (foreign !== null) return refuse(foreign);
  if (method !== 'GET' && method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    return refuse({ status: 405, text: 'A recording can only be read here.' });
  }
  // Browsers say which page asks; other programs say nothing.
  if (!['same-origin', undefined].includes(headers['sec-fetch-site'])) {
    return refuse({ status: 403, text: 'Only Offbook’s own pages may play this.' });
  }
  const id = recordingOfPath(pathOf(url));
  if (id === null) return refuse({ status: 404, text: 'Offbook has no such recording.' });
  const proof = new URLSearchParams(url.slice(pathOf(url).length).split('#')[0]).get('proof') ?? '';
  if (!sameSecret(proof, proofFor(gate, id))) {
    return refuse({ status: 401, text: 'The address of this recording is old. Reload the page.' });
  }
  try {
    const answer = await readRecording({ id, method, range: headers.range ?? null });
    if (answer === null) return refuse({ status: 404, text: 'The recording isn’t there any more.' });
    response.writeHead(answer.status, { ...securityHeaders, ...answer.headers });
    response.end(answer.body);
  } catch (error) {
    answerText(response, method, 500, `The recording can’t be read: ${describeError(error)}.`);
  }
}
