import { expect, test } from 'vitest';
import { sizeOf } from '../../../src/renderer/ui/use-float.ts';

test.for([
  ['520x180', { width: 520, height: 180 }],
  ['460x64', { width: 460, height: 64 }],
  [null, { width: 460, height: 260 }],
  ['', { width: 460, height: 260 }],
  ['0x0', { width: 460, height: 260 }],
  ['99999x180', { width: 460, height: 260 }],
  ['460x260; x', { width: 460, height: 260 }],
] as const)('a floating window that was %s opens again', ([word, size]) => {
  expect(sizeOf(word)).toEqual(size);
});
