import { useEffect } from 'react';
import type { ViewName } from '../../core/contract/commands.ts';
import { addressOf, answersAsk, routeOf, stepFor } from '../client/route.ts';
import { useProgram, useView } from '../client/program-context.ts';
import type { AskedView } from '../../core/contract/contract.ts';

const titles: Readonly<Record<ViewName, string>> = {
  prompter: 'Offbook',
  library: 'Library – Offbook',
  settings: 'Settings – Offbook',
  rehearsal: 'Rehearsal – Offbook',
  progress: 'Progress – Offbook',
};

/** What the page shows. The address follows it, so that a reload and the browser's Back lead to the same view. */
export function useRoute(): ViewName {
  const { store } = useProgram();
  const route = useView((state) => state.route);
  useEffect(() => {
    document.title = titles[route];
    const { pathname, search } = window.location;
    if (routeOf(search) !== route) window.history.pushState(null, '', addressOf(route, pathname));
  }, [route]);
  useEffect(() => {
    const goBack = (): void => store.setState({ route: routeOf(window.location.search), panel: 'none' });
    window.addEventListener('popstate', goBack);
    return () => window.removeEventListener('popstate', goBack);
  }, [store]);
  return route;
}

/** Shows what was asked for elsewhere: by a hotkey, the tray, a command line. */
export function useAskedViews(floatWindow: Window | null): void {
  const { bridge, store } = useProgram();
  const isReached = useView(({ app, connection }) => app !== null && connection === 'connected');
  useEffect(() => {
    if (!isReached) return undefined;
    let listens = true;
    const show = (asked: AskedView): void => {
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
      // The desktop's other views carry out their own asks: one that comes from outside is the prompter's.
      const asker = asked === 'rehearsal' && here.shell === 'electron' ? 'prompter' : from;
      store.setState(stepFor(asked, asker, hasPrompter, app?.session.prompt?.storyId));
      // Where the browser lets a page come to the front, it does.
      (from === 'prompter' ? (floatWindow ?? window) : window).focus();
    };
    const end = bridge.on('viewAsked', ({ view }) => show(view));
    /** What was asked for while this page was opening. A new window opens with its view already. */
    const showKept = async (): Promise<void> => {
      const kept = await bridge.takeAskedView(undefined);
      if (listens && kept.ok && kept.value !== null && kept.value !== store.getState().route) show(kept.value);
    };
    void showKept();
    return () => {
      listens = false;
      end();
    };
  }, [bridge, store, floatWindow, isReached]);
}
