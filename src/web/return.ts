import { createHmac } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { proofText } from '../core/contract/return-proof.ts';
import { entryCookie, readBody } from './entry.ts';
import {
  checkHost,
  entryByCookie,
  newSecret,
  noAccess,
  sameSecret,
  type Gate,
  type KnownEntry,
  type Refusal,
} from './gate.ts';
import { answerText } from './static-files.ts';

/** A page answers at once; more than these at a time are nobody’s. */
const mostChallenges = 64;

/**
 * Answers pages that came in before, at this start of the program or an earlier one. A page first posts a nonce: the
 * answer is the proof that this is the program which it knows, one for each key, and a challenge. Then it posts the answer to that, and gets
 * this start’s key as text, with its cookie. The cookie and the key may be of different starts: a page that is reloaded as
 * it comes in can have the new cookie and still the old key. Returns the handler of such requests, which never rejects.
 */
export function setUpReturn(gate: Gate): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const challenges = new Map<string, KnownEntry>();

  function challenge(entry: KnownEntry): string {
    const [oldest] = challenges.keys();
    if (oldest !== undefined && challenges.size >= mostChallenges) challenges.delete(oldest);
    const made = newSecret();
    challenges.set(made, entry);
    return made;
  }

  /** The text of the answer, and whether the page came in with it. */
  function answerTo(form: URLSearchParams, entry: KnownEntry, host: string): { text: string; isIn: boolean } | Refusal {
    const nonce = form.get('nonce');
    if (nonce !== null) {
      const proofs = gate.entries.map((known) => proofOf(known, 'program', host, nonce));
      return { text: `${proofs.join(',')} ${challenge(entry)}`, isIn: false };
    }
    const asked = form.get('challenge') ?? '';
    const isAsked = challenges.get(asked) === entry;
    challenges.delete(asked);
    const answer = form.get('answer') ?? '';
    const isRight = gate.entries.some((known) => sameSecret(answer, proofOf(known, 'page', host, asked)));
    return isAsked && isRight ? { text: gate.key, isIn: true } : noAccess;
  }

  return async (request, response) => {
    const { headers, method = '' } = request;
    const refuse = ({ status, text }: Refusal): void => {
      response.setHeader('Connection', 'close');
      if (status === 405) response.setHeader('Allow', 'POST');
      answerText(response, method, status, text);
    };
    const foreign = checkHost(gate, headers);
    if (foreign !== null) return refuse(foreign);
    if (method !== 'POST') return refuse({ status: 405, text: 'Only Offbook’s page asks here.' });
    if (headers.origin === undefined || !gate.origins.has(headers.origin)) {
      return refuse({ status: 403, text: 'Only Offbook’s own pages may come in here.' });
    }
    const entry = entryByCookie(gate, headers.cookie);
    if (entry === null) return refuse(noAccess);
    const body = await readBody(request);
    if (body === null) return refuse({ status: 413, text: 'This is longer than a proof.' });
    const answer = answerTo(new URLSearchParams(body), entry, headers.host ?? '');
    if ('status' in answer) return refuse(answer);
    if (answer.isIn) response.setHeader('Set-Cookie', entryCookie(gate));
    answerText(response, method, 200, answer.text);
  };
}

function proofOf({ key }: KnownEntry, by: 'program' | 'page', host: string, nonce: string): string {
  return createHmac('sha256', Buffer.from(key, 'base64url'))
    .update(proofText(by, host, nonce))
    .digest('base64url');
}
