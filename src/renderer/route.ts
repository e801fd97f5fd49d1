import type { ViewName } from '../core/commands.ts';

const views: readonly ViewName[] = ['prompter', 'library', 'settings'];

/** The view that an address asks for: `?view=library`; the prompter where it names none that there is. */
export function routeOf(search: string): ViewName {
  const wanted = new URLSearchParams(search).get('view');
  return views.find((view) => view === wanted) ?? 'prompter';
}

/** The address of a view on this page. */
export function addressOf(route: ViewName, pathname: string): string {
  return route === 'prompter' ? pathname : `${pathname}?view=${route}`;
}
