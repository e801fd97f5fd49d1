import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { OffbookApp } from '../services/base/program.ts';
import { errorCode, describeError } from '../services/base/system-error.ts';
import { answerEntry, entryPath } from './entry.ts';
import { gateFor } from './gate.ts';
import { setUpSocket } from './socket.ts';
import { answerRequest, pathOf } from './static-files.ts';
import { limitStrangers, patience, type Patience } from './strangers.ts';

export interface ServerOptions {
  app: OffbookApp;
  /** The built renderer. */
  rendererDir: string;
  /** 0 takes a free one. */
  port: number;
  /** What connections may take until they have come in. */
  limits?: Patience;
}

export interface WebServer {
  port: number;
  /** What a person opens: the token is behind the `#`, so that it is in no request line and no log. */
  address: string;
  /** Where a form posts the token to, to come in. */
  entry: string;
  /** The right to come in. */
  token: string;
  /** Ends every connection. The app stays open: it belongs to whoever made it. */
  close: () => Promise<void>;
}

/** A port that can't be had; the message says what to do. */
export class PortError extends Error {}

/**
 * Serves the renderer and the contract on 127.0.0.1 only, so that no other computer reaches them.
 * Rejects with a PortError when the port can't be had.
 */
export async function startServer(options: ServerOptions): Promise<WebServer> {
  const { app, rendererDir, port: wanted, limits = patience } = options;
  const server = createServer({
    headersTimeout: limits.headersMs,
    requestTimeout: limits.requestMs,
    connectionsCheckingInterval: Math.min(1000, limits.headersMs / 2),
  });
  server.timeout = limits.silenceMs;
  limitStrangers(server, limits.strangers);
  const port = await listen(server, wanted);
  const gate = gateFor(port);
  server.on('request', (request, response) => {
    if (pathOf(request.url ?? '') === entryPath) void answerEntry(request, response, gate);
    else void answerRequest(request, response, rendererDir, gate);
  });
  const closeSockets = setUpSocket(server, app, gate);
  return {
    port,
    token: gate.token,
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
  const way = 'Choose another with --port, or leave --port out to get a free one.';
  if (errorCode(error) === 'EADDRINUSE') return `Port ${port} is in use by another program. ${way}`;
  return `Port ${port} can't be had: ${describeError(error)}. ${way}`;
}
