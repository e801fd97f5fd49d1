import { expect, test } from 'vitest';
import { fetchFailed, reasonForBrowser } from '../../scripts/start/choose-shell.ts';

test('Electron is tried wherever it could open, even if it has to be downloaded first', () => {
  expect(reasonForBrowser({ runtime: true, screen: true, open: true, tab: false })).toBeNull();
  expect(reasonForBrowser({ runtime: false, screen: true, open: true, tab: false })).toBeNull();
});

test.each([
  [
    { runtime: false, screen: false, open: true, tab: false },
    /^Electron’s runtime isn’t .*npx install-electron.* screen/,
  ],
  [{ runtime: false, screen: true, open: false, tab: false }, /^Electron’s runtime isn’t .*npx install-electron/],
  [{ runtime: false, screen: false, open: false, tab: false }, /^Electron’s runtime isn’t .*npx install-electron/],
  [{ runtime: true, screen: false, open: true, tab: false }, /^Electron’s window needs a screen /],
  [{ runtime: true, screen: true, open: false, tab: false }, /^With --no-open /],
  [{ runtime: true, screen: true, open: true, tab: true }, /^With --tab, /],
  [{ runtime: false, screen: false, open: true, tab: true }, /^With --tab, /],
])('%j becomes one line', (circumstances, sentence) => {
  const reason = reasonForBrowser(circumstances);
  expect(reason).toMatch(sentence);
  expect(reason).toMatch(/: using the browser\.$/);
  expect(reason).not.toContain('\n');
});

test('a download that fails says what a proxy needs, where that can be the reason', () => {
  expect(fetchFailed('fetch failed', null)).toContain('set HTTPS_PROXY');
  expect(fetchFailed('nothing arrived for 30 seconds', null)).toContain('set HTTPS_PROXY');
  expect(fetchFailed('Electron builds are not available on platform: sunos', null)).not.toContain('PROXY');
  const through = fetchFailed('fetch failed', 'https_proxy');
  expect(through).toContain('through the proxy in https_proxy (fetch failed)');
  expect(through).not.toContain('set HTTPS_PROXY');
});
