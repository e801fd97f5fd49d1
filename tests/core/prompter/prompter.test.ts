import { describe, expect, test } from 'vitest';
import { rowIndexAt } from '../../../src/core/prompter/cursor.ts';
import { cursorMs, elapsedMs, timeLeftMs } from '../../../src/core/prompter/session.ts';
import { defaultSettings, withPatch, type SettingsPatch } from '../../../src/core/settings/schema.ts';
import type { Story } from '../../../src/core/stories/model.ts';
import { setUpPrompter } from '../../../src/core/prompter/prompter.ts';
import { followUps } from '../../follow-ups.ts';
import { fakeClock } from '../../services/fake-clock.ts';
import { storyOf, variantOf } from '../../services/story-builder.ts';

const first = storyOf('first', ['one', 'two', 'three', 'four']);
const second = storyOf('second', ['five', 'six'], { targetMs: 60_000 });

function prompterWith(...stories: Story[]) {
  const clock = fakeClock();
  let settings = defaultSettings();
  let changes = 0;
  const lost: string[] = [];
  let foundAgain = 0;
  let updates = 0;
  const prompter = setUpPrompter({
    nowMs: clock.nowMs,
    settings: () => settings,
    paced: (plan) => plan,
    changed: () => (changes += 1),
    acted: () => undefined,
    lost: (story) => lost.push(story.id),
    lostNoMore: () => (foundAgain += 1),
    updated: () => (updates += 1),
  });
  prompter.storiesChanged(stories);
  return {
    clock,
    prompter,
    lost,
    foundAgain: () => foundAgain,
    updates: () => updates,
    changes: () => changes,
    set: (patch: SettingsPatch) => {
      settings = withPatch(settings, patch);
      prompter.settingsChanged();
    },
    elapsed: () => elapsedMs(prompter.state().session, clock.nowMs()),
    left: () => timeLeftMs(prompter.state().session, clock.nowMs()),
    /** The text of the row on the reading line. */
    row: () => {
      const { plan, session } = prompter.state();
      return plan.rows[rowIndexAt(plan, cursorMs(session, clock.nowMs()))]?.id;
    },
    toRow: (id: string) => {
      const row = prompter.state().plan.rows.find((candidate) => candidate.id === id);
      prompter.act({ type: 'moveCursor', cursorMs: row?.startMs ?? Number.NaN });
    },
  };
}

test('the stories that were shown before, each once, the last one first, without the one that is shown', () => {
  const third = storyOf('third', ['seven'], { variants: [variantOf('Short', ['eight'])] });
  const { prompter } = prompterWith(first, second, third);
  expect(prompter.state().recent).toEqual([]);
  prompter.open(second, null);
  prompter.open(third, null);
  expect(prompter.state().recent).toEqual(['second', 'first']);
  // A variant is left for the story itself: the story is still shown.
  prompter.open(third, 0);
  expect(prompter.state().recent).toEqual(['second', 'first']);
  prompter.open(first, null);
  prompter.open(second, null);
  expect(prompter.state().recent).toEqual(['first', 'third']);
});

test('a story left at what they may ask is there again, in any version; for another question it isn’t', () => {
  const asked = storyOf('asked', ['one', 'two'], {
    followUps: followUps('Why?', 'Who?'),
    variants: [variantOf('Short', ['two'])],
    alternates: [{ group: null, question: 'When?', followUps: [], line: 1, notes: [] }],
  });
  const { prompter } = prompterWith(asked, second);
  const reached = () => prompter.state().prompt?.reached;
  prompter.moveTo({ cursorMs: 120_000, reached: 1 });
  for (const variant of [undefined, null, 0]) {
    prompter.open(second);
    prompter.open(asked, variant);
    expect(reached()).toBe(1);
  }
  prompter.open(asked, 0, 0);
  expect(reached()).toBeNull();
});

describe('one story', () => {
  test('without one, the snapshot is empty and follows the settings', () => {
    const { prompter, set } = prompterWith();
    set({ targetMs: 90_000 });
    expect(prompter.state()).toMatchObject({
      prompt: null,
      plan: { targetMs: 90_000, rows: [] },
      session: { status: { kind: 'idle' }, targetMs: 90_000 },
      sentAtMs: 1000,
    });
    prompter.act({ type: 'play' });
    expect(prompter.state().session.status.kind).toBe('idle');
  });

  test('the first one to come is shown automatically', () => {
    const { prompter } = prompterWith();
    prompter.storiesChanged([second, first]);
    expect(prompter.state().prompt?.storyId).toBe('second');
    prompter.storiesChanged([first, second]);
    expect(prompter.state().prompt?.storyId).toBe('second');
  });

  test('shows its outline, planned on its own target, else the person’s', () => {
    const { prompter } = prompterWith(first, second);
    prompter.open(first, null);
    expect(prompter.state()).toMatchObject({
      prompt: { storyId: 'first', variant: null, group: 'Ownership', title: 'first', derived: false },
      plan: { targetMs: 120_000, rows: [{ id: 'one', startMs: 0 }, {}, {}, { id: 'four', endMs: 120_000 }] },
    });
    prompter.open(second, null);
    expect(prompter.state()).toMatchObject({ plan: { targetMs: 60_000 }, session: { targetMs: 60_000 } });
  });

  test('shows one made from the answer where the file has none, for a variant too', () => {
    const answer = [{ kind: 'action' as const, label: 'A', text: 'I moved 40 shelves to Leith.', words: 6, line: 3 }];
    const bare = { title: 'Bare', short: true, line: 7, outline: [], answer };
    const none = storyOf('none', [], { outline: { derived: true, sections: [] }, answer, variants: [bare] });
    const { prompter } = prompterWith(none);
    prompter.open(none, null);
    expect(prompter.state()).toMatchObject({
      prompt: {
        derived: true,
        sections: [{ kind: 'action', items: [{ text: 'Moved 40 shelves to Leith', line: 3 }] }],
      },
      plan: { rows: [{ id: 'action-moved-40-shelves-to-leith', startMs: 0, endMs: 120_000 }] },
    });
    prompter.open(none, 0);
    expect(prompter.state().prompt?.sections[0]?.items).toHaveLength(1);
  });

  test('a variant has its own outline; the clock and its state stay', () => {
    const story = { ...first, variants: [variantOf('Shorter', ['brief'])] };
    const { prompter, clock, elapsed } = prompterWith(story);
    prompter.open(story, null);
    prompter.act({ type: 'play' });
    clock.pass(5000);
    prompter.open(story, 0);
    expect(prompter.state().prompt).toMatchObject({ storyId: 'first', variant: 0, variantTitle: 'Shorter' });
    expect(prompter.state().plan.rows.map((row) => row.id)).toEqual(['brief']);
    clock.pass(1000);
    expect(elapsed()).toBe(6000);
    expect(prompter.state().session.status.kind).toBe('running');
  });
});

describe('switching', () => {
  test('shows the other at its start, and going back resumes where it was, paused', () => {
    const { prompter, clock, elapsed, row, toRow } = prompterWith(first, second);
    prompter.open(first, null);
    prompter.act({ type: 'play' });
    clock.pass(40_000);
    toRow('three');
    prompter.open(second, null);
    expect(prompter.state().session).toMatchObject({ status: { kind: 'idle' }, elapsedBeforeMs: 0 });
    clock.pass(500_000);
    prompter.open(first, null);
    expect(prompter.state().session).toMatchObject({ status: { kind: 'paused', by: 'person' } });
    expect(elapsed()).toBe(40_000);
    expect(row()).toBe('three');
  });

  test('never leaves two countdowns running', () => {
    const { prompter, clock, elapsed } = prompterWith(first, second);
    for (const story of [first, second, first]) {
      prompter.open(story, null);
      prompter.act({ type: 'play' });
      clock.pass(1000);
    }
    expect(elapsed()).toBe(2000);
    prompter.open(second, null);
    expect(elapsed()).toBe(1000);
    expect(prompter.state().session.status.kind).toBe('paused');
  });

  test('opening what is already on the prompter leaves it alone', () => {
    const { prompter, changes } = prompterWith(first);
    prompter.open(first, null);
    prompter.act({ type: 'play' });
    const before = changes();
    prompter.open(first, null);
    expect(changes()).toBe(before);
    expect(prompter.state().session.status.kind).toBe('running');
  });

  test('a story that changed while it was away comes back as it is now, at its row', () => {
    const { prompter, clock, row, toRow, elapsed } = prompterWith(first, second);
    prompter.open(first, null);
    prompter.act({ type: 'play' });
    clock.pass(10_000);
    toRow('three');
    prompter.open(second, null);
    const changed = storyOf('first', ['zero', 'one', 'two', 'three']);
    prompter.storiesChanged([changed, second]);
    prompter.open(changed, null);
    expect(prompter.state().plan.rows.map(({ id }) => id)).toEqual(['zero', 'one', 'two', 'three']);
    expect(row()).toBe('three');
    expect(elapsed()).toBe(10_000);
  });

  test('it waits there even if that story was renamed in the meantime', () => {
    const { prompter, clock, elapsed, row, toRow } = prompterWith(first, second);
    prompter.open(first, null);
    prompter.act({ type: 'play' });
    clock.pass(10_000);
    toRow('three');
    prompter.open(second, null);
    const renamed = storyOf('renamed', ['one', 'two', 'three', 'last']);
    prompter.storiesChanged([second, renamed]);
    expect(prompter.previous()).toBe('renamed');
    prompter.open(renamed, null);
    expect(row()).toBe('three');
    expect(elapsed()).toBe(10_000);
  });

  test('so does a variant, at its new place', () => {
    const host = { ...first, variants: [variantOf('Shorter', ['brief'])] };
    const { prompter, clock, elapsed } = prompterWith(host, second);
    prompter.open(host, 0);
    prompter.act({ type: 'play' });
    clock.pass(3000);
    prompter.open(second, null);
    const variants = [variantOf('Longer', ['long']), variantOf('Shorter', ['brief'])];
    prompter.storiesChanged([second, { ...host, id: 'renamed', variants }]);
    expect(prompter.previous()).toBe('renamed');
    prompter.open({ ...host, id: 'renamed', variants }, 1);
    expect(elapsed()).toBe(3000);
  });
});

describe('other folders', () => {
  test('leave a story that is in both as it is, and what was left too', () => {
    const { prompter, clock, changes, elapsed } = prompterWith(first, second);
    prompter.act({ type: 'play' });
    clock.pass(5000);
    prompter.open(second, null);
    prompter.act({ type: 'play' });
    clock.pass(2000);
    const before = changes();
    prompter.storiesChanged([storyOf('third', ['nine']), first, second], true);
    expect(changes()).toBe(before);
    expect(prompter.state()).toMatchObject({ prompt: { storyId: 'second' }, session: { status: { kind: 'running' } } });
    expect(elapsed()).toBe(2000);
    expect(prompter.previous()).toBe('first');
    prompter.open(first, null);
    expect(elapsed()).toBe(5000);
  });

  test.each(['running', 'paused'])('without the story that is %s keep it on, and say so', (status) => {
    const { prompter, clock, lost, elapsed } = prompterWith(first);
    prompter.act({ type: 'play' });
    clock.pass(5000);
    if (status === 'paused') prompter.act({ type: 'pause' });
    prompter.storiesChanged([second], true);
    expect(prompter.state()).toMatchObject({ prompt: { storyId: 'first' }, session: { status: { kind: status } } });
    expect(lost).toEqual(['first']);
    expect(elapsed()).toBe(5000);
  });

  test('without the shown story open their first one, if its clock is idle', () => {
    const { prompter, lost, toRow, row } = prompterWith(first);
    toRow('three');
    prompter.storiesChanged([second], true);
    expect(prompter.state().prompt?.storyId).toBe('second');
    expect(prompter.previous()).toBeNull();
    expect(lost).toEqual([]);
    prompter.storiesChanged([], true);
    expect(prompter.state().prompt).toBeNull();
    prompter.storiesChanged([first], true);
    expect(row()).toBe('three');
  });
});

describe('reloading', () => {
  test('keeps the row and never touches the clock', () => {
    const { prompter, clock, row, left } = prompterWith(first);
    prompter.open(first, null);
    prompter.act({ type: 'play' });
    clock.pass(65_000);
    expect(row()).toBe('three');
    const facts = prompter.state().session;
    prompter.storiesChanged([storyOf('first', ['new', 'one', 'two', 'three', 'four'])]);
    expect(row()).toBe('three');
    expect(left()).toBe(55_000);
    const { status, targetMs, elapsedBeforeMs, addedMs } = prompter.state().session;
    expect({ status, targetMs, elapsedBeforeMs, addedMs }).toEqual({
      status: facts.status,
      targetMs: facts.targetMs,
      elapsedBeforeMs: facts.elapsedBeforeMs,
      addedMs: facts.addedMs,
    });
  });

  test('says so only if what is shown looks different', () => {
    const { prompter, updates } = prompterWith(first, second);
    const [action] = first.outline.sections;
    const below = { ...action!, items: action!.items.map((item) => ({ ...item, line: item.line + 7 })) };
    prompter.storiesChanged([{ ...first, line: 8, outline: { derived: false, sections: [below] } }, second]);
    expect(updates()).toBe(0);
    prompter.storiesChanged([storyOf('first', ['one', 'two', 'three', 'for']), second]);
    expect(updates()).toBe(1);
  });

  test('if the row is gone, its nearest neighbour is current', () => {
    const { prompter, toRow, row } = prompterWith(first);
    prompter.open(first, null);
    toRow('three');
    prompter.storiesChanged([storyOf('first', ['one', 'two', 'four'])]);
    expect(row()).toBe('four');
  });

  test('a session at its start still begins with the first row', () => {
    const { prompter, row } = prompterWith(first);
    prompter.open(first, null);
    prompter.storiesChanged([storyOf('first', ['new', 'one', 'two'])]);
    expect(row()).toBe('new');
  });

  test('an unchanged story changes nothing', () => {
    const { prompter, changes } = prompterWith(first, second);
    prompter.open(first, null);
    const before = changes();
    prompter.storiesChanged([first, storyOf('second', ['other'])]);
    expect(changes()).toBe(before);
  });

  test('a new target in the file reaches a session that hasn’t started, not a running one', () => {
    const { prompter, clock, left } = prompterWith(first);
    prompter.open(first, null);
    prompter.storiesChanged([{ ...first, targetMs: 30_000 }]);
    expect(left()).toBe(30_000);
    prompter.act({ type: 'play' });
    clock.pass(10_000);
    const changed = { ...first, targetMs: 300_000 };
    prompter.storiesChanged([changed]);
    expect(left()).toBe(20_000);
    expect(prompter.state().plan.targetMs).toBe(30_000);
    prompter.act({ type: 'reset', targetMs: 300_000 });
    expect(prompter.state().plan.targetMs).toBe(300_000);
  });

  test('a variant is found by its title when others come before it', () => {
    const story = { ...first, variants: [variantOf('Shorter', ['brief'])] };
    const { prompter, clock, elapsed } = prompterWith(story);
    prompter.open(story, 0);
    prompter.act({ type: 'play' });
    clock.pass(3000);
    prompter.storiesChanged([{ ...first, variants: [variantOf('Longer', ['long']), variantOf('Shorter', ['brief'])] }]);
    expect(prompter.state().prompt).toMatchObject({ variant: 1, variantTitle: 'Shorter' });
    expect(elapsed()).toBe(3000);
  });

  test('of two variants with one title, the one on the prompter stays', () => {
    const story = { ...first, variants: [variantOf('Shorter', ['brief']), variantOf('Shorter', ['terse'])] };
    const { prompter } = prompterWith(story);
    prompter.open(story, 1);
    prompter.storiesChanged([{ ...story, title: 'changed' }]);
    expect(prompter.state().prompt).toMatchObject({ title: 'changed', variant: 1 });
  });
});

describe('follow-ups', () => {
  const asked = (question: string, answer = '') => ({ question, answer, line: 3 });
  const cost = asked('What did it cost?', 'A week.\n\nNo money.');
  const told = storyOf('told', ['one', 'two', 'three'], {
    followUps: [asked('Who objected?'), cost],
    alternates: [{ group: null, question: 'Else?', followUps: [asked('Why?', 'So.')], line: 9, notes: [] }],
  });

  test('are those of the story, below those of its alternate; none is part of the plan', () => {
    const { prompter } = prompterWith(told);
    const questions = () => prompter.state().prompt?.followUps.map(({ question }) => question);
    expect(questions()).toEqual(['Who objected?', 'What did it cost?']);
    expect(prompter.state().plan).toEqual(prompterWith({ ...told, followUps: [] }).prompter.state().plan);
    prompter.open(told, null, 0);
    expect(questions()).toEqual(['Why?', 'Who objected?', 'What did it cost?']);
  });

  test('one is shown in place of the outline, while the clock goes on', () => {
    const { prompter, clock, elapsed } = prompterWith(told);
    prompter.act({ type: 'play' });
    clock.pass(2000);
    prompter.showFollowUp(1);
    clock.pass(3000);
    expect(prompter.state().prompt?.followUp).toBe(1);
    expect(elapsed()).toBe(5000);
    prompter.showFollowUp(null);
    expect(prompter.state().prompt?.followUp).toBeNull();
    expect(elapsed()).toBe(5000);
  });

  test('opening the story again, or starting over, goes back to the outline', () => {
    const { prompter } = prompterWith(told, second);
    prompter.showFollowUp(1);
    prompter.open(told, null);
    expect(prompter.state().prompt?.followUp).toBeNull();
    prompter.showFollowUp(1);
    prompter.act({ type: 'reset', targetMs: 60_000 });
    expect(prompter.state().prompt?.followUp).toBeNull();
    prompter.showFollowUp(1);
    prompter.open(second, null);
    prompter.open(told, null);
    expect(prompter.state().prompt?.followUp).toBeNull();
  });

  test('the one shown is followed when the file is saved, and left when its answer is gone', () => {
    const { prompter } = prompterWith(told);
    prompter.showFollowUp(1);
    prompter.storiesChanged([{ ...told, followUps: [cost, asked('Who objected?')] }]);
    expect(prompter.state().prompt?.followUp).toBe(0);
    prompter.storiesChanged([{ ...told, followUps: [asked('What did it really cost?', 'Ten days.')] }]);
    expect(prompter.state().prompt?.followUp).toBe(0);
    prompter.storiesChanged([{ ...told, followUps: [asked('What did it really cost?')] }]);
    expect(prompter.state().prompt?.followUp).toBeNull();
  });
});

describe('a planned story', () => {
  const planned = storyOf('planned', [], { planned: true });

  test('is never the first one shown', () => {
    expect(prompterWith(planned).prompter.state().prompt).toBeNull();
    expect(prompterWith(planned, first).prompter.state().prompt?.storyId).toBe('first');
  });

  test('that was written until now stays on the prompter as it was, and says so', () => {
    const { prompter, lost, foundAgain } = prompterWith(first, second);
    prompter.storiesChanged([{ ...first, planned: true, outline: { derived: false, sections: [] } }, second]);
    expect(lost).toEqual(['first']);
    expect(prompter.state().prompt?.sections[0]?.items).toHaveLength(4);
    prompter.storiesChanged([first, second]);
    expect(foundAgain()).toBe(1);
  });
});

describe('a story that goes', () => {
  test('stays as it was, is reported once, and is updated when it comes back', () => {
    const { prompter, clock, lost, elapsed } = prompterWith(first, second);
    prompter.open(first, null);
    prompter.act({ type: 'play' });
    clock.pass(4000);
    prompter.storiesChanged([second]);
    prompter.storiesChanged([second]);
    expect(lost).toEqual(['first']);
    expect(prompter.state().prompt).toMatchObject({ isGone: true, sections: [{ items: [{}, {}, {}, {}] }] });
    expect(elapsed()).toBe(4000);
    prompter.storiesChanged([storyOf('first', ['one', 'two']), second]);
    expect(prompter.state().prompt).toMatchObject({ isGone: false, sections: [{ items: [{}, {}] }] });
    prompter.storiesChanged([]);
    expect(lost).toEqual(['first', 'first']);
  });

  test('a variant that goes stays as it was', () => {
    const story = { ...first, variants: [variantOf('Shorter', ['brief'])] };
    const { prompter, lost } = prompterWith(story);
    prompter.open(story, 0);
    prompter.storiesChanged([first]);
    expect(lost).toEqual(['first']);
    expect(prompter.state().prompt).toMatchObject({ variantTitle: 'Shorter' });
  });

  test('is followed under a new name, with its time and its row', () => {
    const { prompter, clock, lost, row, elapsed } = prompterWith(first, second);
    prompter.open(first, null);
    prompter.act({ type: 'play' });
    clock.pass(65_000);
    prompter.storiesChanged([storyOf('first-renamed', ['one', 'two', 'three', 'last']), second]);
    expect(prompter.state().prompt?.storyId).toBe('first-renamed');
    expect(lost).toEqual([]);
    expect(row()).toBe('three');
    expect(elapsed()).toBe(65_000);
  });

  test('is followed into another file, even if that comes later', () => {
    const { prompter, lost } = prompterWith(first, second);
    prompter.open(first, null);
    prompter.storiesChanged([second]);
    prompter.storiesChanged([second, storyOf('moved', ['one', 'two', 'three', 'four'], { file: '/stories/new.md' })]);
    expect(lost).toEqual(['first']);
    expect(prompter.state().prompt?.storyId).toBe('moved');
  });

  test('neither a story that was there before nor one with other text takes its place', () => {
    const twin = storyOf('twin', ['one', 'two', 'three', 'four']);
    const { prompter, lost } = prompterWith(first, twin);
    prompter.open(first, null);
    prompter.storiesChanged([twin, storyOf('new', ['seven', 'eight'])]);
    expect(lost).toEqual(['first']);
    expect(prompter.state().prompt?.storyId).toBe('first');
  });
});

test('a lost story is reported once when it is back, and once when another replaces it', () => {
  const { prompter, foundAgain } = prompterWith(first, second);
  prompter.storiesChanged([second]);
  expect(foundAgain()).toBe(0);
  prompter.storiesChanged([first, second]);
  prompter.storiesChanged([first, second]);
  expect(foundAgain()).toBe(1);
  prompter.storiesChanged([second]);
  prompter.open(second, null);
  expect(foundAgain()).toBe(2);
});

test('a story that came while another was lost doesn’t count as its successor later', () => {
  const twin = storyOf('twin', ['five', 'six']);
  const { prompter, lost } = prompterWith(first, second);
  prompter.open(first, null);
  prompter.storiesChanged([second, twin]);
  prompter.open(second, null);
  prompter.storiesChanged([twin]);
  expect(lost).toEqual(['first', 'second']);
  expect(prompter.state().prompt?.storyId).toBe('second');
});

describe('settings', () => {
  test('a new target reaches an idle session immediately, a running one at its reset', () => {
    const { prompter, clock, set, left, toRow, row } = prompterWith(first);
    prompter.open(first, null);
    toRow('four');
    set({ targetMs: 40_000 });
    expect(left()).toBe(40_000);
    expect(row()).toBe('four');
    prompter.act({ type: 'play' });
    clock.pass(1000);
    set({ targetMs: 90_000 });
    expect(left()).toBe(39_000);
    prompter.act({ type: 'pause' });
    set({ targetMs: 80_000 });
    expect(left()).toBe(39_000);
    prompter.act({ type: 'reset', targetMs: 80_000 });
    expect(left()).toBe(80_000);
    expect(prompter.state().plan.rows.at(-1)?.endMs).toBe(80_000);
  });

  test('mode and speed reach a running session immediately and leave its cursor alone', () => {
    const { prompter, clock, set, row } = prompterWith(first);
    prompter.open(first, null);
    prompter.act({ type: 'play' });
    clock.pass(65_000);
    set({ mode: 'step' });
    clock.pass(50_000);
    expect(row()).toBe('three');
    set({ mode: 'auto', speed: 2 });
    clock.pass(20_000);
    expect(row()).toBe('four');
    expect(prompter.state().session).toMatchObject({ status: { kind: 'running' }, mode: 'auto', speed: 2 });
  });

  test('they reach a story that was left, too', () => {
    const { prompter, set } = prompterWith(first, second);
    prompter.open(first, null);
    prompter.act({ type: 'play' });
    prompter.open(second, null);
    set({ mode: 'step', speed: 1.5 });
    prompter.open(first, null);
    expect(prompter.state().session).toMatchObject({ mode: 'step', speed: 1.5, status: { kind: 'paused' } });
  });

  test('the plan can be made by shares', () => {
    const story = storyOf('both', ['one'], {
      outline: {
        derived: false,
        sections: [
          { kind: 'situation', label: 'S', items: [{ id: 's', text: 's', depth: 0, line: 1 }] },
          { kind: 'action', label: 'A', items: [{ id: 'a', text: 'a', depth: 0, line: 2 }] },
        ],
      },
      answer: [
        { kind: 'situation', label: 'S', text: '', words: 100, line: 1 },
        { kind: 'action', label: 'A', text: '', words: 100, line: 2 },
      ],
    });
    const { prompter, set } = prompterWith(story);
    prompter.open(story, null);
    expect(prompter.state().plan.rows[0]?.endMs).toBe(60_000);
    set({ planBy: 'shares' });
    expect(prompter.state().plan.rows[0]?.endMs).toBe(32_000);
    set({ wordsPerMinute: 100 });
    expect(prompter.state().plan.estimateMs).toBe(120_000);
  });
});
