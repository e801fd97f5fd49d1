import { describe, expect, test } from 'vitest';
import {
  addressOf,
  answersAsk,
  type Here,
  routeOf,
  shownHere,
  stepFor,
  wantedStoriesOf,
} from '../../../src/renderer/client/route.ts';

describe('a command that only shows something', () => {
  test('is answered here; others are the program’s', () => {
    expect(shownHere('find-story', 'browser', 'prompter')).toBe('palette');
    expect(shownHere('show-library', 'browser', 'settings')).toBe('library');
    expect(shownHere('play-pause', 'browser', 'prompter')).toBeNull();
  });

  test('is the program’s where it has windows of its own', () => {
    expect(shownHere('show-library', 'electron', 'prompter')).toBeNull();
    expect(shownHere('show-prompter', 'electron', 'library')).toBeNull();
    expect(shownHere('show-help', 'electron', 'prompter')).toBe('help');
    expect(shownHere('rehearse', 'electron', 'library')).toBe('rehearsal');
  });
});

describe('what was asked for elsewhere', () => {
  const here: Here = { route: 'library', hasPrompter: false, hasFocus: false, isVisible: true, shell: 'browser' };

  test('is answered by the tab with the focus or the prompter', () => {
    expect(answersAsk('palette', here)).toBe(false);
    expect(answersAsk('palette', { ...here, hasFocus: true })).toBe(true);
    expect(answersAsk('help', { ...here, hasPrompter: true })).toBe(true);
  });

  test('never turns a hidden tab to another view', () => {
    expect(answersAsk('library', { ...here, isVisible: false })).toBe(false);
    expect(answersAsk('library', here)).toBe(true);
  });

  test('never turns the desktop’s prompter into another view', () => {
    const prompter = { ...here, route: 'prompter', hasPrompter: true, shell: 'electron' } as const;
    expect(answersAsk('library', prompter)).toBe(false);
    expect(answersAsk('palette', prompter)).toBe(true);
    expect(answersAsk('settings', { ...here, shell: 'electron' })).toBe(true);
  });
});

describe('the step', () => {
  test('to the search stays where stories can be found', () => {
    expect(stepFor('palette', 'library', true)).toEqual({ panel: 'palette', panelView: 'library' });
    expect(stepFor('palette', 'prompter', true)).toEqual({ panel: 'palette', panelView: 'prompter' });
    expect(stepFor('palette', 'settings', false)).toEqual({
      route: 'prompter',
      panel: 'palette',
      panelView: 'prompter',
    });
  });

  test('to a rehearsal begins with the story on the prompter where it was asked for there', () => {
    const step = { route: 'rehearsal', panel: 'none' };
    expect(stepFor('rehearsal', 'prompter', true, 'kiln')).toEqual({
      ...step,
      wantedStories: { which: 'one', id: 'kiln' },
      setupFrom: 'prompter',
    });
    expect(stepFor('rehearsal', 'library', false, 'kiln')).toEqual({
      ...step,
      wantedStories: null,
      setupFrom: 'library',
    });
  });

  test('to another view closes what lies over this one', () => {
    expect(stepFor('settings', 'prompter', true)).toEqual({ route: 'settings', panel: 'none' });
    expect(stepFor('help', 'settings', false)).toEqual({ panel: 'help', panelView: 'settings' });
  });
});

test('a view has an address, and an unknown one leads to the prompter', () => {
  expect(addressOf('library', '/')).toBe('/?view=library');
  expect(addressOf('prompter', '/')).toBe('/');
  expect(routeOf('?view=library')).toBe('library');
  expect(routeOf('?view=constructor')).toBe('prompter');
  expect(routeOf('')).toBe('prompter');
  expect(wantedStoriesOf('?view=rehearsal&story=kiln')).toEqual({ which: 'one', id: 'kiln' });
  expect(wantedStoriesOf('?view=library&story=kiln')).toBeNull();
});
