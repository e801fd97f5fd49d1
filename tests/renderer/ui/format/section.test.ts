import { describe, expect, test } from 'vitest';
import { sectionLook } from '../../../../src/renderer/ui/format/section.ts';

describe('a section on screen', () => {
  test.each([
    ['action', 'A', { name: 'Action', letter: 'A' }],
    ['action', 'action', { name: 'Action', letter: 'A' }],
    ['action', 'What I did', { name: 'What I did', letter: 'W' }],
    ['action', 'What I did about all of it', { name: 'Action', letter: 'W' }],
    ['situation', 'Context', { name: 'Context', letter: 'C' }],
    ['situation', 'S/T', { name: 'Situation', letter: 'S' }],
    ['result', '', { name: 'Result', letter: 'R' }],
    ['result', 'Ergebnis', { name: 'Ergebnis', letter: 'E' }],
    ['reflection', 'Reflection', { name: 'Reflection', letter: 'Rf' }],
    ['reflection', 'Rückblick', { name: 'Rückblick', letter: 'Rc' }],
    ['reflection', 'R', { name: 'Reflection', letter: 'Rf' }],
    ['reflection', 'L', { name: 'Reflection', letter: 'L' }],
    ['reflection', 'Learning', { name: 'Learning', letter: 'L' }],
    ['task', 'Aufgabe', { name: 'Aufgabe', letter: 'Af' }],
    ['other', '', { name: 'Notes', letter: '' }],
    ['other', 'Obstacle I hit', { name: 'Obstacle I hit', letter: 'O' }],
    ['other', '“élan”', { name: '“élan”', letter: 'É' }],
    ['other', '—', { name: '—', letter: '' }],
  ] as const)('%s with the label %j', (kind, label, look) => {
    expect(sectionLook(kind, label)).toEqual(look);
  });
});
