import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { App } from '../services/base/program-types.ts';
import { errorCode, reasonOf } from '../services/base/system-error.ts';
import { gateFor, newToken } from './gate.ts';
import { setUpSocket } from './socket.ts';
import { answerRequest } from './static-files.ts';

export interface ServerOptions {
  app: App;
  /** The built renderer. */
  rendererDir: string;
  /** 0 takes a free one. */
  port: number;
}

export interface WebServer {
  port: number;
  /** What a person opens: the token stands behind the `#`, so that it is never sent to a server or logged. */
  address: string;
  /** The right to open the socket. */
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
export async function startServer({ app, rendererDir, port: wanted }: ServerOptions): Promise<WebServer> {
  const server = createServer();
  const port = await listen(server, wanted);
  const gate = gateFor(port, newToken());
  server.on('request', (request, response) => void answerRequest(request, response, rendererDir, gate));
  const closeSockets = setUpSocket(server, app, gate);
  return {
    port,
    token: gate.token,
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
  return `Port ${port} can't be had: ${reasonOf(error)}. ${way}`;
}
