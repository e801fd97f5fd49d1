import { contextBridge, ipcRenderer, webUtils, type IpcRendererEvent } from 'electron';
import { callChannel, eventChannel } from '../core/contract/channels.ts';
import { callNames, eventNames, type EventName } from '../core/contract/contract.ts';

/*
 * The bridge between a page and the main process, built from the contract: a function for each call, and `on`. It
 * names no call, so adding one doesn't change this file.
 */

const calls = callNames.map(
  (name) => [name, (input: unknown) => ipcRenderer.invoke(callChannel, name, input)] as const,
);

function on(name: EventName, listener: (payload: unknown) => void): () => void {
  if (!eventNames.includes(name)) throw new Error(`There isn’t an event “${name}”.`);
  const receive = (_event: IpcRendererEvent, payload: unknown): void => listener(payload);
  ipcRenderer.on(eventChannel(name), receive);
  return () => {
    ipcRenderer.removeListener(eventChannel(name), receive);
  };
}

/** The path of a file that was dropped on the page. Chromium doesn't give it to pages. */
function pathOf(file: File): string {
  return webUtils.getPathForFile(file);
}

contextBridge.exposeInMainWorld('offbook', { ...Object.fromEntries(calls), on, pathOf });
