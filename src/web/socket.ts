import { parseJson } from '../core/values.ts';
import { STATUS_CODES, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import * as v from 'valibot';
import { WebSocketServer, type WebSocket } from 'ws';
import { answerCall } from '../core/contract/answer-call.ts';
import {
  eventNames,
  type RequestedView,
  type EventName,
  type Handlers,
  type Result,
} from '../core/contract/contract.ts';
import type { OffbookApp } from '../services/base/program.ts';
import { checkSocket, socketProtocol, type Gate, type Refusal } from './gate.ts';
import { recordingAddress } from './recordings.ts';
import { pathOf } from './static-files.ts';

/** What a view gets over the socket: the answer to one of its calls, or an event. */
type ToView = { id: number; result: Result<unknown> } | { event: EventName; payload: unknown };

/** What a view sends: a call by name, and a number of its own, which the answer repeats. */
const fromView = v.object({
  id: v.pipe(v.number(), v.integer()),
  call: v.string(),
  input: v.optional(v.unknown()),
});
type FromView = v.InferOutput<typeof fromView>;

/** Reads a view's message; null if it isn't one and can't be answered. */
function readMessage(text: string): FromView | null {
  const parsed = v.safeParse(fromView, parseJson(text));
  return parsed.success ? parsed.output : null;
}

/** The longest message that a view may send. Its longest call contains a document to read (`readDocument`). */
const maxMessageBytes = 8 * 1024 * 1024;

/** A view that leaves this much unread is disconnected; it reconnects and reads the state again. */
const maxUnreadBytes = 16 * 1024 * 1024;

/** How long a view may take to answer the close before it is disconnected. Browsers answer at once. */
const closeTimeoutMs = 1000;

// The close codes of RFC 6455, section 7.4.1.
const goingAway = 1001;
const unsupportedData = 1003;

/** Serves the contract over web sockets of this server. Returns a function that closes them all. */
export function setUpSocket(server: Server, app: OffbookApp, gate: Gate): () => void {
  const options = {
    noServer: true,
    maxPayload: maxMessageBytes,
    closeTimeout: closeTimeoutMs,
    // A page sends its key as a second protocol; the answer must not repeat it.
    handleProtocols: () => socketProtocol,
  };
  const sockets = new WebSocketServer(options);
  server.on('upgrade', (request, stream, head) => {
    const refusal = checkSocket(gate, pathOf(request.url ?? ''), request.headers);
    if (refusal === null)
      sockets.handleUpgrade(request, stream, head, (socket) => serveView(socket, handlersFor(socket)));
    else refuse(stream, refusal);
  });
  /** The view requested while no page listened; the next one takes it. */
  let requested: RequestedView | null = null;
  const listening = new WeakSet<WebSocket>();
  const handlersFor = (socket: WebSocket): Handlers => ({
    ...app.handlers,
    recordingAddress: ({ id }) => recordingAddress(gate, id),
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
    for (const socket of sockets.clients) socket.close(goingAway, 'Offbook has quit.');
  };
}

function serveView(socket: WebSocket, handlers: Handlers): void {
  socket.on('error', () => {
    // A broken frame, or one that is too long: ws already closes this socket with the right code.
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
