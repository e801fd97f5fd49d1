import { describe, expect, test } from 'vitest';
import { readStoryTexts } from '../../../src/core/stories/library.ts';
import { tabAfterKey, tabsOf, tabToShow, variantOf } from '../../../src/renderer/library/tabs.ts';
import { kiln, pitch } from '../../stories/prompter-stories.ts';

const [whole, short] = [kiln, pitch].map((text) => readStoryTexts([{ file: 'a.md', text }]).stories[0]!);

describe('the tabs of a story', () => {
  test('are only those that have something in them, and the source', () => {
    expect(tabsOf(whole!).map(({ title }) => title)).toEqual([
      'Outline',
      'Full answer',
      'Shorter Answer',
      'How it was read',
    ]);
    expect(
      tabsOf({ ...whole!, alternates: [{ group: null, question: 'Why?', followUps: [], line: 1, notes: [] }] }).at(-2),
    ).toEqual({
      id: 'also',
      title: 'Also works for 1',
    });
    expect(tabsOf(short!).map(({ id }) => id)).toEqual(['outline', 'source']);
  });

  test('keep the one that was wanted where the story has it', () => {
    expect(tabToShow(tabsOf(whole!), 'variant-0')).toBe('variant-0');
    expect(tabToShow(tabsOf(short!), 'variant-0')).toBe('outline');
  });

  test('tell their variant', () => {
    expect(variantOf('variant-2')).toBe(2);
    expect(variantOf('also')).toBeNull();
  });

  test('go round by the arrows', () => {
    const tabs = tabsOf(whole!);
    expect(tabAfterKey('ArrowRight', tabs, 'source')).toBe('outline');
    expect(tabAfterKey('ArrowLeft', tabs, 'outline')).toBe('source');
    expect(tabAfterKey('End', tabs, 'outline')).toBe('source');
    expect(tabAfterKey('Home', tabs, 'variant-0')).toBe('outline');
    expect(tabAfterKey('x', tabs, 'outline')).toBeNull();
  });
});
