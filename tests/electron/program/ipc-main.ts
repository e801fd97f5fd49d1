import type { IpcMain, IpcMainInvokeEvent, WebFrameMain } from 'electron';
import type { FrameFacts } from '../sides.ts';
import { preventable } from './events.ts';
import { offer } from './link.ts';
import { recorded } from './record.ts';
import { cloned, contentsById } from './web-contents.ts';

type Handler = Parameters<IpcMain['handle']>[1];

const handlers = new Map<string, Handler>();

export const ipcMain = recorded('ipcMain', {
  handle: (channel, handler) => {
    if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    handlers.set(channel, handler);
  },
} satisfies Partial<IpcMain>);

offer({
  message: async (contents, frame, { channel, args }) => {
    const about = preventable({
      sender: contentsById(contents).shown,
      senderFrame: senderFrame(frame),
      frameId: 1,
      processId: 1,
      type: 'frame' as const,
    });
    const handler = handlers.get(channel);
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
