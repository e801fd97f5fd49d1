import { describe, expect, test } from 'vitest';
import { acceleratorProblem, hotkeysProblem, sameKeys } from '../../../src/core/settings/accelerators.ts';
import { commands, commandIds } from '../../../src/core/contract/commands.ts';

test.each([
  ['Shift+Control+f8', 'Control+Shift+F8', true],
  ['CmdOrCtrl+Plus', 'commandorcontrol+plus', true],
  ['Ctrl+Esc', 'Control+Escape', true],
  ['Option+A', 'Alt+a', true],
  ['Control+F8', 'Control+F9', false],
  ['Command+A', 'Super+A', false],
  ['Control+Shift+A', 'Control+A', false],
])('%s and %s: the same is %s', (one, other, same) => {
  expect(sameKeys(one, other)).toBe(same);
});

describe('a hotkey', () => {
  const defaults = commandIds.flatMap((id) => commands[id].hotkey ?? []);
  test.each([...defaults, 'F5', 'F24', 'Alt+num0', 'Control+/', 'Super+Left', 'MediaPlayPause', 'Ctrl+Shift+Plus'])(
    'can be %s',
    (accelerator) => {
      expect(acceleratorProblem(accelerator)).toBeNull();
    },
  );

  test.each([
    '',
    '+',
    'Control',
    'Control+Shift',
    'Control+A+B',
    'Control+Control+A',
    'F25',
    'Control++',
    'Quick+Q',
    'ü',
  ])('can’t be %j, which is no combination', (accelerator) => {
    expect(acceleratorProblem(accelerator)).toMatch(/is not a key combination\. Write one such as/);
  });

  test.each(['a', 'Shift+A', 'Space', 'Shift+Enter', '/'])('can’t be %s, which people type', (accelerator) => {
    expect(acceleratorProblem(accelerator)).toMatch(/would be taken from whatever you type in/);
  });

  test('that is long is not quoted whole', () => {
    expect(acceleratorProblem('x'.repeat(5000))!.length).toBeLessThan(200);
  });
});

describe('several', () => {
  test('are refused where a new one is another’s already, by both names', () => {
    expect(hotkeysProblem({ reset: 'Ctrl+F8', faster: 'Control+f8' }, { faster: 'Control+f8' })).toBe(
      'Ctrl+F8 is the hotkey for "Scroll faster" already. Take another one for "Start over".',
    );
  });

  test('can trade places, be given up, and name what is no command', () => {
    const before = { reset: 'F8', faster: 'F9', slower: 'F10' };
    expect(hotkeysProblem({ reset: 'F9', faster: 'F8', slower: null }, before)).toBeNull();
    expect(hotkeysProblem({ 'of-tomorrow': 'F8' }, {})).toBeNull();
  });

  test('what was wrong before stands in nobody’s way', () => {
    const before = { reset: 'Quickly+Q', bigger: 'F8', smaller: 'F8' };
    expect(hotkeysProblem({ ...before, faster: 'F9' }, before)).toBeNull();
    expect(hotkeysProblem({ ...before, faster: 'F8' }, before)).toContain('already');
  });
});
