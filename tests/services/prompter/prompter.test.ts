import { describe, expect, test } from 'vitest';
import { rowIndexAt } from '../../../src/core/prompter/cursor.ts';
import { cursorMs, elapsedMs, timeLeftMs } from '../../../src/core/prompter/session.ts';
import { defaultSettings, withPatch, type SettingsPatch } from '../../../src/core/settings/schema.ts';
import type { Story } from '../../../src/core/stories/model.ts';
import { setUpStage } from '../../../src/services/prompter/prompter.ts';
import { fakeClock } from '../fake-clock.ts';
import { storyOf, variantOf } from '../story-builder.ts';

const first = storyOf('first', ['one', 'two', 'three', 'four']);
const second = storyOf('second', ['five', 'six'], { targetMs: 60_000 });

function stageWith(...stories: Story[]) {
  const clock = fakeClock();
  let settings = defaultSettings();
  let changes = 0;
  const lost: string[] = [];
  let foundAgain = 0;
  const stage = setUpStage({
    nowMs: clock.nowMs,
    settings: () => settings,
    paced: (plan) => plan,
    changed: () => (changes += 1),
    lost: (story) => lost.push(story.id),
    lostNoMore: () => (foundAgain += 1),
  });
  stage.storiesChanged(stories);
  return {
    clock,
    stage,
    lost,
    foundAgain: () => foundAgain,
    changes: () => changes,
    set: (patch: SettingsPatch) => {
      settings = withPatch(settings, patch);
      stage.settingsChanged();
    },
    elapsed: () => elapsedMs(stage.state().session, clock.nowMs()),
    left: () => timeLeftMs(stage.state().session, clock.nowMs()),
    /** The text of the row on the reading line. */
    row: () => {
      const { plan, session } = stage.state();
      return plan.rows[rowIndexAt(plan, cursorMs(session, clock.nowMs()))]?.id;
    },
    toRow: (id: string) => {
      const row = stage.state().plan.rows.find((candidate) => candidate.id === id);
      stage.act({ type: 'moveCursor', cursorMs: row?.startMs ?? Number.NaN });
    },
  };
}

describe('one story', () => {
  test('without one, the snapshot is empty and stands on the settings', () => {
    const { stage, set } = stageWith();
    set({ targetMs: 90_000 });
    expect(stage.state()).toMatchObject({
      prompt: null,
      plan: { targetMs: 90_000, rows: [] },
      session: { status: { kind: 'idle' }, targetMs: 90_000 },
      sentAtMs: 1000,
    });
    stage.act({ type: 'play' });
    expect(stage.state().session.status.kind).toBe('idle');
  });

  test('the first that comes is put on by itself', () => {
    const { stage } = stageWith();
    stage.storiesChanged([second, first]);
    expect(stage.state().prompt?.storyId).toBe('second');
    stage.storiesChanged([first, second]);
    expect(stage.state().prompt?.storyId).toBe('second');
  });

  test('shows its outline, planned on its own target, else the person’s', () => {
    const { stage } = stageWith(first, second);
    stage.open(first, null);
    expect(stage.state()).toMatchObject({
      prompt: { storyId: 'first', variant: null, group: 'Ownership', title: 'first', derived: false },
      plan: { targetMs: 120_000, rows: [{ id: 'one', startMs: 0 }, {}, {}, { id: 'four', endMs: 120_000 }] },
    });
    stage.open(second, null);
    expect(stage.state()).toMatchObject({ plan: { targetMs: 60_000 }, session: { targetMs: 60_000 } });
  });

  test('a variant has its own outline and its own session', () => {
    const story = { ...first, variants: [variantOf('Shorter', ['brief'])] };
    const { stage, clock, elapsed } = stageWith(story);
    stage.open(story, null);
    stage.act({ type: 'play' });
    clock.pass(5000);
    stage.open(story, 0);
    expect(stage.state().prompt).toMatchObject({ storyId: 'first', variant: 0, variantTitle: 'Shorter' });
    expect(stage.state().plan.rows.map((row) => row.id)).toEqual(['brief']);
    expect(elapsed()).toBe(0);
  });
});

describe('switching', () => {
  test('shows the other at its start, and going back resumes where it was, paused', () => {
    const { stage, clock, elapsed, row, toRow } = stageWith(first, second);
    stage.open(first, null);
    stage.act({ type: 'play' });
    clock.pass(40_000);
    toRow('three');
    stage.open(second, null);
    expect(stage.state().session).toMatchObject({ status: { kind: 'idle' }, elapsedBeforeMs: 0 });
    clock.pass(500_000);
    stage.open(first, null);
    expect(stage.state().session).toMatchObject({ status: { kind: 'paused', by: 'person' } });
    expect(elapsed()).toBe(40_000);
    expect(row()).toBe('three');
  });

  test('never leaves two countdowns running', () => {
    const { stage, clock, elapsed } = stageWith(first, second);
    for (const story of [first, second, first]) {
      stage.open(story, null);
      stage.act({ type: 'play' });
      clock.pass(1000);
    }
    expect(elapsed()).toBe(2000);
    stage.open(second, null);
    expect(elapsed()).toBe(1000);
    expect(stage.state().session.status.kind).toBe('paused');
  });

  test('opening what is already on the prompter leaves it alone', () => {
    const { stage, changes } = stageWith(first);
    stage.open(first, null);
    stage.act({ type: 'play' });
    const before = changes();
    stage.open(first, null);
    expect(changes()).toBe(before);
    expect(stage.state().session.status.kind).toBe('running');
  });

  test('a story that changed while it was away comes back as it is now, at its row', () => {
    const { stage, clock, row, toRow, elapsed } = stageWith(first, second);
    stage.open(first, null);
    stage.act({ type: 'play' });
    clock.pass(10_000);
    toRow('three');
    stage.open(second, null);
    const changed = storyOf('first', ['zero', 'one', 'two', 'three']);
    stage.storiesChanged([changed, second]);
    stage.open(changed, null);
    expect(stage.state().plan.rows.map(({ id }) => id)).toEqual(['zero', 'one', 'two', 'three']);
    expect(row()).toBe('three');
    expect(elapsed()).toBe(10_000);
  });

  test('it waits there also when that story was renamed in the meantime', () => {
    const { stage, clock, elapsed, row, toRow } = stageWith(first, second);
    stage.open(first, null);
    stage.act({ type: 'play' });
    clock.pass(10_000);
    toRow('three');
    stage.open(second, null);
    const renamed = storyOf('renamed', ['one', 'two', 'three', 'last']);
    stage.storiesChanged([second, renamed]);
    expect(stage.before()).toEqual({ storyId: 'renamed', variant: null, alternate: null });
    stage.open(renamed, null);
    expect(row()).toBe('three');
    expect(elapsed()).toBe(10_000);
  });

  test('so does a variant, at its new place', () => {
    const host = { ...first, variants: [variantOf('Shorter', ['brief'])] };
    const { stage, clock, elapsed } = stageWith(host, second);
    stage.open(host, 0);
    stage.act({ type: 'play' });
    clock.pass(3000);
    stage.open(second, null);
    const variants = [variantOf('Longer', ['long']), variantOf('Shorter', ['brief'])];
    stage.storiesChanged([second, { ...host, id: 'renamed', variants }]);
    expect(stage.before()).toEqual({ storyId: 'renamed', variant: 1, alternate: null });
    stage.open({ ...host, id: 'renamed', variants }, 1);
    expect(elapsed()).toBe(3000);
  });
});

describe('other folders', () => {
  test('leave a story that is in both as it is, and what was left too', () => {
    const { stage, clock, changes, elapsed } = stageWith(first, second);
    stage.act({ type: 'play' });
    clock.pass(5000);
    stage.open(second, null);
    stage.act({ type: 'play' });
    clock.pass(2000);
    const before = changes();
    stage.storiesChanged([storyOf('third', ['nine']), first, second], true);
    expect(changes()).toBe(before);
    expect(stage.state()).toMatchObject({ prompt: { storyId: 'second' }, session: { status: { kind: 'running' } } });
    expect(elapsed()).toBe(2000);
    expect(stage.before()?.storyId).toBe('first');
    stage.open(first, null);
    expect(elapsed()).toBe(5000);
  });

  test.each(['running', 'paused'])('without the story that is %s keep it on, and say so', (status) => {
    const { stage, clock, lost, elapsed } = stageWith(first);
    stage.act({ type: 'play' });
    clock.pass(5000);
    if (status === 'paused') stage.act({ type: 'pause' });
    stage.storiesChanged([second], true);
    expect(stage.state()).toMatchObject({ prompt: { storyId: 'first' }, session: { status: { kind: status } } });
    expect(lost).toEqual(['first']);
    expect(elapsed()).toBe(5000);
  });

  test('without a story whose clock is idle put their first one on', () => {
    const { stage, lost, toRow, row } = stageWith(first);
    toRow('three');
    stage.storiesChanged([second], true);
    expect(stage.state().prompt?.storyId).toBe('second');
    expect(stage.before()).toBeNull();
    expect(lost).toEqual([]);
    stage.storiesChanged([], true);
    expect(stage.state().prompt).toBeNull();
    stage.storiesChanged([first], true);
    expect(row()).toBe('three');
  });
});

describe('reloading', () => {
  test('keeps the row and never touches the clock', () => {
    const { stage, clock, row, left } = stageWith(first);
    stage.open(first, null);
    stage.act({ type: 'play' });
    clock.pass(65_000);
    expect(row()).toBe('three');
    const facts = stage.state().session;
    stage.storiesChanged([storyOf('first', ['new', 'one', 'two', 'three', 'four'])]);
    expect(row()).toBe('three');
    expect(left()).toBe(55_000);
    const { status, targetMs, elapsedBeforeMs, addedMs } = stage.state().session;
    expect({ status, targetMs, elapsedBeforeMs, addedMs }).toEqual({
      status: facts.status,
      targetMs: facts.targetMs,
      elapsedBeforeMs: facts.elapsedBeforeMs,
      addedMs: facts.addedMs,
    });
  });

  test('where the row is gone, the nearest neighbour has it', () => {
    const { stage, toRow, row } = stageWith(first);
    stage.open(first, null);
    toRow('three');
    stage.storiesChanged([storyOf('first', ['one', 'two', 'four'])]);
    expect(row()).toBe('four');
  });

  test('whoever waits at the start still begins with the first row', () => {
    const { stage, row } = stageWith(first);
    stage.open(first, null);
    stage.storiesChanged([storyOf('first', ['new', 'one', 'two'])]);
    expect(row()).toBe('new');
  });

  test('a story that is the same is no change', () => {
    const { stage, changes } = stageWith(first, second);
    stage.open(first, null);
    const before = changes();
    stage.storiesChanged([first, storyOf('second', ['other'])]);
    expect(changes()).toBe(before);
  });

  test('a new target in the file reaches what is not begun, and nothing that runs', () => {
    const { stage, clock, left } = stageWith(first);
    stage.open(first, null);
    stage.storiesChanged([{ ...first, targetMs: 30_000 }]);
    expect(left()).toBe(30_000);
    stage.act({ type: 'play' });
    clock.pass(10_000);
    const changed = { ...first, targetMs: 300_000 };
    stage.storiesChanged([changed]);
    expect(left()).toBe(20_000);
    expect(stage.state().plan.targetMs).toBe(30_000);
    stage.act({ type: 'reset', targetMs: 300_000 });
    expect(stage.state().plan.targetMs).toBe(300_000);
  });

  test('a variant is found by its title when others come before it', () => {
    const story = { ...first, variants: [variantOf('Shorter', ['brief'])] };
    const { stage, clock, elapsed } = stageWith(story);
    stage.open(story, 0);
    stage.act({ type: 'play' });
    clock.pass(3000);
    stage.storiesChanged([{ ...first, variants: [variantOf('Longer', ['long']), variantOf('Shorter', ['brief'])] }]);
    expect(stage.state().prompt).toMatchObject({ variant: 1, variantTitle: 'Shorter' });
    expect(elapsed()).toBe(3000);
  });
});

describe('a story that goes', () => {
  test('is shown on as it was, told once, and taken up again when it comes back', () => {
    const { stage, clock, lost, elapsed } = stageWith(first, second);
    stage.open(first, null);
    stage.act({ type: 'play' });
    clock.pass(4000);
    stage.storiesChanged([second]);
    stage.storiesChanged([second]);
    expect(lost).toEqual(['first']);
    expect(stage.state().prompt?.sections[0]?.items).toHaveLength(4);
    expect(elapsed()).toBe(4000);
    stage.storiesChanged([storyOf('first', ['one', 'two']), second]);
    expect(stage.state().prompt?.sections[0]?.items).toHaveLength(2);
    stage.storiesChanged([]);
    expect(lost).toEqual(['first', 'first']);
  });

  test('a variant that goes is shown on as it was', () => {
    const story = { ...first, variants: [variantOf('Shorter', ['brief'])] };
    const { stage, lost } = stageWith(story);
    stage.open(story, 0);
    stage.storiesChanged([first]);
    expect(lost).toEqual(['first']);
    expect(stage.state().prompt).toMatchObject({ variantTitle: 'Shorter' });
  });

  test('under a new name it is followed, with its time and its row', () => {
    const { stage, clock, lost, row, elapsed } = stageWith(first, second);
    stage.open(first, null);
    stage.act({ type: 'play' });
    clock.pass(65_000);
    stage.storiesChanged([storyOf('first-renamed', ['one', 'two', 'three', 'last']), second]);
    expect(stage.state().prompt?.storyId).toBe('first-renamed');
    expect(lost).toEqual([]);
    expect(row()).toBe('three');
    expect(elapsed()).toBe(65_000);
  });

  test('it is followed into another file also when that comes later', () => {
    const { stage, lost } = stageWith(first, second);
    stage.open(first, null);
    stage.storiesChanged([second]);
    stage.storiesChanged([second, storyOf('moved', ['one', 'two', 'three', 'four'], { file: '/stories/new.md' })]);
    expect(lost).toEqual(['first']);
    expect(stage.state().prompt?.storyId).toBe('moved');
  });

  test('neither a story that was there before nor one with other text takes its place', () => {
    const twin = storyOf('twin', ['one', 'two', 'three', 'four']);
    const { stage, lost } = stageWith(first, twin);
    stage.open(first, null);
    stage.storiesChanged([twin, storyOf('new', ['seven', 'eight'])]);
    expect(lost).toEqual(['first']);
    expect(stage.state().prompt?.storyId).toBe('first');
  });
});

test('a story that was lost is told of once when it is there again, and once when it is left', () => {
  const { stage, foundAgain } = stageWith(first, second);
  stage.storiesChanged([second]);
  expect(foundAgain()).toBe(0);
  stage.storiesChanged([first, second]);
  stage.storiesChanged([first, second]);
  expect(foundAgain()).toBe(1);
  stage.storiesChanged([second]);
  stage.open(second, null);
  expect(foundAgain()).toBe(2);
});

test('a story that came while another was lost doesn’t count as its successor later', () => {
  const twin = storyOf('twin', ['five', 'six']);
  const { stage, lost } = stageWith(first, second);
  stage.open(first, null);
  stage.storiesChanged([second, twin]);
  stage.open(second, null);
  stage.storiesChanged([twin]);
  expect(lost).toEqual(['first', 'second']);
  expect(stage.state().prompt?.storyId).toBe('second');
});

describe('settings', () => {
  test('a new target reaches the idle at once, what runs at its reset', () => {
    const { stage, clock, set, left, toRow, row } = stageWith(first);
    stage.open(first, null);
    toRow('four');
    set({ targetMs: 40_000 });
    expect(left()).toBe(40_000);
    expect(row()).toBe('four');
    stage.act({ type: 'play' });
    clock.pass(1000);
    set({ targetMs: 90_000 });
    expect(left()).toBe(39_000);
    stage.act({ type: 'pause' });
    set({ targetMs: 80_000 });
    expect(left()).toBe(39_000);
    stage.act({ type: 'reset', targetMs: 80_000 });
    expect(left()).toBe(80_000);
    expect(stage.state().plan.rows.at(-1)?.endMs).toBe(80_000);
  });

  test('mode and speed reach a running session at once and leave its cursor where it is', () => {
    const { stage, clock, set, row } = stageWith(first);
    stage.open(first, null);
    stage.act({ type: 'play' });
    clock.pass(65_000);
    set({ mode: 'step' });
    clock.pass(50_000);
    expect(row()).toBe('three');
    set({ mode: 'auto', speed: 2 });
    clock.pass(20_000);
    expect(row()).toBe('four');
    expect(stage.state().session).toMatchObject({ status: { kind: 'running' }, mode: 'auto', speed: 2 });
  });

  test('they reach a story that was left, too', () => {
    const { stage, set } = stageWith(first, second);
    stage.open(first, null);
    stage.act({ type: 'play' });
    stage.open(second, null);
    set({ mode: 'step', speed: 1.5 });
    stage.open(first, null);
    expect(stage.state().session).toMatchObject({ mode: 'step', speed: 1.5, status: { kind: 'paused' } });
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
    const { stage, set } = stageWith(story);
    stage.open(story, null);
    expect(stage.state().plan.rows[0]?.endMs).toBe(60_000);
    set({ planBy: 'shares' });
    expect(stage.state().plan.rows[0]?.endMs).toBe(32_000);
    set({ wordsPerMinute: 100 });
    expect(stage.state().plan.estimateMs).toBe(120_000);
  });
});
