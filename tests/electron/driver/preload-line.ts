import type { CDPSession, Page } from '@playwright/test';
import { join, type Port, type Remote } from '../link.ts';
import { fromText, toText } from '../page/clone-text.ts';
import type { PreloadHost, PreloadSide, ProgramSide } from '../sides.ts';
import { toProgram } from './addresses.ts';

/** Electron's own name of the world that preloads run in. */
export const worldName = 'Electron Isolated Context';

interface Script {
  source: string;
  worldName?: string;
}

/** The way between a page's preload and the program. */
export interface PreloadLine {
  /** Runs these in every document from now on, in this order, before its own scripts. */
  runBefore: (scripts: readonly Script[]) => Promise<void>;
  /** Brings a message to the preload; where the page has none yet, nobody gets it. */
  deliver: (channel: string, args: unknown[]) => void;
}

/** Carries messages and answers between the preload of a page and the program, as text and clones. */
export async function openPreloadLine(
  cdp: CDPSession,
  page: Page,
  contents: number,
  program: Remote<ProgramSide>,
  onPreloadFailed: (error: Error) => void,
): Promise<PreloadLine> {
  let current: { contextId: number; preload: Remote<PreloadSide> } | null = null;
  let scripts: string[] = [];
  const receivers = new Map<number, (message: unknown) => void>();
  const mainFrameId = (await cdp.send('Page.getFrameTree')).frameTree.frame.id;

  cdp.on('Runtime.executionContextCreated', ({ context: { id, name, origin, auxData } }) => {
    if (name !== worldName || (auxData as { frameId: string }).frameId !== mainFrameId) return;
    current = { contextId: id, preload: joinPreload(id, toProgram(origin)) };
  });
  cdp.on('Runtime.executionContextsCleared', () => (current = null));
  cdp.on('Runtime.bindingCalled', ({ payload, executionContextId }) => {
    receivers.get(executionContextId)?.(fromText(payload));
  });
  await cdp.send('Page.enable');
  await cdp.send('Runtime.enable');
  await cdp.send('Runtime.addBinding', { name: 'electronStandInSend', executionContextName: worldName });

  function joinPreload(contextId: number, origin: string): Remote<PreloadSide> {
    const host: PreloadHost = {
      invoke: (channel, args) => {
        // Null where the document that sent a message is not there any more.
        const frame = current?.contextId === contextId ? { url: toProgram(page.url()), origin, isMain: true } : null;
        return program.message(contents, frame, { channel, args }).catch((error: unknown) => {
          throw new Error(`Error invoking remote method '${channel}': ${String(error)}`);
        });
      },
      preloadFailed: onPreloadFailed,
    };
    const port: Port = {
      send: (message) => {
        const expression = `electronStandInReceive(${JSON.stringify(toText(message))})`;
        // A document that went away meanwhile gets nothing, as in Electron.
        cdp.send('Runtime.evaluate', { expression, contextId }).catch(() => undefined);
      },
      listen: (receive) => receivers.set(contextId, receive),
      onEnd: () => {},
    };
    return join<PreloadSide>(port, host);
  }

  return {
    runBefore: async (wanted) => {
      for (const identifier of scripts) await cdp.send('Page.removeScriptToEvaluateOnNewDocument', { identifier });
      scripts = [];
      for (const script of wanted) {
        scripts.push((await cdp.send('Page.addScriptToEvaluateOnNewDocument', script)).identifier);
      }
    },
    deliver: (channel, args) => {
      void current?.preload.deliver(channel, args);
    },
  };
}
