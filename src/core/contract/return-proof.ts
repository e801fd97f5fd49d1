/*
 * How a page that came in before comes in again, after a reload or a restart of the program: both sides prove that they
 * know the page’s key, and neither sends it. See docs/decisions/0039.
 */

/** Where the page posts. The cookie is sent there too, since the path is below that of the socket. */
export const returnPath = '/socket/return';

/**
 * What a side signs with the digest of the key (HMAC, SHA-256). The host is in it, so that a server on another port can’t
 * pass proofs on.
 */
export function proofText(by: 'program' | 'page', host: string, nonce: string): string {
  return `offbook ${by} ${host} ${nonce}`;
}
