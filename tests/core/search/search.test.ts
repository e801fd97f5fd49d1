import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createSearch, type Match } from '../../../src/core/search/search.ts';
import type { Story } from '../../../src/core/stories/model.ts';
import { outlineOf } from '../../../src/core/stories/outline/told.ts';
import { readStories } from '../../../src/core/stories/reader.ts';
import { followUps } from '../../follow-ups.ts';
import { after, type Killer, times, tooSlow } from '../stories/markdown/killers.ts';
import { anyText } from './any-text.ts';
import { alternateOf, listed, storyOf, told } from './story-of.ts';

const bridge = storyOf('bridge', {
  group: 'Earn Trust',
  title: 'The bridge inspection',
  question: 'Tell me about your worst error in judgment.',
  followUps: [
    { question: 'What was the damage?', answer: 'A buckled girder.\n\nNobody was hurt.', line: 5 },
    ...followUps('Whom did you inform?'),
  ],
  facts: [{ label: 'Company', text: 'Tidewater Docks', line: 3 }],
  notes: [{ label: 'Tip', text: 'Mention the insurer early.\n\nKeep the drawing handy.', line: 20 }],
  tags: ['safety'],
  outline: { derived: false, sections: listed('Crane hired too late', 'Rust under the paint') },
  answer: told('The crane stood idle.\n\nI rang the harbour master at dawn.'),
  variants: [
    {
      title: 'Shorter',
      short: false,
      line: 9,
      outline: listed('Only the rivets'),
      answer: told('The rivets were loose.'),
    },
  ],
  alternates: [
    alternateOf({
      group: 'Think Big',
      question: 'Describe a bold proposal.',
      followUps: [{ question: 'Who laughed?', answer: 'Only the treasurer.', line: 30 }],
    }),
    alternateOf({
      group: 'Have Backbone; Disagree and Commit',
      question: 'When did you support a plan that was not yours?',
      followUps: followUps('Was the mayor pleased?'),
      notes: told('Begin with the ferry timetable.'),
    }),
  ],
});
const orchard = storyOf('orchard', {
  line: 40,
  group: 'Dive Deep',
  question: 'Tell me about a time you looked closely.',
  answer: told('The apples had a judgment of their own, and the crane flew over them.'),
});

function marked(match: Match | undefined): string | undefined {
  return match?.snippet.map(({ text, hit }) => (hit ? `[${text}]` : text)).join('');
}

function ids(matches: Match[]): string[] {
  return matches.map((match) => match.storyId);
}

describe('a story whose outline is made from its answer', () => {
  const text = '## Shelves\n\n**A:** I moved 40 shelves to Leith before the fair.\n';
  const found = readStories(text, 'a.md').stories;

  test('is found by the words of its rows, in the answer', () => {
    const rows = found.flatMap((story) =>
      outlineOf(story, null).flatMap(({ items }) => items.map((item) => item.text)),
    );
    expect(rows).toEqual(['Moved 40 shelves to Leith before fair']);
    expect(createSearch(found).find('moved shelves Leith fair', 5)).toMatchObject([{ field: 'text' }]);
  });
});

describe('finding', () => {
  const search = createSearch([bridge, orchard]);

  test.each([
    ['a question', 'error judgment', 'question', null, 'Tell me about your worst [error] in [judgment].'],
    ['an alternate', 'bold proposal', 'alternate', 0, 'Describe a [bold] [proposal].'],
    ['the group of an alternate', 'disagree commit', 'alternate', 1, 'Have Backbone; [Disagree] and [Commit]'],
    ['a follow-up', 'damage', 'followUp', null, 'What was the [damage]?'],
    ['a follow-up of an alternate', 'mayor', 'followUp', 1, 'Was the [mayor] pleased?'],
    ['a title', 'bridge', 'title', null, 'The [bridge] inspection'],
    ['a tag', 'safety', 'tags', null, '[safety]'],
    ['a group', 'earn trust', 'group', null, '[Earn] [Trust]'],
    ['the outline', 'rust paint', 'outline', null, '[Rust] under the [paint]'],
    ['the text', 'harbour dawn', 'text', null, 'I rang the [harbour] master at [dawn].'],
    ['a variant', 'rivets loose', 'text', null, 'The [rivets] were [loose].'],
    ['the notes of an alternate', 'ferry timetable', 'text', 1, 'Begin with the [ferry] [timetable].'],
    ['the answer to a follow-up', 'buckled girder', 'followUpAnswer', null, 'A [buckled] [girder].'],
    ['the answer to a follow-up of an alternate', 'treasurer', 'followUpAnswer', 0, 'Only the [treasurer].'],
    ['a fact', 'tidewater', 'fact', null, '[Tidewater] Docks'],
    ['a note', 'insurer', 'note', null, 'Mention the [insurer] early.'],
  ])('shows that the words are in %s', (_what, words, field, alternate, snippet) => {
    const [first] = search.find(words);
    expect(first).toMatchObject({ storyId: 'bridge', field, alternate });
    expect(marked(first)).toBe(snippet);
  });

  test.each([
    ['a word start', 'insp'],
    ['a slip', 'inpsection'],
    ['another form', 'inspecting'],
    ['accents', 'ínspëction'],
    ['British spelling', 'harbor'],
  ])('takes %s', (_what, words) => {
    expect(ids(search.find(words))).toEqual(['bridge']);
  });

  test('shows the synonym that was found', () => {
    expect(marked(search.find('mistake')[0])).toBe('Tell me about your worst [error] in judgment.');
  });

  test('weighs a field by what an interviewer asks', () => {
    expect(ids(search.find('judgment'))).toEqual(['bridge', 'orchard']);
    expect(ids(search.find('crane'))).toEqual(['bridge', 'orchard']);
  });

  test('puts a story with all the keywords first, even if another has one in its question', () => {
    expect(ids(search.find('judgment apples'))).toEqual(['orchard', 'bridge']);
    // Nor does a light word matter that neither has.
    expect(ids(search.find('judgment apples team'))).toEqual(['orchard', 'bridge']);
  });

  test('lets a word in a question outweigh two in the text if the search is a question', () => {
    expect(ids(search.find('Tell me about an error in judgment with apples.'))).toEqual(['bridge', 'orchard']);
  });

  test('shows the passage with most of the search, even if another is in a better place', () => {
    expect(search.find('loud rivets loose')[0]).toMatchObject({ storyId: 'bridge', field: 'text' });
    expect(marked(search.find('damage rivets loose')[0])).toBe('The [rivets] were [loose].');
  });

  test('shows the telling word, not a light one in a better place', () => {
    const light = storyOf('light', { question: 'What did your team do?', answer: told('Its morale was low.') });
    expect(marked(createSearch([light]).find('team morale')[0])).toBe('Its [morale] was low.');
  });

  test('marks a word but not its synonyms, if both are there', () => {
    expect(marked(search.find('backbone')[0])).toBe('Have [Backbone]; Disagree and Commit');
  });

  test.each(['', '  ', '?', '\u0000\u001b'])('finds nothing for %j', (words) => {
    expect(search.find(words)).toEqual([]);
  });

  test('finds nothing in an empty library', () => {
    expect(search.find('zeppelin')).toEqual([]);
    expect(createSearch([]).find('crane')).toEqual([]);
  });

  test('puts what is spoken before what isn’t, and planned stories last, whatever they have', () => {
    const words = 'zeppelin';
    const noted = storyOf('noted', { notes: [{ label: 'Tip', text: `The ${words}.`, line: 9 }] });
    const fact = storyOf('fact', { facts: [{ label: 'Domain', text: `A ${words}.`, line: 2 }] });
    const spoken = storyOf('spoken', { answer: told(`There was a ${words}, in a town of many other things.`) });
    const planned = storyOf('planned', { planned: true, question: `Tell me about a ${words}.` });
    const ranking = ids(createSearch([planned, noted, fact, spoken]).find(words));
    expect(ranking).toEqual(['spoken', 'fact', 'noted', 'planned']);
    expect(ids(createSearch([planned, spoken]).find(words, 1))).toEqual(['spoken']);
  });

  test('says how much of a search each story answers', () => {
    const [all, some] = search.find('crane harbour apples');
    expect(all?.share).toBeLessThan(1);
    expect(some?.share).toBeGreaterThan(0);
    expect(search.find('rivets loose')[0]?.share).toBe(1);
  });

  test('returns no more than the limit', () => {
    expect(search.find('crane', 1)).toHaveLength(1);
    expect(search.find('crane', 0)).toEqual([]);
  });

  test.each(['constructor', 'toString', '__proto__', 'hasOwnProperty'])('takes "%s" as words', (words) => {
    expect(search.find(words)).toEqual([]);
    const owner = storyOf('owner', { question: `Why ${words} at all?` });
    expect(ids(createSearch([owner, bridge]).find(`${words} all`))).toContain('owner');
  });

  test('allows control characters between words', () => {
    expect(ids(search.find('\u0007crane\u0000idle\u001b'))[0]).toBe('bridge');
  });
});

test.each([
  ['Chinese', '讲一次团队冲突的经历', '冲突'],
  ['a single Chinese character', '讲一次团队冲突', '突'],
  ['Japanese', '失敗から学んだこと', '失敗'],
  ['Korean by a word start', '갈등을 해결한 경험', '갈등'],
  ['Thai', 'เล่าถึงความผิดพลาดของคุณ', 'ผิดพลาด'],
  ['Arabic with vowels left out', 'حَدِّثْنِي عن خطأ', 'حدثني'],
  ['Hebrew', 'ספר לי על טעות', 'טעות'],
  ['German without its umlaut', 'Wann mussten Sie Gegner überzeugen?', 'uberzeugen'],
])('finds %s', (_what, question, words) => {
  const search = createSearch([storyOf('other', { question: 'Something else' }), storyOf('it', { question })]);
  const [first] = search.find(words);
  expect(first?.storyId).toBe('it');
  expect(first?.snippet.some((part) => part.hit)).toBe(true);
});

describe('ties', () => {
  const twins = ['b.md', 'a.md'].flatMap((file) =>
    [3, 9].map((line) => storyOf(`${file}-${line}`, { file, line, question: 'Why kettles?' })),
  );
  const inOrder = ['b.md-3', 'b.md-9', 'a.md-3', 'a.md-9'];

  test('are in library order', () => {
    expect(ids(createSearch(twins).find('kettles'))).toEqual(inOrder);
  });

  test('stay there when a story is saved', () => {
    const search = createSearch(twins);
    search.update([twins[0]!], []);
    expect(ids(search.find('kettles'))).toEqual(inOrder);
  });
});

describe('an update', () => {
  test('applies changes, additions and removals', () => {
    const search = createSearch([bridge, orchard]);
    search.update(
      [{ ...orchard, answer: told('Only pears now.') }, storyOf('pier', { title: 'The crane' })],
      ['bridge'],
    );
    expect(ids(search.find('crane'))).toEqual(['pier']);
    expect(ids(search.find('pears'))).toEqual(['orchard']);
    expect(search.find('apples')).toEqual([]);
  });

  test('with an unknown id changes nothing', () => {
    const search = createSearch([bridge]);
    search.update([], ['nobody']);
    expect(ids(search.find('crane'))).toEqual(['bridge']);
  });

  test('that removes the last story with a word makes that word a typo of its neighbour', () => {
    const search = createSearch([storyOf('one', { title: 'kittle' }), storyOf('two', { title: 'kettle' })]);
    expect(ids(search.find('kittle'))).toEqual(['one']);
    search.update([], ['one']);
    expect(ids(search.find('kittle'))).toEqual(['two']);
  });

  test('leaves the same search as a new one, whatever came and went', () => {
    const word = fc.constantFrom('crane', 'rust', 'error', 'push back', 'customer', 'deadline', 'late');
    const story = fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd'), words: fc.array(word, { maxLength: 4 }) });
    const asStory = ({ id, words }: { id: string; words: string[] }): Story =>
      storyOf(id, { question: words.slice(0, 1).join(' '), answer: told(words.join(' and ')), line: id.charCodeAt(0) });
    fc.assert(
      fc.property(fc.array(fc.tuple(story, fc.boolean()), { maxLength: 12 }), (steps) => {
        const search = createSearch([]);
        const left = new Map<string, Story>();
        for (const [given, removed] of steps) {
          const made = asStory(given);
          if (removed) left.delete(made.id);
          else left.set(made.id, made);
          search.update(removed ? [] : [made], removed ? [made.id] : []);
        }
        const fresh = createSearch([...left.values()]);
        for (const words of ['crane', 'mistake', 'pushback', 'client dedline', 'rust late']) {
          expect(search.find(words)).toEqual(fresh.find(words));
        }
      }),
    );
  });
});

test('any text can be searched for', () => {
  const search = createSearch([bridge, orchard]);
  fc.assert(
    fc.property(anyText(120), (words) => {
      for (const match of search.find(words)) expect(match.snippet.some((part) => part.hit)).toBe(true);
    }),
  );
});

test('a pasted page finds the story it is from', () => {
  const page = `${orchard.answer[0]!.text} `.repeat(150);
  expect(page.length).toBeGreaterThan(10_000);
  expect(ids(createSearch([bridge, orchard]).find(page))[0]).toBe('orchard');
});

test.each<[string, Killer]>([
  ['hard breaks', times('a  \nb  \n')],
  ['short paragraphs', times('A b c.\n\n')],
  ['short sentences', times('I go. ')],
])('128 kB of %s are indexed in time in proportion to their length', (_, killer) => {
  const indexed = (text: string) => createSearch(readStories(text, 'a.md').stories);
  expect(tooSlow(after('# A\n\n**S:** ', killer), indexed)).toBeNull();
});
