import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { firstThatRuns, systemCandidates } from '../../scripts/find-browser.ts';

test('on Linux: the lightest first, then the usual places, then the PATH in its order', () => {
  const candidates = systemCandidates('linux', { PATH: '/home/ada/bin::/opt/tools' });
  expect(candidates.slice(0, 2)).toEqual(['/usr/bin/chromium-headless-shell', '/usr/bin/chromium']);
  expect(candidates).toContain('/usr/bin/google-chrome-stable');
  const own = candidates.indexOf('/home/ada/bin/chromium');
  expect(own).toBeGreaterThan(candidates.indexOf('/snap/bin/chromium'));
  expect(candidates.indexOf('/opt/tools/chromium')).toBeGreaterThan(own);
});

test('on macOS: the Applications folders', () => {
  expect(systemCandidates('darwin', {})).toContain('/Applications/Google Chrome.app/Contents/MacOS/Google Chrome');
});

test('on Windows: in the program folders that the environment names', () => {
  const candidates = systemCandidates('win32', { PROGRAMFILES: 'D:\\Programs', LOCALAPPDATA: 'C:\\Users\\ada\\Local' });
  expect(candidates).toContain('D:\\Programs\\Google\\Chrome\\Application\\chrome.exe');
  expect(candidates).toContain('C:\\Users\\ada\\Local\\Google\\Chrome\\Application\\chrome.exe');
});

test.skipIf(process.platform !== 'linux')('a script that only says how to install a browser isn’t one', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'offbook-browser-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const put = async (name: string, script: string) => {
    await writeFile(path.join(folder, name), `#!/bin/sh\n${script}\n`);
    await chmod(path.join(folder, name), 0o755);
    return path.join(folder, name);
  };
  const hint = await put('hint', 'echo "Run: snap install chromium"; exit 1');
  const broken = await put('broken', 'echo "error while loading shared libraries" >&2; exit 127');
  const other = await put('other', 'echo "Links 2.28"');
  const real = await put('real', 'echo "Chromium 150.0.1.2"');
  expect(firstThatRuns([path.join(folder, 'missing'), hint, broken, other])).toBeNull();
  expect(firstThatRuns([path.join(folder, 'missing'), hint, broken, other, real])).toBe(real);
});
