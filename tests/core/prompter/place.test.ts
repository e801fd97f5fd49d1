import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { handover, pausedPlace, placeByClock, prompterPlace } from '../../../src/core/prompter/place.ts';
import { setUpPrompter } from '../../../src/core/prompter/prompter.ts';
import { elapsedMs } from '../../../src/core/prompter/session.ts';
import { defaultSettings } from '../../../src/core/settings/schema.ts';
import type { Story } from '../../../src/core/stories/model.ts';
import { fakeClock } from '../../services/fake-clock.ts';
import { storyOf, variantOf } from '../../services/story-builder.ts';

const lock = storyOf('lock', ['one', 'two'], {
  variants: [variantOf('Short', ['three'])],
  followUps: [{ question: 'And then?', answer: 'We measured it.', line: 3 }],
});
const ferry = storyOf('ferry', ['four', 'five']);
const mill = storyOf('mill', ['six']);

function prompterWith(...stories: Story[]) {
  const clock = fakeClock();
  const said: string[] = [];
  const prompter = setUpPrompter({
    nowMs: clock.nowMs,
    settings: defaultSettings,
    paced: (plan) => plan,
    changed: () => undefined,
    acted: () => said.push('acted'),
    lost: ({ id }) => said.push(`lost ${id}`),
    lostNoMore: () => said.push('found'),
    updated: () => said.push('updated'),
  });
  prompter.storiesChanged(stories);
  return { clock, prompter, said, elapsed: () => elapsedMs(prompter.state().session, clock.nowMs()) };
}

/** A prompter in the middle of the second story, after a look at a variant of the first. */
function begun() {
  const one = prompterWith(lock, ferry);
  one.prompter.open(lock, 0);
  one.prompter.act({ type: 'play' });
  one.clock.pass(7000);
  one.prompter.open(ferry, null);
  one.prompter.act({ type: 'play' });
  one.clock.pass(3000);
  return one;
}

describe('a place', () => {
  test('goes through JSON and its schema unchanged', () => {
    const place = begun().prompter.place();
    expect(v.parse(prompterPlace, JSON.parse(JSON.stringify(place)))).toEqual(place);
    expect(v.parse(handover, { place, story: lock, actedAt: 5 })).toEqual({ place, story: lock, actedAt: 5 });
  });

  test('puts another prompter where the first was: story, clock, and what was left', () => {
    const one = begun();
    const other = prompterWith(mill, lock, ferry);
    other.prompter.adopt(placeByClock(one.prompter.place(), other.clock.nowMs() - one.clock.nowMs()), [
      mill,
      lock,
      ferry,
    ]);
    expect(other.prompter.state().prompt?.storyId).toBe('ferry');
    expect(other.elapsed()).toBe(3000);
    other.clock.pass(1000);
    expect(other.elapsed()).toBe(4000);
    expect(other.prompter.previous()).toBe('lock');
    other.prompter.open(lock);
    expect(other.prompter.shown()?.variant).toBe(0);
    expect(other.elapsed()).toBe(7000);
    expect(other.prompter.state().session.status).toEqual({ kind: 'paused', by: 'person' });
  });

  test('keeps a story that the files lack now, and says that it is gone', () => {
    const one = begun();
    const other = prompterWith(mill);
    other.prompter.adopt(one.prompter.place(), [mill], ferry);
    expect(other.prompter.state().prompt?.storyId).toBe('ferry');
    expect(other.said).toEqual(['lost ferry']);
    other.prompter.storiesChanged([mill]);
    expect(other.prompter.state().prompt?.storyId).toBe('ferry');
    other.prompter.storiesChanged([mill, ferry]);
    expect(other.said).toEqual(['lost ferry', 'found']);
  });

  test('of a story that is gone changes nothing without the story itself', () => {
    const other = prompterWith(mill);
    other.prompter.adopt(begun().prompter.place(), [mill]);
    expect(other.prompter.state().prompt?.storyId).toBe('mill');
  });

  test('takes the words from the files, not from the page', () => {
    const saved = storyOf('ferry', ['four', 'a better five']);
    const other = prompterWith(saved);
    other.prompter.adopt(begun().prompter.place(), [saved], ferry);
    expect(other.prompter.state().prompt?.sections[0]?.items.map(({ text }) => text)).toEqual([
      'four',
      'a better five',
    ]);
  });

  test('never starts in the future, and leaves out what the story no longer has', () => {
    const other = prompterWith(lock);
    const { session } = begun().prompter.state();
    const running = { ...session, status: { kind: 'running' as const, sinceMs: other.clock.nowMs() + 60_000 } };
    const shown = { storyId: 'lock', variant: 4, alternate: 2, reached: 8, followUp: 9, session: running };
    other.prompter.adopt({ shown, left: [], previous: null }, [lock]);
    expect(other.prompter.shown()).toMatchObject({
      variant: null,
      alternate: null,
      reached: null,
      followUp: null,
    });
    other.clock.pass(500);
    expect(other.elapsed()).toBe(500);
  });

  test('is paused where no program keeps its clock', () => {
    const { prompter, clock } = begun();
    const { shown } = pausedPlace(prompter.place(), clock.nowMs());
    expect(shown?.session).toMatchObject({ status: { kind: 'paused' }, elapsedBeforeMs: 3000 });
  });

  test.each([
    ['a story without an id', { shown: { variant: null }, left: [], previous: null }],
    ['a clock that isn’t a number', { shown: { ...shownWith({ elapsedBeforeMs: 'long' }) }, left: [], previous: null }],
    ['a time below zero', { shown: { ...shownWith({ cursorMs: -1 }) }, left: [], previous: null }],
    ['a speed that nobody can follow', { shown: { ...shownWith({ speed: 90 }) }, left: [], previous: null }],
    ['too many stories', { shown: null, left: Array.from({ length: 301 }, () => shownWith({})), previous: null }],
  ])('is refused with %s', (_what, place) => {
    expect(v.safeParse(prompterPlace, place).success).toBe(false);
  });
});

function shownWith(part: object) {
  const { shown } = begun().prompter.place();
  return { ...shown, session: { ...shown?.session, ...part } };
}

describe('a prompter that follows another', () => {
  test('shows the same, and remembers what was left', () => {
    const one = prompterWith(lock, ferry);
    const other = prompterWith();
    const follow = () => other.prompter.follow(one.prompter.state(), [lock, ferry]);
    one.prompter.act({ type: 'play' });
    follow();
    one.clock.pass(2000);
    other.clock.pass(2000);
    one.prompter.open(ferry, null);
    follow();
    one.prompter.act({ type: 'play' });
    follow();
    expect(other.prompter.place()).toEqual(one.prompter.place());
    expect(other.said).toEqual([]);
  });

  test('stays at its own story while a rehearsal is on the prompter', () => {
    const one = prompterWith(lock);
    const other = prompterWith(ferry);
    const rehearsing = { phase: 'speaking' as const, at: 0, of: 1 };
    other.prompter.follow({ ...one.prompter.state(), rehearsing }, [lock, ferry]);
    expect(other.prompter.shown()?.story.id).toBe('ferry');
  });
});
