import { expect, test } from 'vitest';
import { remoteGroups } from '../../../src/renderer/prompter/remote-groups.ts';
import { brief } from '../briefs.ts';

test('the pinned stories come first, by their keys, and keep their place in their group', () => {
  const stories = [brief('kiln'), brief('glaze', { group: 'Trust' }), brief('plan', { planned: true }), brief('clay')];
  const pins = { 7: { id: 'kiln', text: '' }, 2: { id: 'glaze', text: '' }, 3: { id: 'gone', text: '' } };
  const groups = remoteGroups(stories, pins).map(({ name, stories: listed }) => ({
    name,
    listed: listed.map(({ story, pin }) => `${story.id} ${pin ?? '–'}`),
  }));
  expect(groups).toEqual([
    { name: 'Pinned', listed: ['glaze 2', 'kiln 7'] },
    { name: 'Ownership', listed: ['kiln 7', 'clay –'] },
    { name: 'Trust', listed: ['glaze 2'] },
  ]);
});

test('without pins there isn’t a group of them, and stories without a group have one', () => {
  const groups = remoteGroups([brief('kiln', { group: null })], {});
  expect(groups.map(({ name }) => name)).toEqual(['Without a group']);
});
