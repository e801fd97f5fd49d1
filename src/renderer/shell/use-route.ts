import { useEffect } from 'react';
import type { ViewName } from '../../core/contract/commands.ts';
import type { RequestedView } from '../../core/contract/contract.ts';
import { useProgram, useView } from '../client/program-context.ts';
import { addressOf, isForThisPage, routeAt, routeFor } from '../client/route.ts';

const titles: Readonly<Record<ViewName, string>> = {
  prompter: 'Offbook',
  library: 'Library – Offbook',
  settings: 'Settings – Offbook',
  rehearsal: 'Rehearsal – Offbook',
  progress: 'Progress – Offbook',
};

/** The page's view. The address follows the route, so that a reload and the browser's Back lead to the same view. */
export function useRoute(): ViewName {
  const { store } = useProgram();
  const route = useView((state) => state.route);
  useEffect(() => {
    document.title = titles[route.view];
    const { pathname, search } = window.location;
    const address = addressOf(route, pathname);
    if (routeAt(search).view !== route.view) window.history.pushState(null, '', address);
    else if (address !== pathname + search) window.history.replaceState(null, '', address);
  }, [route]);
  useEffect(() => {
    const goBack = (): void => store.setState({ route: routeAt(window.location.search) });
    window.addEventListener('popstate', goBack);
    return () => window.removeEventListener('popstate', goBack);
  }, [store]);
  return route.view;
}

/** Shows a view that a hotkey, the tray or a command line requested. */
export function useViewRequests(floatWindow: Window | null): void {
  const { bridge, store } = useProgram();
  const isReached = useView(({ app, connection }) => app !== null && connection === 'connected');
  useEffect(() => {
    if (!isReached) return undefined;
    let isListening = true;
    const showView = (requested: RequestedView): void => {
      const { route, app } = store.getState();
      const { view } = route;
      const shell = app?.capabilities.shell ?? 'browser';
      const hasPrompter = floatWindow !== null || view === 'prompter';
      const hasFocus = document.hasFocus() || floatWindow?.document.hasFocus() === true;
      const isVisible = document.visibilityState === 'visible';
      if (!isForThisPage(requested, { view, hasPrompter, hasFocus, isVisible, shell })) return;
      const nearest = hasPrompter && !(view === 'library' && document.hasFocus()) ? 'prompter' : view;
      // The desktop's other views run their own commands: a rehearsal requested from outside comes from the prompter.
      const from = requested === 'rehearsal' && shell === 'electron' ? 'prompter' : nearest;
      const promptedId = app?.session.prompt?.storyId ?? null;
      store.setState({ route: routeFor(requested, { route, from, hasPrompter, promptedId }) });
      // Where the browser lets a page come to the front, it does.
      (nearest === 'prompter' ? (floatWindow ?? window) : window).focus();
    };
    const end = bridge.on('viewRequested', ({ view }) => showView(view));
    /** Shows the view requested while this page was loading. A new window opens with its view already. */
    const showKept = async (): Promise<void> => {
      const kept = await bridge.takeRequestedView(undefined);
      if (isListening && kept.ok && kept.value !== null && kept.value !== store.getState().route.view)
        showView(kept.value);
    };
    void showKept();
    return () => {
      isListening = false;
      end();
    };
  }, [bridge, store, floatWindow, isReached]);
}
