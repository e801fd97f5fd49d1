import { expect, test } from 'vitest';
import { brief } from '../../briefs.ts';
import { briefWords, counted, menuName, nameOfStory } from '../../../../src/renderer/ui/format/story.ts';

test('the small line shows the time and what to fix', () => {
  expect(briefWords({ planned: false, estimateMs: 127_600, problems: 1, hints: 2 })).toBe('2:08 · 1 problem · 2 hints');
  expect(briefWords({ planned: false, estimateMs: null, problems: 0, hints: 0 })).toBe('no full answer');
  expect(briefWords({ planned: true, estimateMs: null, problems: 0, hints: 1 }, 'never rehearsed')).toBe(
    'not written yet · 1 hint',
  );
  expect(counted(0, 'story', 'stories')).toBe('0 stories');
});

test('a name in a menu gives way before the words that tell it from others', () => {
  const named = (name: string, apart = '') => menuName({ name, nameDiffersAt: apart === '' ? 0 : name.indexOf(apart) });
  const alike = 'Explain a change of course, and the reasons for it, to the';
  expect(named(`${alike} crew`, 'crew')).toBe('Explain a change of course, and the re… crew');
  expect(named(`${alike} owner of the boat`, 'owner')).toBe('Explain a change of cours… owner of the boat');
  const late = 'owner of the boat, who was asleep in his bunk below';
  expect(named(`${alike} ${late}`, 'owner')).toBe(`Explain a ch… ${late}`);
  expect(named('Explain it to the owner', 'owner')).toBe('Explain it to the owner');
  expect(named(alike)).toBe(alike);
});

test('a story that has another title by now is named by the one it had', () => {
  const title = 'Tell me about a time you baked';
  const stories = [brief('oven', { title, name: 'Baked', nameDiffersAt: 2 })];
  expect(nameOfStory(stories, 'oven', title, '')).toMatchObject({ name: 'Baked', nameDiffersAt: 2 });
  for (const id of ['oven', 'gone'])
    expect(nameOfStory(stories, id, 'Describe a time you failed.', 'Failed')).toEqual({
      name: 'Failed',
      nameDiffersAt: 0,
    });
  expect(nameOfStory(undefined, '', 'Think', 'Think')).toEqual({ name: 'Think', nameDiffersAt: 0 });
});
