import { describe, expect, test } from 'vitest';
import { nextOffsetMs } from '../../../src/renderer/client/clock.ts';

describe('the offset between the two clocks', () => {
  test('is the first difference seen', () => {
    expect(nextOffsetMs(null, 5000, 200)).toBe(4800);
  });

  test('becomes less with a message that was faster', () => {
    expect(nextOffsetMs(4800, 9000, 4210)).toBe(4790);
  });

  test('stays when a message was slow', () => {
    expect(nextOffsetMs(4790, 9000, 4130)).toBe(4790);
    expect(nextOffsetMs(4790, 9000, 4110)).toBe(4790);
  });

  test('is taken anew when the clocks have parted by more than 100 ms', () => {
    expect(nextOffsetMs(4790, 9000, 4109)).toBe(4891);
    expect(nextOffsetMs(4790, 9000, 8000)).toBe(1000);
  });
});
