import type { Page } from '@playwright/test';
import type { AppState, Capabilities } from '../../src/core/contract/contract.ts';
import { appWith } from '../renderer/sessions.ts';
import { expect, test, type Offbook } from './offbook.ts';
import { expectAccessible } from '../pages/prompter-page.ts';
import { settingsOf } from '../pages/settings-page.ts';
import { storiesDialogOf } from '../pages/stories-dialog.ts';

/** A call that the view made, with its argument. */
type Made = [name: string, input: unknown];

const capabilities: Capabilities = {
  shell: 'electron',
  chooseFolder: true,
  alwaysOnTop: true,
  opacity: false,
  dropFiles: true,
  clickThrough: true,
  contentProtection: false,
  startAtLogin: true,
  mediaKeys: false,
  microphone: true,
  hotkeys: [
    { command: 'play-pause', accelerator: 'CommandOrControl+Shift+F8', state: 'registered' },
    { command: 'next-row', accelerator: 'CommandOrControl+Shift+F9', state: 'refused' },
  ],
  panel: [
    { id: 'top', title: 'On top of other windows', state: 'yes', text: 'The prompter stays above this call.' },
    { id: 'share', title: 'Hidden from screen sharing', state: 'partly', text: 'Some programs may show it.' },
    { id: 'hotkeys', title: 'Hotkeys', state: 'unproved', text: 'The system took them, which proves nothing here.' },
    { id: 'see', title: 'See-through', state: 'no', text: 'Not on this desktop.' },
  ],
};

/**
 * Opens the settings over a bridge as the desktop app's preload makes one, but with its own answers:
 * every call succeeds without an effect and is noted; one can be refused.
 */
async function openDesktopSettings(page: Page, offbook: Offbook, app: AppState, refused = ''): Promise<void> {
  const script = ({ state, refused }: { state: AppState; refused: string }) => {
    const made: Made[] = [];
    const answer = (name: string) => (input: unknown) => {
      made.push([name, input]);
      if (name === refused) return Promise.resolve({ ok: false, error: `${name} was refused.` });
      return Promise.resolve({ ok: true, value: name === 'readState' ? state : null });
    };
    const bridge = new Proxy({}, { get: (_, name) => (name === 'on' ? () => () => {} : answer(String(name))) });
    Object.assign(window, { offbook: bridge, made });
  };
  await page.addInitScript(script, { state: app, refused });
  await page.goto(`${new URL(offbook.address).origin}/?view=settings`);
  await expect(settingsOf(page).control('Target')).toBeVisible();
}

/** The calls so far, without those that only read. */
async function madeCalls(page: Page): Promise<Made[]> {
  const made = await page.evaluate(() => (window as unknown as { made: Made[] }).made);
  return made.filter(([name]) => !/^(?:read|takeRequestedView)/.test(name));
}

const app = appWith({ capabilities });

test('what the desktop can do is shown with its state; a command for the editor can be typed', async ({
  page,
  startOffbook,
}) => {
  await openDesktopSettings(page, await startOffbook({ stories: {} }), app);

  await test.step('a refused hotkey and each ability are shown with their state, and settings that don’t work say so', async () => {
    const { hotkeyLine, recorder, main, control, unfold } = settingsOf(page);
    await expect(control('Opacity')).toBeHidden();
    await unfold();
    await expect(hotkeyLine('Next row').getByRole('alert')).toHaveText(
      /^✕ Refused\. Another program uses Ctrl\+Shift\+F9.*Inside Offbook, ↓ still works/,
    );
    await expect(recorder('Next row')).toHaveAccessibleDescription(/Refused/);
    await expect(hotkeyLine('Start or pause').getByRole('alert')).toHaveCount(0);
    await expect(main.getByRole('list', { name: 'Capabilities' }).getByRole('listitem')).toHaveText([
      /^✓ Works.*stays above/,
      /^◐ Partly.*may show/,
      /^\? Unverified.*proves nothing/,
      /^✕ No.*Not on this desktop/,
    ]);
    await expect(control('Opacity')).toHaveAccessibleDescription(/Not available on this computer/);
    await expect(control('Keep on top')).not.toHaveAccessibleDescription(/doesn’t do it/);
    await expectAccessible(page);
  });
  await test.step('a typed command for the editor stays until it is saved', async () => {
    const { main, control, refused } = settingsOf(page);
    const field = main.getByRole('textbox', { name: 'Command for Editor' });
    await expect(control('Editor')).toHaveValue('');
    await expect(field).toHaveCount(0);
    await control('Editor').selectOption('Another command…');
    await expectAccessible(page);
    await control('Editor').press('Tab');
    await expect(field).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(refused).toContainText('Type a command');
    await page.keyboard.type('  my-editor +{line} {file} ');
    await page.keyboard.press('Enter');
    await expect.poll(() => madeCalls(page)).toEqual([['changeSettings', { editor: 'my-editor +{line} {file}' }]]);
    await expect(field).toHaveAccessibleDescription(/asks you before/);
    await control('Editor').selectOption('Zed');
    await expect(field).toHaveCount(0);
    expect((await madeCalls(page)).at(-1)).toEqual(['changeSettings', { editor: 'zed' }]);
  });
});

test('all hotkeys are off while one is recorded', async ({ page, startOffbook }) => {
  await openDesktopSettings(page, await startOffbook({ stories: {} }), app);
  const { recorder } = settingsOf(page);
  await recorder('Next row').click();
  await expect.poll(() => madeCalls(page)).toEqual([['suspendHotkeys', { suspended: true }]]);
  await page.keyboard.press('Control+Shift+F2');
  const kept = { ...app.settings.hotkeys, 'next-row': 'CommandOrControl+Shift+F2' };
  await expect
    .poll(() => madeCalls(page))
    .toEqual([
      ['suspendHotkeys', { suspended: true }],
      ['changeSettings', { hotkeys: kept }],
      ['suspendHotkeys', { suspended: false }],
    ]);
});

test('a folder is chosen in the system’s dialog', async ({ page, startOffbook }) => {
  const settings = { ...app.settings, folders: ['/stories'] };
  await openDesktopSettings(page, await startOffbook({ stories: {} }), { ...app, settings });
  await settingsOf(page).button('Use my stories…').click();
  await storiesDialogOf(page).button('Choose a folder…').click();
  await expect.poll(() => madeCalls(page)).toEqual([['chooseFolder', undefined]]);
});

test('a pinned story is named, a missing one says so, and both can be unpinned', async ({ page, startOffbook }) => {
  const brief = {
    file: '/stories/kiln.md',
    line: 2,
    group: null,
    question: null,
    variants: [],
    tags: [],
    planned: false,
  };
  const story = { ...brief, id: 'kiln', title: 'The kiln that ran cold', targetMs: null, estimateMs: null };
  const named = { name: story.title, nameDiffersAt: 0 };
  const library = { ...app.library, stories: [{ ...story, ...named, problems: 0, hints: 0 }] };
  const settings = { ...app.settings, pins: { '1': { id: 'kiln', text: '' }, '4': { id: 'lost-story', text: '' } } };
  await openDesktopSettings(page, await startOffbook({ stories: {} }), { ...app, library, settings });
  const { list, button } = settingsOf(page);
  await expect(list('Pinned stories').getByRole('listitem')).toHaveText([
    /^1The kiln that ran cold$/,
    /^4lost-story isn’t in any of the folders now$/,
  ]);
  await button('Unpin lost-story').click();
  await expect.poll(() => madeCalls(page)).toEqual([['pinStory', { id: 'lost-story', slot: null }]]);
});

test('a command that was refused stays in its field', async ({ page, startOffbook }) => {
  const settings = { ...app.settings, editor: 'my-editor {file}' };
  await openDesktopSettings(page, await startOffbook({ stories: {} }), { ...app, settings }, 'changeSettings');
  const { main, button, refused } = settingsOf(page);
  const field = main.getByRole('textbox', { name: 'Command for Editor' });
  await expect(field).toHaveValue('my-editor {file}');
  await field.fill('other {file}');
  await button('Use').click();
  await expect(refused).toHaveText(/changeSettings was refused/);
  await expect(field).toHaveValue('other {file}');
  await field.press('Escape');
  await expect(field).toHaveValue('my-editor {file}');
});
