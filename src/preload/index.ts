import { contextBridge, ipcRenderer, webUtils, type IpcRendererEvent } from 'electron';
import { callChannel, eventChannel } from '../core/contract/channels.ts';
import { callNames, eventNames, type EventName } from '../core/contract/contract.ts';

/*
 * The bridge between a page and the program, made from the contract: one function a call, and `on`. Nothing
 * here knows a call by name, so adding one doesn't touch this file.
 */

const calls = callNames.map(
  (name) => [name, (input: unknown) => ipcRenderer.invoke(callChannel, name, input)] as const,
);

function on(name: EventName, listener: (payload: unknown) => void): () => void {
  if (!eventNames.includes(name)) throw new Error(`There is no event "${name}".`);
  const receive = (_event: IpcRendererEvent, payload: unknown): void => listener(payload);
  ipcRenderer.on(eventChannel(name), receive);
  return () => {
    ipcRenderer.removeListener(eventChannel(name), receive);
  };
}

/** The path of a file that was dropped on the page, which Chromium itself doesn't tell. */
function pathOf(file: File): string {
  return webUtils.getPathForFile(file);
}

contextBridge.exposeInMainWorld('offbook', { ...Object.fromEntries(calls), on, pathOf });
