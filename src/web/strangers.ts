import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/** What is put up with from connections that have not opened the socket. Times in milliseconds. */
export interface Patience {
  /** From the connection's start, or the answer before, to the end of the headers. */
  headersMs: number;
  /** To the end of the whole request. */
  requestMs: number;
  /** While nothing is sent or read, as by somebody who doesn't take the answer. */
  silenceMs: number;
  /** How many there may be at a time. */
  strangers: number;
}

/** Pages of this computer need milliseconds, and a browser opens six connections at a time. */
export const patience: Patience = { headersMs: 5000, requestMs: 10_000, silenceMs: 30_000, strangers: 64 };

/**
 * Cuts off the oldest connection without an open socket when there are too many, so that whoever fills the
 * server up doesn't keep the person's page out.
 */
export function limitStrangers(server: Server, most: number): void {
  const strangers = new Set<Socket>();
  server.on('connection', (socket) => {
    strangers.add(socket);
    socket.once('close', () => strangers.delete(socket));
    const [oldest] = strangers;
    if (strangers.size > most) oldest?.destroy();
  });
  // One that is refused the socket is ended at once.
  server.on('upgrade', ({ socket }) => strangers.delete(socket));
}
