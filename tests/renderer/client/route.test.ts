import { describe, expect, test } from 'vitest';
import {
  addressOf,
  backRoute,
  isForThisPage,
  opensInTab,
  routeAt,
  routeFor,
  shownInThisWindow,
  withOwnChoice,
  type PageState,
} from '../../../src/renderer/client/route.ts';

describe('a command that only shows something', () => {
  test('shows it in this window; the others are the program’s', () => {
    expect(shownInThisWindow('find-story', 'browser', 'prompter')).toBe('palette');
    expect(shownInThisWindow('show-library', 'browser', 'settings')).toBe('library');
    expect(shownInThisWindow('play-pause', 'browser', 'prompter')).toBeNull();
  });

  test('is the program’s where another window shows it', () => {
    expect(shownInThisWindow('show-library', 'electron', 'prompter')).toBeNull();
    expect(shownInThisWindow('show-prompter', 'electron', 'library')).toBeNull();
    expect(shownInThisWindow('show-help', 'electron', 'prompter')).toBe('help');
    expect(shownInThisWindow('rehearse', 'electron', 'library')).toBe('rehearsal');
  });
});

test('only a small window of an app leaves another view to a tab', () => {
  const app = { isApp: true, width: 460, height: 260 };
  const [library, prompter] = [routeAt('?view=library'), routeAt('')];
  expect(opensInTab(library, 'prompter', app)).toBe(true);
  expect(opensInTab(library, 'prompter', { ...app, isApp: false })).toBe(false);
  expect(opensInTab(library, 'prompter', { isApp: true, width: 1000, height: 700 })).toBe(false);
  expect(opensInTab(library, 'settings', app)).toBe(false);
  expect(opensInTab(prompter, 'prompter', app)).toBe(false);
});

describe('a view requested from outside', () => {
  const page: PageState = { view: 'library', hasPrompter: false, hasFocus: false, isVisible: true, shell: 'browser' };

  test('is for the tab with the focus or the prompter where it is a panel', () => {
    expect(isForThisPage('palette', page)).toBe(false);
    expect(isForThisPage('palette', { ...page, hasFocus: true })).toBe(true);
    expect(isForThisPage('help', { ...page, hasPrompter: true })).toBe(true);
  });

  test('never changes a hidden tab', () => {
    expect(isForThisPage('library', { ...page, isVisible: false })).toBe(false);
    expect(isForThisPage('library', page)).toBe(true);
  });

  test('never turns the desktop’s prompter into another view', () => {
    const prompter = { ...page, view: 'prompter', hasPrompter: true, shell: 'electron' } as const;
    expect(isForThisPage('library', prompter)).toBe(false);
    expect(isForThisPage('palette', prompter)).toBe(true);
    expect(isForThisPage('settings', { ...page, shell: 'electron' })).toBe(true);
  });
});

describe('the route', () => {
  const origin = { route: routeAt(''), from: 'prompter', hasPrompter: true, promptedId: 'kiln' } as const;
  const library = { ...origin, route: routeAt('?view=library') };

  test('to the search stays where there is one', () => {
    const palette = { name: 'palette', over: 'prompter' };
    expect(routeFor('palette', origin)).toEqual({ view: 'prompter', from: null, panel: palette });
    expect(routeFor('palette', { ...library, from: 'library' })).toMatchObject({
      view: 'library',
      panel: { name: 'palette', over: 'library' },
    });
    // The prompter floats above the library.
    expect(routeFor('palette', library)).toMatchObject({ view: 'library', panel: palette });
    const settings = { ...origin, route: routeAt('?view=settings'), from: 'settings' } as const;
    expect(routeFor('palette', { ...settings, hasPrompter: false })).toMatchObject({
      view: 'prompter',
      panel: palette,
    });
  });

  test('to a rehearsal begins with the story on the prompter if it was requested there', () => {
    const rehearsal = { view: 'rehearsal', panel: null };
    expect(routeFor('rehearsal', origin)).toEqual({
      ...rehearsal,
      stories: { which: 'one', id: 'kiln' },
      from: 'prompter',
    });
    expect(routeFor('rehearsal', { ...origin, promptedId: null })).toMatchObject({ stories: null });
    expect(routeFor('rehearsal', { ...library, from: 'library' })).toEqual({
      ...rehearsal,
      stories: null,
      from: 'library',
    });
  });

  test('to a rehearsal leads back to the view of the page, also from the prompter that floats above it', () => {
    const fromFloat = routeFor('rehearsal', { ...library, from: 'prompter' });
    expect(fromFloat).toMatchObject({ stories: { which: 'one', id: 'kiln' }, from: 'library' });
    // Requested again, from either window.
    const again = { ...library, route: fromFloat };
    expect(routeFor('rehearsal', { ...again, from: 'prompter' })).toMatchObject({ from: 'library' });
    expect(routeFor('rehearsal', { ...again, from: 'rehearsal' })).toMatchObject({ from: 'library' });
    // On the desktop the prompter has a window of its own.
    const desktop = { ...library, hasPrompter: false, from: 'prompter' } as const;
    expect(routeFor('rehearsal', desktop)).toMatchObject({ from: 'prompter' });
  });

  test('to another view closes the panel, and the help opens one', () => {
    const help = routeFor('help', { ...library, from: 'library' });
    expect(help).toMatchObject({ view: 'library', panel: { name: 'help', over: 'library' } });
    expect(routeFor('settings', { ...library, route: help })).toMatchObject({ view: 'settings', panel: null });
  });
});

describe('Escape', () => {
  const at = (search: string) => ({ route: routeAt(search), hasPrompter: false, promptedId: null });

  test('leads back to the view that one came from, and from there to the prompter', () => {
    const settings = routeFor('settings', { ...at('?view=library'), from: 'library' });
    const back = backRoute(settings);
    expect(back).toMatchObject({ view: 'library', from: null });
    expect(back === null ? back : backRoute(back)).toBeNull();
  });

  test('leads to the prompter from where one opened the page, or came from the prompter', () => {
    expect(backRoute(routeAt('?view=progress'))).toBeNull();
    const fromPrompter = routeFor('library', { ...at(''), hasPrompter: true, from: 'prompter' });
    expect(backRoute(fromPrompter)).toBeNull();
  });

  test('leads to where one was even if the view is requested a second time', () => {
    const settings = routeFor('settings', { ...at('?view=library'), from: 'library' });
    const again = routeFor('settings', { route: settings, from: 'settings', hasPrompter: false, promptedId: null });
    expect(backRoute(again)).toMatchObject({ view: 'library' });
  });
});

describe('the address', () => {
  test('of a view leads back to it, and an unknown one to the prompter', () => {
    for (const address of ['/', '/?view=library', '/?view=settings', '/?view=rehearsal', '/?view=progress'])
      expect(addressOf(routeAt(address.slice(1)), '/')).toBe(address);
    expect(routeAt('?view=constructor')).toEqual({ view: 'prompter', from: null, panel: null });
  });

  test('of a rehearsal names its one story until the person chooses others', () => {
    const route = routeAt('?view=rehearsal&story=the+kiln');
    expect(route).toEqual({ view: 'rehearsal', stories: { which: 'one', id: 'the kiln' }, from: null, panel: null });
    expect(addressOf(route, '/')).toBe('/?view=rehearsal&story=the+kiln');
    expect(addressOf(withOwnChoice(route), '/')).toBe('/?view=rehearsal');
  });

  test('of the library names the story that it shows', () => {
    const route = routeAt('?view=library&story=kiln');
    expect(route).toEqual({ view: 'library', story: 'kiln', from: null, panel: null });
    expect(addressOf(route, '/')).toBe('/?view=library&story=kiln');
  });
});
