import { useLayoutEffect } from 'react';
import { applyLook, lookOf } from './theme.ts';
import { useView } from '../client/program-context.ts';
import { useMedia } from '../ui/use-media.ts';

/** Puts the person's look on the page, and on the floating window where there is one. */
export function useLook(floatWindow: Window | null): void {
  const capabilities = useView(({ app }) => app?.capabilities);
  const settings = useView(({ app }) => app?.settings);
  const wantsContrast = useMedia('(prefers-contrast: more)');
  useLayoutEffect(() => {
    if (settings === undefined || capabilities === undefined) return;
    const look = lookOf(settings, capabilities, wantsContrast);
    for (const win of [window, floatWindow]) if (win !== null) applyLook(win.document, look);
  }, [settings, capabilities, wantsContrast, floatWindow]);
}
