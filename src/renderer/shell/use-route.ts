import { useEffect } from 'react';
import type { ViewName } from '../../core/contract/commands.ts';
import { addressOf, routeOf } from '../client/route.ts';
import { useProgram, useView } from '../client/program-context.ts';

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
