import { BrowserWindow, ipcMain } from 'electron';
import { callChannel, eventChannel } from '../core/contract/channels.ts';
import { answerCall, eventNames, type EventName, type Result } from '../core/contract/contract.ts';
import type { App } from '../services/base/program-types.ts';
import { isOwnPage, mayCall } from './sender.ts';
import { windowFor, type Windows } from './windows/windows.ts';

/** Carries the views' calls to the program, and its events to every window; a view that was asked for to its own. */
export function setUpIpc(offbook: App, windows: Windows): void {
  ipcMain.handle(callChannel, (event, name: unknown, input: unknown): Promise<Result<unknown>> | Result<unknown> => {
    const own = BrowserWindow.getAllWindows().map((window) => window.webContents.id);
    if (mayCall(event.senderFrame, event.sender.id, own)) return answerCall(offbook.handlers, name, input);
    return { ok: false, error: 'Offbook answers its own page only; this call came from another one.' };
  });
  for (const name of eventNames.filter((name) => name !== 'viewAsked')) {
    offbook.on(name, (payload) => {
      for (const window of BrowserWindow.getAllWindows()) tell(window, name, payload);
    });
  }
  offbook.on('viewAsked', (payload) => {
    const window = windowFor(payload.view, windows);
    if (window !== null) tell(window, 'viewAsked', payload);
  });
}

function tell({ webContents }: BrowserWindow, name: EventName, payload: unknown): void {
  // A page that broke down reads the whole state when it is back. One that got elsewhere is told nothing.
  if (webContents.isCrashed() || !isOwnPage(webContents.getURL())) return;
  webContents.send(eventChannel(name), payload);
}
