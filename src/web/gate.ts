import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** Who may talk to this server: programs that have the token, and pages that came in with it. */
export interface Gate {
  hosts: ReadonlySet<string>;
  origins: ReadonlySet<string>;
  /** Lets a page in, and opens the socket for a program of the same person. */
  token: string;
  /** What a page that came in needs for the socket. A browser shares cookies between ports, so it isn't enough alone. */
  cookie: { name: string; value: string };
  /** The other thing that such a page needs. Browsers keep it for this port alone. */
  key: string;
}

/** Why a request is turned away, as an HTTP status and a sentence. */
export interface Refusal {
  status: 400 | 401 | 403 | 404 | 405 | 413;
  text: string;
}

/** The path of the web socket, and the subprotocol that its clients ask for; a page asks for its key after it. */
export const socketPath = '/socket';
export const socketProtocol = 'offbook';

const noToken: Refusal = {
  status: 401,
  text: 'The token is missing or old. Open the address that Offbook printed last.',
};

/** A secret that can't be guessed: 32 random bytes, in characters that a URL and a header carry as they are. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** The gate of the server on this port, with secrets of its own. Browsers leave the port out where it is the default one. */
export function gateFor(port: number): Gate {
  const names = ['127.0.0.1', 'localhost'];
  const hosts = names.flatMap((name) => (port === 80 ? [name, `${name}:80`] : [`${name}:${port}`]));
  return {
    hosts: new Set(hosts),
    origins: new Set(hosts.map((host) => `http://${host}`)),
    token: newSecret(),
    cookie: { name: `offbook-${port}`, value: newSecret() },
    key: newSecret(),
  };
}

/**
 * Refuses requests under a foreign name. A page elsewhere can point a name of its own at 127.0.0.1
 * (DNS rebinding) and would then count as the same origin; its `Host` header still tells.
 */
export function checkHost(gate: Gate, headers: IncomingHttpHeaders): Refusal | null {
  if (headers.host !== undefined && gate.hosts.has(headers.host)) return null;
  return { status: 403, text: 'Offbook answers only under its own address. Open the one that it printed.' };
}

/**
 * Refuses to let in a page from elsewhere, before its token is looked at. A page that was opened from a file, as
 * the one that `offbook serve` writes, has the origin "null".
 */
export function checkEntry(gate: Gate, headers: IncomingHttpHeaders): Refusal | null {
  const { origin } = headers;
  if (origin === 'null' || (origin !== undefined && gate.origins.has(origin))) return null;
  return { status: 403, text: 'Only Offbook’s own pages may come in here.' };
}

/** Refuses a wrong token. */
export function checkToken(gate: Gate, token: string): Refusal | null {
  return sameSecret(token, gate.token) ? null : noToken;
}

/** Refuses a socket under a foreign name, from a foreign page, or without the token or what was given for it. */
export function checkSocket(gate: Gate, path: string, headers: IncomingHttpHeaders): Refusal | null {
  const foreign = checkHost(gate, headers);
  if (foreign !== null) return foreign;
  if (path !== socketPath) return { status: 404, text: `There is no socket here; it is at ${socketPath}.` };
  if (headers.origin === undefined || !gate.origins.has(headers.origin)) {
    return { status: 403, text: 'Only the page that Offbook serves may open this socket.' };
  }
  const [protocol, key = ''] = (headers['sec-websocket-protocol'] ?? '').split(',').map((part) => part.trim());
  if (protocol !== socketProtocol) return noToken;
  // A page can't set this header.
  if (headers.authorization !== undefined) return checkToken(gate, headers.authorization.replace(/^Bearer /, ''));
  return hasCookie(gate, headers.cookie) && sameSecret(key, gate.key) ? null : noToken;
}

/** Servers on other ports may have set one of the same name; then the browser sends both. */
function hasCookie({ cookie: { name, value } }: Gate, header = ''): boolean {
  const given = header.split(';').map((part) => part.trim());
  return given.some((part) => part.startsWith(`${name}=`) && sameSecret(part.slice(name.length + 1), value));
}

/** Takes equally long wherever the two differ; the digests make the lengths equal. */
function sameSecret(given: string, right: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(right));
}
