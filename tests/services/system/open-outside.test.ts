import { chmod, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { openOutside, outsideLink, outsideOpener } from '../../../src/services/system/open-outside.ts';
import { tempFolder } from '../temp-folder.ts';

const address = 'https://example.org/?a=1&b=$(x)';

test.each([
  ['darwin', ['open', address]],
  ['win32', ['rundll32', 'url.dll,FileProtocolHandler', address]],
  ['linux', ['xdg-open', address]],
] as const)('on %s no shell sees the address', (platform, words) => {
  expect(outsideOpener(platform, address)).toEqual(words);
});

describe.skipIf(process.platform === 'win32')('opening', () => {
  async function pathWith(script: string | null): Promise<string> {
    const folder = await tempFolder();
    if (script !== null) {
      await writeFile(path.join(folder, 'xdg-open'), `#!/bin/sh\n${script}\n`);
      await chmod(path.join(folder, 'xdg-open'), 0o755);
    }
    vi.stubEnv('PATH', folder);
    onTestFinished(() => void vi.unstubAllEnvs());
    return folder;
  }

  test('passes on the whole address', async () => {
    const folder = await pathWith('echo "$1" > "${0%/*}/opened"');
    await openOutside('linux', address);
    expect(await readFile(path.join(folder, 'opened'), 'utf8')).toBe(`${address}\n`);
  });

  test('says why it can’t', async () => {
    await pathWith(null);
    await expect(openOutside('linux', address)).rejects.toThrow(
      `${address} can’t be opened: xdg-open: it doesn’t exist.`,
    );
    await pathWith('exit 4');
    await expect(openOutside('linux', address)).rejects.toThrow('xdg-open: it quit with 4.');
  });
});

test.each(['https://example.org/a?b#c', 'mailto:someone@example.org?subject=x'])('%s is opened outside', (url) => {
  expect(outsideLink(url)).toBe(url);
});

test.each([
  'http://example.org/',
  'file:///etc/passwd',
  'app://offbook/',
  'javascript:alert(1)',
  'data:text/html,x',
  'smb://server/share',
  'ms-settings:privacy',
  'vscode://file/etc',
  '//example.org',
  'not an address',
  '',
])('%s is not', (url) => {
  expect(outsideLink(url)).toBeNull();
});
