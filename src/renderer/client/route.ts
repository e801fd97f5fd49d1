import type { ViewName } from '../../core/contract/commands.ts';
import type { ViewState } from './store.ts';

const views: readonly ViewName[] = ['prompter', 'library', 'settings', 'rehearsal', 'progress'];

/** The view that an address asks for: `?view=library`; the prompter where it names none that there is. */
export function routeOf(search: string): ViewName {
  const wanted = new URLSearchParams(search).get('view');
  return views.find((view) => view === wanted) ?? 'prompter';
}

/** What an address asks a rehearsal of: the story in `?view=rehearsal&story=ID`; null where it names none. */
export function wantedStoriesOf(search: string): ViewState['wantedStories'] {
  const id = routeOf(search) === 'rehearsal' ? new URLSearchParams(search).get('story') : null;
  return id === null ? null : { which: 'one', id };
}

/** The address of a view on this page. */
export function addressOf(route: ViewName, pathname: string): string {
  return route === 'prompter' ? pathname : `${pathname}?view=${route}`;
}
