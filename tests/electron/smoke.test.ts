import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { callsOf, eventually, setUpPrograms, shownPage, temporary, writeFiles } from './programs.ts';

const { start } = setUpPrograms();

/** What a person sees of the prompter, by roles and names. */
function prompterOf(page: Awaited<ReturnType<typeof shownPage>>) {
  const main = page.getByRole('main', { name: 'Prompter' });
  return {
    outline: main.getByRole('list', { name: 'Outline' }),
    title: () => main.getByRole('heading', { level: 1 }).innerText(),
  };
}

/* What the flows of tests/flows can't have, since only the desktop app does it. */
describe('the desktop app', () => {
  test('shows a folder that is chosen in the dialog, and what is saved there', async () => {
    const home = await temporary('home');
    const stories = await writeFiles(path.join(home, 'my stories'), {
      'care.md': '# Care\n\n## A late parcel\n\n> - S: It was lost\n> - A: Called 3 depots\n',
    });
    const running = await start({ home, pages: true });
    const page = await shownPage(running);
    const { title, outline } = prompterOf(page);
    await page.getByRole('button', { name: 'Use my stories' }).first().click();
    await page.getByRole('button', { name: 'Choose a folder…' }).click();
    await eventually(async () => (await running.act.dialogs()).map(({ kind }) => kind)).toEqual(['showOpenDialog']);
    await running.act.answerDialog(1, { canceled: false, filePaths: [stories] });
    await eventually(title).toContain('A late parcel');
    const file = path.join(stories, 'care.md');
    await writeFile(file, (await readFile(file, 'utf8')).replace('3 depots', '4 depots'));
    await eventually(() => outline.innerText()).toContain('Called 4 depots');
    await running.act.quit();
    expect(await running.exited).toBe(0);
    const next = await start({ home, pages: true });
    await eventually(prompterOf(await shownPage(next)).title).toContain('A late parcel');
  });

  test('starts in the order that Electron needs, and ends with everything saved', async () => {
    const home = await temporary('home');
    const running = await start({ home, pages: true, words: ['--do', 'next-story'] });
    const page = await shownPage(running);
    const order = [
      ['app', 'setPath'],
      ['app', 'requestSingleInstanceLock'],
      ['app', 'enableSandbox'],
      ['protocol', 'registerSchemesAsPrivileged'],
      ['app', 'emits ready'],
      ['session.defaultSession', 'setPermissionRequestHandler'],
      ['protocol', 'handle'],
      ['ipcMain', 'handle'],
      ['globalShortcut', 'register'],
      ['window 1', 'new'],
      ['contents 1', 'setWindowOpenHandler'],
      ['window 1', 'loadURL'],
      ['window 1', 'showInactive'],
    ];
    const places = order.map(([on, call]) =>
      running.entries.findIndex((entry) => entry.on === on && entry.call === call),
    );
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((one, other) => one - other));
    await eventually(prompterOf(page).title).not.toContain('About me');
    // The window is closed at once, while the new size is still on its way to the disk.
    await page.keyboard.press(']');
    await eventually(() =>
      callsOf(running, 'send').some(({ args }) => String(args[0]).endsWith('settingsChanged')),
    ).toBe(true);
    await running.act.closeWindow(1);
    expect(await running.exited).toBe(0);
    const saved = JSON.parse(await readFile(path.join(home, 'Offbook', 'settings.json'), 'utf8')) as {
      textSize: number;
    };
    expect(saved.textSize).toBeGreaterThan(22);
  });
});
