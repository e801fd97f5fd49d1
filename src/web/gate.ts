import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** Who may talk to this server: pages that it served itself, and only with the token. */
export interface Gate {
  hosts: ReadonlySet<string>;
  origins: ReadonlySet<string>;
  token: string;
}

/** Why a request is turned away, as an HTTP status and a sentence. */
export interface Refusal {
  status: 400 | 401 | 403 | 404;
  text: string;
}

/** The path of the web socket, and the subprotocol that its client asks for before the token. */
const socketPath = '/socket';
export const socketProtocol = 'offbook';

/** A token that can't be guessed: 32 random bytes, in characters that a URL and a header carry as they are. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** The gate of the server on this port. Browsers leave the port out where it is the default one. */
export function gateFor(port: number, token: string): Gate {
  const names = ['127.0.0.1', 'localhost'];
  const hosts = names.flatMap((name) => (port === 80 ? [name, `${name}:80`] : [`${name}:${port}`]));
  return { hosts: new Set(hosts), origins: new Set(hosts.map((host) => `http://${host}`)), token };
}

/**
 * Refuses requests under a foreign name. A page elsewhere can point a name of its own at 127.0.0.1
 * (DNS rebinding) and would then count as the same origin; its `Host` header still tells.
 */
export function judgeHost(gate: Gate, headers: IncomingHttpHeaders): Refusal | null {
  if (headers.host !== undefined && gate.hosts.has(headers.host)) return null;
  return { status: 403, text: 'Offbook answers only under its own address. Open the one that it printed.' };
}

/** Refuses a socket under a foreign name, from a foreign page, or without the token. */
export function judgeSocket(gate: Gate, path: string, headers: IncomingHttpHeaders): Refusal | null {
  const foreign = judgeHost(gate, headers);
  if (foreign !== null) return foreign;
  if (path !== socketPath) return { status: 404, text: `There is no socket here; it is at ${socketPath}.` };
  if (headers.origin === undefined || !gate.origins.has(headers.origin)) {
    return { status: 403, text: 'Only the page that Offbook serves may open this socket.' };
  }
  const [protocol, token] = (headers['sec-websocket-protocol'] ?? '').split(',').map((part) => part.trim());
  if (protocol !== socketProtocol || token === undefined || !sameToken(token, gate.token)) {
    return { status: 401, text: 'The token is missing or old. Open the address that Offbook printed last.' };
  }
  return null;
}

/** Takes equally long wherever the two differ; the digests make the lengths equal. */
function sameToken(given: string, right: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(right));
}
