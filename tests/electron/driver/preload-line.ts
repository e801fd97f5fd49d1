import type { CDPSession, Page } from '@playwright/test';
import type { Remote } from '../link.ts';
import { fromText, toText } from '../page/clone-text.ts';
import type { FromPage, ToPage } from '../page/messages.ts';
import type { FrameFacts, ProgramSide } from '../sides.ts';
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

/** Where a preload runs now. */
interface Place {
  contextId: number;
  origin: string;
}

/** Carries messages and answers between the preload of a page and the program, as text and clones. */
export async function openPreloadLine(
  cdp: CDPSession,
  page: Page,
  contents: number,
  program: Remote<ProgramSide>,
  onPreloadFailed: (error: Error) => void,
): Promise<PreloadLine> {
  let place: Place | null = null;
  let scripts: string[] = [];

  cdp.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.name === worldName && isMainFrames(context.auxData)) {
      place = { contextId: context.id, origin: context.origin };
    }
  });
  cdp.on('Runtime.executionContextsCleared', () => (place = null));
  cdp.on('Runtime.bindingCalled', ({ payload, executionContextId }) => {
    void receive(fromText(payload) as FromPage, executionContextId);
  });
  const mainFrameId = (await cdp.send('Page.getFrameTree')).frameTree.frame.id;
  await cdp.send('Page.enable');
  await cdp.send('Runtime.enable');
  await cdp.send('Runtime.addBinding', { name: 'electronStandInSend', executionContextName: worldName });

  function isMainFrames(auxData: unknown): boolean {
    return (auxData as { frameId: string }).frameId === mainFrameId;
  }

  async function receive(message: FromPage, contextId: number): Promise<void> {
    if (message.kind === 'preloadFailed') return onPreloadFailed(message.error);
    const { channel, args } = message;
    const answered = program.message(contents, frameOf(contextId), { channel, args });
    const answer = await answered.then(
      (value) => ({ ok: true, value }),
      (error: unknown) => ({
        ok: false,
        value: new Error(`Error invoking remote method '${channel}': ${String(error)}`),
      }),
    );
    tell({ kind: 'answer', call: message.call, ...answer }, contextId);
  }

  /** Null where the document that sent a message is not there any more. */
  function frameOf(contextId: number): FrameFacts {
    if (place?.contextId !== contextId) return null;
    return { url: toProgram(page.url()), origin: toProgram(place.origin), isMain: true };
  }

  function tell(message: ToPage, contextId: number): void {
    const expression = `electronStandInReceive(${JSON.stringify(toText(message))})`;
    // A document that went away meanwhile gets nothing, as in Electron.
    cdp.send('Runtime.evaluate', { expression, contextId }).catch(() => undefined);
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
      if (place !== null) tell({ kind: 'message', channel, args }, place.contextId);
    },
  };
}
