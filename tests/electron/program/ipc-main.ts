import { EventEmitter } from 'node:events';
import type { IpcMain, IpcMainInvokeEvent, WebFrameMain } from 'electron';
import type { FrameFacts } from '../sides.ts';
import { preventable } from './events.ts';
import { offer } from './link.ts';
import { recorded } from './record.ts';
import { cloned, contentsById } from './web-contents.ts';

type Handler = Parameters<IpcMain['handle']>[1];

class StandInIpcMain extends EventEmitter implements Pick<IpcMain, 'handle'> {
  readonly handlers = new Map<string, Handler>();

  handle(channel: string, handler: Handler): void {
    if (this.handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    this.handlers.set(channel, handler);
  }
}

const standIn = new StandInIpcMain();
export const ipcMain = recorded('ipcMain', standIn);

offer({
  message: async (contents, frame, { kind, channel, args }) => {
    const about = preventable({
      sender: contentsById(contents).shown,
      senderFrame: senderFrame(frame),
      frameId: 1,
      processId: 1,
      type: 'frame' as const,
    });
    if (kind === 'send') {
      standIn.emit(channel, about, ...args);
      return null;
    }
    const handler = standIn.handlers.get(channel);
    if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
    return cloned<unknown>(await handler(about satisfies IpcMainInvokeEvent, ...args));
  },
});

/** As much of a frame as says where a message came from; another member throws. */
function senderFrame(frame: FrameFacts): WebFrameMain | null {
  if (frame === null) return null;
  const { url, origin, isMain } = frame;
  const known: Pick<WebFrameMain, 'detached' | 'origin' | 'url'> = { detached: false, origin, url };
  return recorded('frame', { ...known, parent: isMain ? null : {} }) as unknown as WebFrameMain;
}
