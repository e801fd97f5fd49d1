import { chmod, mkdir, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { appBrowserPlaces, findAppBrowser } from '../../src/cli/app-browser.ts';
import { tempFolder } from '../services/temp-folder.ts';

describe('where a browser with windows for apps may be', () => {
  const filesOf = (...given: Parameters<typeof appBrowserPlaces>) => appBrowserPlaces(...given).map(({ file }) => file);

  test('on Linux: on the PATH, which may lack the folder of snaps; never in a folder that is relative', () => {
    const files = filesOf('linux', { PATH: '/usr/bin:bin:' });
    expect(files.slice(0, 3)).toEqual([
      '/usr/bin/google-chrome-stable',
      '/snap/bin/google-chrome-stable',
      '/usr/bin/google-chrome',
    ]);
    expect(files).toContain('/snap/bin/chromium');
    expect(files).toContain('/usr/bin/microsoft-edge');
    expect(files).toContain('/usr/bin/brave-browser');
    expect(files.every((file) => path.posix.isAbsolute(file))).toBe(true);
    // Where the snap is installed, this is a script that starts it.
    expect(files.indexOf('/snap/bin/chromium')).toBeLessThan(files.indexOf('/usr/bin/chromium-browser'));
    expect(filesOf('linux', {})).toContain('/snap/bin/chromium');
  });

  test('on a Mac: among the applications, everybody’s and one’s own', () => {
    const files = filesOf('darwin', { PATH: '/usr/bin', HOME: '/Users/me' });
    expect(files).toContain('/Applications/Google Chrome.app/Contents/MacOS/Google Chrome');
    expect(files).toContain('/Users/me/Applications/Brave Browser.app/Contents/MacOS/Brave Browser');
  });

  test('on Windows: in the folders of programs, and only what starts without a shell', () => {
    const local = 'C:\\Users\\me\\AppData\\Local';
    const files = filesOf('win32', { LocalAppData: local, 'ProgramFiles(x86)': 'C:\\PF86', Path: 'C:\\tools' });
    expect(files).toContain(`${local}\\Google\\Chrome\\Application\\chrome.exe`);
    expect(files).toContain('C:\\PF86\\Microsoft\\Edge\\Application\\msedge.exe');
    expect(files.filter((file) => !file.endsWith('.exe'))).toEqual([]);
  });
});

describe.skipIf(process.platform === 'win32')('the browser that is found', () => {
  /** A folder with files that may be started, and a PATH of it alone. */
  async function folderWith(...names: string[]): Promise<string> {
    const folder = await tempFolder();
    for (const name of names) {
      await writeFile(path.join(folder, name), '#!/bin/sh\n');
      await chmod(path.join(folder, name), 0o755);
    }
    return folder;
  }

  test('is the first on the list that may be started', async () => {
    const folder = await folderWith('brave-browser', 'chromium');
    await writeFile(path.join(folder, 'google-chrome-stable'), 'not a program');
    await mkdir(path.join(folder, 'google-chrome'));
    const file = path.join(folder, 'chromium');
    expect(await findAppBrowser('linux', { PATH: folder })).toEqual({ name: 'Chromium', file, isSnap: false });
  });

  test('is known as a snap by what it is a link to', async () => {
    const folder = await folderWith('snap');
    await symlink(path.join(folder, 'snap'), path.join(folder, 'google-chrome'));
    const file = path.join(folder, 'google-chrome');
    expect(await findAppBrowser('linux', { PATH: folder })).toEqual({ name: 'Chrome', file, isSnap: true });
  });
});
