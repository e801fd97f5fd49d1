import { BrowserWindow, ipcMain } from 'electron';
import { answerCall, eventNames, type Result } from '../core/contract.ts';
import type { App } from '../services/app-types.ts';
import { mayCall } from './sender.ts';

/** The preload knows these channels by the same names. */
const callChannel = 'offbook:call';
const eventChannel = 'offbook:event:';

/** Carries the views' calls to the program, and its events to every window. */
export function setUpIpc(offbook: App): void {
  ipcMain.handle(callChannel, (event, name: unknown, input: unknown): Promise<Result<unknown>> | Result<unknown> => {
    const own = BrowserWindow.getAllWindows().map((window) => window.webContents.id);
    if (mayCall(event.senderFrame, event.sender.id, own)) return answerCall(offbook.handlers, name, input);
    return { ok: false, error: 'Offbook answers its own page only; this call came from another one.' };
  });
  for (const name of eventNames) {
    offbook.on(name, (payload) => {
      for (const { webContents } of BrowserWindow.getAllWindows()) {
        // A page that broke down reads the whole state when it is back.
        if (!webContents.isCrashed()) webContents.send(eventChannel + name, payload);
      }
    });
  }
}
