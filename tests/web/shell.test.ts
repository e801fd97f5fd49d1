import { expect, test } from 'vitest';
import { browserShell } from '../../src/web/shell.ts';

const shell = browserShell(() => Promise.resolve(), '1.2.3');

test('what a browser can’t do for its window gets a sentence with an alternative', () => {
  expect(shell.moveUnderCamera()).toContain('drag it, or float the prompter');
  expect(shell.togglePrompter()).toContain('Float button');
  expect(shell.resizePrompter('toggle-line')).toContain('in a window that floats');
  expect(shell.toggleClickThrough()).toContain('needs the desktop app');
});

test('a report has its version and says that it runs in the browser', () => {
  expect(shell.facts()).toEqual({ Offbook: '1.2.3, in the browser' });
});
