import { describe, expect, test } from 'vitest';
import { assetHeaders, fileOfAddress } from '../../src/main/assets.ts';

describe('an address', () => {
  test.each([
    ['app://offbook/', 'index.html'],
    ['app://offbook', 'index.html'],
    ['app://offbook/index.html', 'index.html'],
    ['app://offbook/?view=prompter#x', 'index.html'],
    ['app://offbook/assets/index-B1c2.js', 'assets/index-B1c2.js'],
    // Tidied up before it is looked at, as by every browser.
    ['app://offbook/assets/../index.html', 'index.html'],
    ['app://offbook/../../index.html', 'index.html'],
  ])('%s means a file of the program', (address, file) => {
    expect(fileOfAddress(address)).toBe(file);
  });

  test.each([
    'app://offbook/..%2f..%2f..%2f..%2fetc/passwd',
    'app://offbook//etc/passwd',
    'app://offbook/\\\\server\\share',
    'app://offbook/%',
    'app://other/index.html',
    'app://offbook:80/index.html',
    'app://offbook.example/index.html',
    'app://user@offbook:1/index.html',
    'file:///etc/passwd',
    'https://offbook/index.html',
    'not an address',
    '',
  ])('%s means nothing', (address) => {
    expect(fileOfAddress(address)).toBeNull();
  });
});

describe('the headers', () => {
  test.each([
    ['index.html', 'text/html; charset=utf-8'],
    ['x.js', 'text/javascript; charset=utf-8'],
    [null, 'text/plain; charset=utf-8'],
  ])('of %s', (file, type) => {
    const headers = assetHeaders(file);
    expect(headers['Content-Type']).toBe(type);
    expect(headers['X-Content-Type-Options']).toBe('nosniff');
    expect(headers['Content-Security-Policy']).toContain("connect-src 'none'");
  });
});
