import { BrowserWindow, ipcMain, type WebContents } from 'electron';
import { callChannel, eventChannel } from '../core/contract/channels.ts';
import { answerCall } from '../core/contract/answer-call.ts';
import {
  eventNames,
  type RequestedView,
  type EventName,
  type Handlers,
  type Result,
} from '../core/contract/contract.ts';
import type { OffbookApp } from '../services/base/program.ts';
import { isOwnPage, mayCall } from './own-pages.ts';
import { windowFor, type Windows } from './windows/windows.ts';

/** Answers the views' calls, and sends events to every window; a requested view only to the window that shows it. */
export function setUpIpc(offbook: OffbookApp, windows: Windows): void {
  const requests = keepRequestedViews();
  const handlersFor = (sender: WebContents): Handlers => ({
    ...offbook.handlers,
    takeRequestedView: () => requests.take(sender),
  });
  ipcMain.handle(callChannel, (event, name: unknown, input: unknown): Promise<Result<unknown>> | Result<unknown> => {
    const own = BrowserWindow.getAllWindows().map((window) => window.webContents.id);
    if (mayCall(event.senderFrame, event.sender.id, own)) return answerCall(handlersFor(event.sender), name, input);
    return { ok: false, error: 'Offbook answers only its own pages; this call came from another one.' };
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

/** Keeps what was requested while a page was still loading, until the page listens and takes it. */
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
  // A crashed page reads the whole state after its reload. A window that navigated elsewhere gets no events.
  if (webContents.isCrashed() || !isOwnPage(webContents.getURL())) return;
  webContents.send(eventChannel(name), payload);
}
