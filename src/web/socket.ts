import { STATUS_CODES, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import { answerCall, eventNames, type RequestedView, type Handlers } from '../core/contract/contract.ts';
import type { App } from '../services/base/program-types.ts';
import { judgeSocket, socketProtocol, type Gate, type Refusal } from './gate.ts';
import { pathOf } from './static-files.ts';
import { readMessage, type ToView } from './wire.ts';

/** The longest message that a view may send. Its longest call holds some settings and a path. */
const maxMessageBytes = 1024 * 1024;

/** A view that leaves this much unread is cut off; it comes back and reads the state as it then is. */
const maxUnreadBytes = 16 * 1024 * 1024;

/** How long a view may take to answer a goodbye before it is cut off. Browsers answer at once. */
const closeTimeoutMs = 1000;

// The close codes of RFC 6455, section 7.4.1.
const goingAway = 1001;
const unsupportedData = 1003;

/** Carries the contract over web sockets of this server. The function that comes back closes them all. */
export function setUpSocket(server: Server, app: App, gate: Gate): () => void {
  const options = {
    noServer: true,
    maxPayload: maxMessageBytes,
    closeTimeout: closeTimeoutMs,
    // A page offers its key as a second protocol; the answer must not repeat it.
    handleProtocols: () => socketProtocol,
  };
  const sockets = new WebSocketServer(options);
  server.on('upgrade', (request, stream, head) => {
    const refusal = judgeSocket(gate, pathOf(request.url ?? ''), request.headers);
    if (refusal === null)
      sockets.handleUpgrade(request, stream, head, (socket) => serveView(socket, handlersFor(socket)));
    else refuse(stream, refusal);
  });
  /** The view requested while no page listened; the next one takes it. */
  let requested: RequestedView | null = null;
  const listening = new WeakSet<WebSocket>();
  const handlersFor = (socket: WebSocket): Handlers => ({
    ...app.handlers,
    takeRequestedView: () => {
      listening.add(socket);
      const taken = requested;
      requested = null;
      return taken;
    },
  });
  const stopKeeping = app.on('viewRequested', ({ view }) => {
    if (![...sockets.clients].some((socket) => listening.has(socket))) requested = view;
  });
  const ends = eventNames.map((event) =>
    app.on(event, (payload) => {
      if (sockets.clients.size > 0) sendAll(sockets.clients, { event, payload });
    }),
  );
  return () => {
    stopKeeping();
    for (const end of ends) end();
    for (const socket of sockets.clients) socket.close(goingAway, 'Offbook was ended.');
  };
}

function serveView(socket: WebSocket, handlers: Handlers): void {
  socket.on('error', () => {
    // A broken frame, or one that is too long: ws is closing this socket with the fitting code already.
  });
  socket.on('message', (data, isBinary) => {
    const message = isBinary || !Buffer.isBuffer(data) ? null : readMessage(data.toString());
    if (message === null) socket.close(unsupportedData, 'Expected JSON text: { id, call, input }.');
    else void answerMessage(socket, handlers, message);
  });
}

async function answerMessage(
  socket: WebSocket,
  handlers: Handlers,
  { id, call, input }: { id: number; call: string; input?: unknown },
): Promise<void> {
  const answer: ToView = { id, result: await answerCall(handlers, call, input) };
  send(socket, JSON.stringify(answer));
}

function sendAll(clients: Iterable<WebSocket>, message: ToView): void {
  const text = JSON.stringify(message);
  for (const socket of clients) send(socket, text);
}

function send(socket: WebSocket, text: string): void {
  if (socket.readyState !== socket.OPEN) return;
  if (socket.bufferedAmount > maxUnreadBytes) socket.terminate();
  else socket.send(text);
}

function refuse(stream: Duplex, { status, text }: Refusal): void {
  const body = `${text}\n`;
  const lines = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'Connection: close',
    'Content-Type: text/plain; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
  ];
  stream.on('error', () => stream.destroy());
  stream.once('finish', () => stream.destroy());
  stream.end(`${lines.join('\r\n')}\r\n\r\n${body}`);
}
