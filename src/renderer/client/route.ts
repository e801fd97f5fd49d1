import { type CommandId, commands, type ViewName } from '../../core/contract/commands.ts';
import type { ViewState } from './store.ts';
import type { AskedView, Capabilities } from '../../core/contract/contract.ts';

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

/**
 * What a command that was asked for in a view shows in that same window; null where the program carries it out. The
 * desktop program has two windows: one for the prompter, one for all other views.
 */
export function shownHere(command: CommandId, shell: Capabilities['shell'], view: ViewName): AskedView | null {
  const asked = commands[command].shows ?? null;
  if (shell === 'browser' || asked === null || asked === 'palette' || asked === 'help') return asked;
  return view === 'prompter' || asked === 'prompter' ? null : asked;
}

/** What a page shows and whether the person is in it. */
export interface Here {
  route: ViewName;
  /** The prompter is in this page, or floats above it. */
  hasPrompter: boolean;
  hasFocus: boolean;
  isVisible: boolean;
  shell: Capabilities['shell'];
}

/**
 * Whether this page answers what was asked for elsewhere: by a hotkey, the tray or a command line. The desktop
 * program tells only the window that is meant; in the browser every tab hears of it.
 */
export function answersAsk(asked: AskedView, { route, hasPrompter, hasFocus, isVisible, shell }: Here): boolean {
  if (shell === 'electron') return route !== 'prompter' || asked === 'palette' || asked === 'help';
  if (asked === 'palette' || asked === 'help') return hasFocus || hasPrompter;
  return hasFocus || isVisible;
}

/**
 * What to show for what was asked for in a view: a view to go to, and what lies over which view. `hasPrompter`:
 * the prompter is there too, floating above this page. `prompted` is the story on the prompter: a rehearsal that
 * is asked for from there begins with it, else with what is due.
 */
export function stepFor(asked: AskedView, from: ViewName, hasPrompter: boolean, prompted: string | null = null): Step {
  switch (asked) {
    case 'help':
      return { panel: 'help', panelView: from };
    case 'palette':
      // Where stories can be found already, they are: by the library's own field.
      if (from === 'library') return { panel: 'palette', panelView: from };
      return { ...(hasPrompter ? {} : { route: 'prompter' }), panel: 'palette', panelView: 'prompter' };
    case 'rehearsal':
      return {
        route: asked,
        panel: 'none',
        wantedStories: from === 'prompter' ? storyOf(prompted) : null,
        setupFrom: from,
      };
    case 'library':
    case 'settings':
    case 'progress':
    case 'prompter':
      return { route: asked, panel: 'none' };
  }
}

type Step = Partial<Pick<ViewState, 'route' | 'panel' | 'panelView' | 'wantedStories' | 'setupFrom'>>;

function storyOf(id: string | null): ViewState['wantedStories'] {
  return id === null ? null : { which: 'one', id };
}
