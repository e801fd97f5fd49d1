import { BrowserWindow, ipcMain, type WebContents } from 'electron';
import { callChannel, eventChannel } from '../core/contract/channels.ts';
import {
  answerCall,
  eventNames,
  type RequestedView,
  type EventName,
  type Handlers,
  type Result,
} from '../core/contract/contract.ts';
import type { App } from '../services/base/program-types.ts';
import { isOwnPage, mayCall } from './sender.ts';
import { windowFor, type Windows } from './windows/windows.ts';

/** Carries the views' calls to the program, and its events to every window; a view that was asked for to its own. */
export function setUpIpc(offbook: App, windows: Windows): void {
  const requests = keepRequestedViews();
  const handlersFor = (sender: WebContents): Handlers => ({
    ...offbook.handlers,
    takeRequestedView: () => requests.take(sender),
  });
  ipcMain.handle(callChannel, (event, name: unknown, input: unknown): Promise<Result<unknown>> | Result<unknown> => {
    const own = BrowserWindow.getAllWindows().map((window) => window.webContents.id);
    if (mayCall(event.senderFrame, event.sender.id, own)) return answerCall(handlersFor(event.sender), name, input);
    return { ok: false, error: 'Offbook answers its own page only; this call came from another one.' };
  });
  for (const name of eventNames.filter((name) => name !== 'viewRequested')) {
    offbook.on(name, (payload) => {
      for (const window of BrowserWindow.getAllWindows()) tell(window, name, payload);
    });
  }
  offbook.on('viewRequested', (payload) => {
    const window = windowFor(payload.view, windows);
    if (window === null) return;
    requests.keep(window.webContents, payload.view);
    tell(window, 'viewRequested', payload);
  });
}

/** The view requested while a page was still loading: it hears nothing before it listens. */
function keepRequestedViews() {
  const listening = new Set<number>();
  const kept = new Map<number, RequestedView>();
  return {
    keep: ({ id }: WebContents, view: RequestedView): void => void (listening.has(id) || kept.set(id, view)),
    take: (page: WebContents): RequestedView | null => {
      const { id } = page;
      const view = kept.get(id) ?? null;
      kept.delete(id);
      if (!listening.has(id)) page.once('did-start-loading', () => listening.delete(id));
      listening.add(id);
      return view;
    },
  };
}

function tell({ webContents }: BrowserWindow, name: EventName, payload: unknown): void {
  // A page that broke down reads the whole state when it is back. One that got elsewhere is told nothing.
  if (webContents.isCrashed() || !isOwnPage(webContents.getURL())) return;
  webContents.send(eventChannel(name), payload);
}
