import { describe, expect, test } from 'vitest';
import { sectionLook } from '../../../../src/renderer/ui/format/section.ts';

describe('a section on screen', () => {
  test.each([
    ['action', 'What I did', { name: 'Action', letter: 'A' }],
    ['other', '', { name: 'Notes', letter: '' }],
    ['other', 'Obstacle I hit', { name: 'Obstacle I hit', letter: 'O' }],
    ['other', '“élan”', { name: '“élan”', letter: 'É' }],
    ['other', '—', { name: '—', letter: '' }],
  ] as const)('%s with the label %j', (kind, label, look) => {
    expect(sectionLook(kind, label)).toEqual(look);
  });
});
