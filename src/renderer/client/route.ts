import { commands, type CommandId, type ViewName } from '../../core/contract/commands.ts';
import type { Capabilities, RequestedView } from '../../core/contract/contract.ts';
import type { RehearsalSetup } from '../../core/rehearsal/questions.ts';

/** A panel over a view. That needn't be the page's own view: the prompter may float above the page. */
export interface OpenPanel {
  name: 'problems' | 'folder' | 'palette' | 'help' | 'controls' | 'print';
  over: ViewName;
}

/** What the page shows, and why. */
export type Route = {
  panel: OpenPanel | null;
  /** The view that Escape goes back to; null where the page opened with this one, or just came back to it. */
  from: ViewName | null;
} & (
  | { view: Exclude<ViewName, 'rehearsal' | 'library'> }
  | {
      view: 'library';
      /** The story to show; null for the one that was shown last. */
      story: string | null;
    }
  | {
      view: 'rehearsal';
      /** What the setup begins with, because somebody pressed “Rehearse” beside it; null for its own choice. */
      stories: RehearsalSetup['stories'] | null;
    }
);

const views: readonly ViewName[] = ['prompter', 'library', 'settings', 'rehearsal', 'progress'];

/**
 * The route of an address: `?view=library&story=ID`, `?view=rehearsal&story=ID`; the prompter where it names no view
 * that exists.
 */
export function routeAt(search: string): Route {
  const query = new URLSearchParams(search);
  const view = views.find((name) => name === query.get('view')) ?? 'prompter';
  const story = query.get('story');
  if (view === 'rehearsal') return { view, stories: storyOf(story), from: null, panel: null };
  return view === 'library' ? { view, story, from: null, panel: null } : { view, from: null, panel: null };
}

/** The address of a route on this page. */
export function addressOf(route: Route, pathname: string): string {
  if (route.view === 'prompter') return pathname;
  const query = new URLSearchParams({ view: route.view });
  const story =
    route.view === 'library'
      ? route.story
      : route.view === 'rehearsal' && route.stories?.which === 'one'
        ? route.stories.id
        : null;
  if (story !== null) query.set('story', story);
  return `${pathname}?${query.toString()}`;
}

/** The route that Escape leads to; null if that is the prompter, which may be in another window. */
export function backRoute({ view, from }: Route): Route | null {
  if (from === null || from === 'prompter' || from === view) return null;
  return routeAt(`?view=${from}`);
}

/** The route with the setup's own choice instead of the stories it began with. */
export function withOwnChoice(route: Route): Route {
  return route.view === 'rehearsal' ? { ...route, stories: null } : route;
}

/**
 * What a command shows in the window where somebody ran it; null for one that the program runs or that shows nothing.
 * The desktop app has two windows: one for the prompter, one for all other views.
 */
export function shownInThisWindow(
  command: CommandId,
  shell: Capabilities['shell'],
  view: ViewName,
): RequestedView | null {
  const requested = commands[command].shows ?? null;
  if (shell === 'browser' || requested === null || requested === 'palette' || requested === 'help') return requested;
  return view === 'prompter' || requested === 'prompter' ? null : requested;
}

/** A window that the browser shows as an app’s, without tabs. */
export interface AppWindow {
  isApp: boolean;
  width: number;
  height: number;
}

/**
 * Whether a view opens in a tab: from the prompter in a window of its own that is too small for another view. The prompter
 * stays, as it does in the desktop app, which has a second window.
 */
export function opensInTab(next: Route, shown: ViewName, { isApp, width, height }: AppWindow): boolean {
  const isSmall = width <= 720 || height <= 420;
  return isApp && isSmall && shown === 'prompter' && next.view !== 'prompter';
}

/** What a page shows, and whether the person is looking at it. */
export interface PageState {
  view: ViewName;
  /** The prompter is in this page, or floats above it. */
  hasPrompter: boolean;
  hasFocus: boolean;
  isVisible: boolean;
  shell: Capabilities['shell'];
}

/**
 * Whether this page shows a view that a hotkey, the tray or a command line requested. The desktop app sends the
 * request to one window only; in the browser every tab gets it.
 */
export function isForThisPage(requested: RequestedView, page: PageState): boolean {
  const isPanel = requested === 'palette' || requested === 'help';
  if (page.shell === 'electron') return page.view !== 'prompter' || isPanel;
  return page.hasFocus || (isPanel ? page.hasPrompter : page.isVisible);
}

/** Where the page is when somebody requests a view. */
interface Origin {
  route: Route;
  /** The view that the person is in, which may float above the page's. */
  from: ViewName;
  /** The prompter is in this page, or floats above it. */
  hasPrompter: boolean;
  /** The story on the prompter: a rehearsal requested from there begins with it. */
  promptedId: string | null;
}

/** The route to a requested view. */
export function routeFor(requested: RequestedView, origin: Origin): Route {
  const { route, from, hasPrompter, promptedId } = origin;
  switch (requested) {
    case 'help':
      return { ...route, panel: { name: 'help', over: from } };
    case 'palette':
      // The library has a search field of its own.
      if (from === 'library') return { ...route, panel: { name: 'palette', over: from } };
      return { ...(hasPrompter ? route : routeAt('')), panel: { name: 'palette', over: 'prompter' } };
    case 'rehearsal': {
      const stories = from === 'prompter' ? storyOf(promptedId) : null;
      return { view: requested, stories, from: leftFor(requested, origin), panel: null };
    }
    case 'library':
      return { view: requested, story: null, from: leftFor(requested, origin), panel: null };
    case 'settings':
    case 'progress':
    case 'prompter':
      return { view: requested, from: leftFor(requested, origin), panel: null };
  }
}

/** The view that is left for another one. Requested again, a view keeps the one that it was reached from. */
function leftFor(requested: ViewName, { route, from, hasPrompter }: Origin): ViewName | null {
  // The prompter may float: Escape leads back to what the page itself showed.
  const left = hasPrompter && from === 'prompter' ? route.view : from;
  if (left !== requested) return left;
  return route.view === requested ? route.from : null;
}

function storyOf(id: string | null): RehearsalSetup['stories'] | null {
  return id === null ? null : { which: 'one', id };
}
