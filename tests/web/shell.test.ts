import { expect, test } from 'vitest';
import { browserShell } from '../../src/web/shell.ts';

const shell = browserShell(() => Promise.resolve(), '1.2.3');

test('what a browser can not do for its window is said, with what does it instead', () => {
  expect(shell.moveUnderCamera()).toContain('drag it, or float the prompter');
  expect(shell.togglePrompter()).toContain('Float button');
  expect(shell.toggleClickThrough()).toContain('Only the desktop program');
});

test('a report tells its version and that it is the browser’s', () => {
  expect(shell.facts()).toEqual({ Offbook: '1.2.3, in the browser' });
});
