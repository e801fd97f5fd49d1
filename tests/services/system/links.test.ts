import { expect, test } from 'vitest';
import { outsideLink } from '../../../src/services/system/links.ts';

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
