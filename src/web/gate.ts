import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** Who may talk to this server: programs with the token, and pages that came in with it. */
export interface Gate {
  hosts: ReadonlySet<string>;
  origins: ReadonlySet<string>;
  /** Lets a page in, and opens the socket for a program of the same person. */
  token: string;
  /** A page that came in needs this for the socket. Browsers share cookies between ports, so it isn't enough alone. */
  cookie: { name: string; value: string };
  /** The other thing that such a page needs. Browsers keep it for this port only. */
  key: string;
  /** What pages have that came in at this start, and at the ones before it; the latest first. */
  entries: readonly KnownEntry[];
}

/** The digests (SHA-256) of a cookie and of a key that pages came in with. */
export interface KnownEntry {
  cookie: string;
  key: string;
}

/** Why a request is refused, as an HTTP status and a sentence. */
export interface Refusal {
  status: 400 | 401 | 403 | 404 | 405 | 413;
  text: string;
}

/** The path of the web socket, and the subprotocol that clients request; a page sends its key after it. */
export const socketPath = '/socket';
export const socketProtocol = 'offbook';

/** So many starts can a page miss and still come in again: it may sleep over a few of them. */
const mostEntries = 4;

/** Why a page isn’t let in again. */
export const noAccess: Refusal = {
  status: 401,
  text: 'This page didn’t come in here before. Open the address that Offbook printed last.',
};

const noToken: Refusal = {
  status: 401,
  text: 'The token is missing or old. Open the address that Offbook printed last.',
};

/** A secret that can't be guessed: 32 random bytes, in characters that need no escaping in URLs and headers. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/**
 * The gate of the server on this port, with new secrets. Browsers leave out the port if it is the default one. `earlier`
 * is what pages on this port came in with before.
 */
export function gateFor(port: number, earlier: readonly KnownEntry[] = []): Gate {
  const cookie = newSecret();
  const key = newSecret();
  const names = ['127.0.0.1', 'localhost'];
  const hosts = names.flatMap((name) => (port === 80 ? [name, `${name}:80`] : [`${name}:${port}`]));
  return {
    hosts: new Set(hosts),
    origins: new Set(hosts.map((host) => `http://${host}`)),
    token: newSecret(),
    cookie: { name: `offbook-${port}`, value: cookie },
    key,
    entries: [{ cookie: digestOf(cookie), key: digestOf(key) }, ...earlier].slice(0, mostEntries),
  };
}

/**
 * Refuses requests under a foreign name. A page elsewhere can point its own name at 127.0.0.1 (DNS rebinding) and
 * would then count as the same origin; its `Host` header gives it away.
 */
export function checkHost(gate: Gate, headers: IncomingHttpHeaders): Refusal | null {
  if (headers.host !== undefined && gate.hosts.has(headers.host)) return null;
  return { status: 403, text: 'Offbook answers only under its own address. Open the one that it printed.' };
}

/**
 * Refuses pages from elsewhere, before their token is checked. A page that was opened from a file, such as the one that
 * `offbook serve` writes, has the origin “null”.
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

/** Refuses a socket under a foreign name, from a foreign page, or without the token, or the cookie and the key. */
export function checkSocket(gate: Gate, path: string, headers: IncomingHttpHeaders): Refusal | null {
  const foreign = checkHost(gate, headers);
  if (foreign !== null) return foreign;
  if (path !== socketPath) return { status: 404, text: `The socket is at ${socketPath}.` };
  if (headers.origin === undefined || !gate.origins.has(headers.origin)) {
    return { status: 403, text: 'Only the page that Offbook serves may open this socket.' };
  }
  const [protocol, key = ''] = (headers['sec-websocket-protocol'] ?? '').split(',').map((part) => part.trim());
  if (protocol !== socketProtocol) return noToken;
  // A page can't set this header.
  if (headers.authorization !== undefined) return checkToken(gate, headers.authorization.replace(/^Bearer /, ''));
  return hasCookie(gate, headers.cookie) && sameSecret(key, gate.key) ? null : noToken;
}

function hasCookie(gate: Gate, header?: string): boolean {
  return cookiesIn(gate, header).some((given) => sameSecret(given, gate.cookie.value));
}

/** What a page came in with, by its cookie; null for a stranger. */
export function entryByCookie(gate: Gate, header?: string): KnownEntry | null {
  const digests = cookiesIn(gate, header).map(digestOf);
  return gate.entries.find(({ cookie }) => digests.some((given) => sameSecret(given, cookie))) ?? null;
}

/** Servers on other ports may have set a cookie of the same name; then the browser sends both. */
function cookiesIn({ cookie: { name } }: Gate, header = ''): string[] {
  const given = header.split(';').map((part) => part.trim());
  return given.filter((part) => part.startsWith(`${name}=`)).map((part) => part.slice(name.length + 1));
}

function digestOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}

/** Compares in constant time; the digests make the lengths equal. */
export function sameSecret(given: string, right: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(right));
}
