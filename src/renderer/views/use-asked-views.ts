import { useEffect } from 'react';
import { answersAsk, stepFor } from '../asked-view.ts';
import { useProgram } from './program.ts';

/** Shows what was asked for elsewhere: by a hotkey, the tray, a command line. */
export function useAskedViews(floatWindow: Window | null): void {
  const { bridge, store } = useProgram();
  useEffect(
    () =>
      bridge.on('viewAsked', ({ view: asked }) => {
        const { route, app } = store.getState();
        const hasPrompter = floatWindow !== null || route === 'prompter';
        const here = {
          route,
          hasPrompter,
          hasFocus: document.hasFocus() || floatWindow?.document.hasFocus() === true,
          isVisible: document.visibilityState === 'visible',
          shell: app?.capabilities.shell ?? 'browser',
        };
        if (!answersAsk(asked, here)) return;
        const from = hasPrompter && !(route === 'library' && document.hasFocus()) ? 'prompter' : route;
        store.setState(stepFor(asked, from, hasPrompter));
        // Where the browser lets a page come to the front, it does.
        (from === 'prompter' ? (floatWindow ?? window) : window).focus();
      }),
    [bridge, store, floatWindow],
  );
}
