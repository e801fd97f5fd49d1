import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { openBrowser, openerOf } from '../../src/cli/open-browser.ts';

const address = 'http://127.0.0.1:4000/#token=a-b_c';

describe('what opens an address', () => {
  test.each([
    ['darwin', {}, ['open', address]],
    ['win32', {}, ['rundll32', 'url.dll,FileProtocolHandler', address]],
    ['linux', { DISPLAY: ':0' }, ['xdg-open', address]],
    ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, ['xdg-open', address]],
    ['linux', {}, null],
    ['linux', { DISPLAY: '' }, null],
    ['darwin', { CI: 'true' }, null],
    ['linux', { DISPLAY: ':0', CI: '1' }, null],
  ] as const)('on %s with %j', (platform, env, opener) => {
    expect(openerOf(platform, env, address)).toEqual(opener);
  });
});

describe.skipIf(process.platform === 'win32')('opening', () => {
  async function pathWith(script: string | null): Promise<string> {
    const folder = await mkdtemp(path.join(tmpdir(), 'offbook-open-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    if (script !== null) {
      await writeFile(path.join(folder, 'xdg-open'), `#!/bin/sh\n${script}\n`);
      await chmod(path.join(folder, 'xdg-open'), 0o755);
    }
    vi.stubEnv('PATH', folder);
    onTestFinished(() => void vi.unstubAllEnvs());
    return folder;
  }

  test('hands the address over whole', async () => {
    const folder = await pathWith('echo "$1" > "${0%/*}/opened.part"; /bin/mv "${0%/*}/opened.part" "${0%/*}/opened"');
    openBrowser('linux', { DISPLAY: ':0' }, address, expect.unreachable);
    await vi.waitFor(async () => expect(await readFile(path.join(folder, 'opened'), 'utf8')).toBe(`${address}\n`));
  });

  test.each([
    ['not installed', null, 'xdg-open: spawn xdg-open ENOENT'],
    ['without a browser', 'exit 3', 'xdg-open: ended with 3'],
  ])('an opener that is %s is a remark', async (_what, script, why) => {
    await pathWith(script);
    const remark = await new Promise((resolve) => openBrowser('linux', { DISPLAY: ':0' }, address, resolve));
    expect(remark).toBe(`The browser could not be opened (${why}). Open the address by hand.`);
  });
});
