import { expect, test } from 'vitest';
import { wheelPx } from '../../../src/renderer/prompter/Scroll.tsx';

test.for([
  ['pixels', 0, 53, 53],
  ['lines', 1, -3, -90],
  ['pages', 2, 1, 200],
] as const)('a turn counted in %s', ([, deltaMode, deltaY, px]) => {
  expect(wheelPx({ deltaY, deltaMode }, 30, 200)).toBe(px);
});
