import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { OffbookApp } from '../services/base/program.ts';
import { errorCode, describeError } from '../services/base/system-error.ts';
import { answerEntry, entryPath } from './entry.ts';
import { gateFor, type KnownEntry } from './gate.ts';
import { returnPath } from '../core/contract/return-proof.ts';
import { recordingsPath } from '../core/voice/recordings.ts';
import { answerRecording } from './recordings.ts';
import { setUpReturn } from './return.ts';
import { setUpSocket } from './socket.ts';
import { answerRequest, pathOf } from './static-files.ts';

interface ServerOptions {
  app: OffbookApp;
  /** The built renderer. */
  rendererDir: string;
  /** 0 takes a free one. */
  port: number;
  /** What pages of earlier starts came in with, on their port: there they come in again. */
  earlier?: { port: number; entries: readonly KnownEntry[] } | null;
  /** Limits on connections before they open the socket. */
  limits?: ConnectionLimits;
}

export interface WebServer {
  port: number;
  /** The address to open. The token comes after the `#`, so that no request line or log contains it. */
  address: string;
  /** Where a form posts the token to come in. */
  entry: string;
  /** What lets a page or a program in. */
  token: string;
  /** What pages come in with at this start and came in with before, for the next start. */
  entries: readonly KnownEntry[];
  /** Closes every connection. The app stays open: it belongs to the caller. */
  close: () => Promise<void>;
}

/** The port isn't available; the message says what to do. */
export class PortError extends Error {}

/**
 * Serves the renderer and the contract on 127.0.0.1 only, so that no other computer reaches them.
 * Rejects with a PortError if the port isn't available.
 */
export async function startServer(options: ServerOptions): Promise<WebServer> {
  const { app, rendererDir, port: wanted, earlier = null, limits = defaultLimits } = options;
  const server = createServer({
    headersTimeout: limits.headersMs,
    requestTimeout: limits.requestMs,
    connectionsCheckingInterval: Math.min(1000, limits.headersMs / 2),
  });
  server.timeout = limits.silenceMs;
  limitPending(server, limits.pending);
  const port = await listen(server, wanted);
  const gate = gateFor(port, earlier?.port === port ? earlier.entries : []);
  const answerReturn = setUpReturn(gate);
  server.on('request', (request, response) => {
    const path = pathOf(request.url ?? '');
    if (path === entryPath) void answerEntry(request, response, gate);
    else if (path === returnPath) void answerReturn(request, response);
    else if (path.startsWith(recordingsPath)) void answerRecording(request, response, app, gate);
    else void answerRequest(request, response, rendererDir, gate);
  });
  const closeSockets = setUpSocket(server, app, gate);
  return {
    port,
    token: gate.token,
    entries: gate.entries,
    entry: `http://127.0.0.1:${port}${entryPath}`,
    address: `http://127.0.0.1:${port}/#token=${gate.token}`,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      closeSockets();
      server.closeAllConnections();
      await closed;
    },
  };
}

async function listen(server: Server, port: number): Promise<number> {
  server.listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch (error) {
    throw new PortError(portSentence(port, error), { cause: error });
  }
  return (server.address() as AddressInfo).port;
}

function portSentence(port: number, error: unknown): string {
  const way = 'Choose another with --port, or leave out --port to get a free one.';
  if (errorCode(error) === 'EADDRINUSE') return `Port ${port} is in use by another program. ${way}`;
  return `Port ${port} isn’t available: ${describeError(error)}. ${way}`;
}

/** Limits on connections that haven't opened the socket. Times in milliseconds. */
export interface ConnectionLimits {
  /** From the start of the connection, or the previous answer, to the end of the headers. */
  headersMs: number;
  /** To the end of the whole request. */
  requestMs: number;
  /** While nothing is sent or read, for example if a client doesn't read the answer. */
  silenceMs: number;
  /** How many there may be at once. */
  pending: number;
}

/** Pages on this computer need milliseconds, and a browser opens six connections at once. */
const defaultLimits: ConnectionLimits = { headersMs: 5000, requestMs: 10_000, silenceMs: 30_000, pending: 64 };

/**
 * Closes the oldest connection without an open socket if there are too many, so that nobody can flood the server and
 * keep the owner's page out.
 */
function limitPending(server: Server, most: number): void {
  const pending = new Set<Socket>();
  server.on('connection', (socket) => {
    pending.add(socket);
    socket.once('close', () => pending.delete(socket));
    const [oldest] = pending;
    if (pending.size > most) oldest?.destroy();
  });
  // A connection whose socket is refused is closed at once.
  server.on('upgrade', ({ socket }) => pending.delete(socket));
}
