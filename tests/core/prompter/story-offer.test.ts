import { describe, expect, test } from 'vitest';
import { prompterRunners, endOffer, type PrompterHost } from '../../../src/core/prompter/prompter-commands.ts';
import { setUpPrompter } from '../../../src/core/prompter/prompter.ts';
import { defaultSettings, type Settings } from '../../../src/core/settings/schema.ts';
import type { Story } from '../../../src/core/stories/model.ts';
import { followUps } from '../../follow-ups.ts';
import { fakeClock } from '../../services/fake-clock.ts';
import { storyOf } from '../../services/story-builder.ts';

const mill = storyOf('mill', ['one', 'two'], { followUps: followUps('Why?', 'Who?') });
const dike = storyOf('dike', ['three']);
const fair = storyOf('fair', ['four', 'five']);
const plan = storyOf('plan', [], { planned: true });

/** A prompter that shows the first story, and a clicker. */
function clicker(stories: Story[] = [mill, dike, fair, plan], pinned: Partial<Record<'1' | '2' | '3', string>> = {}) {
  const clock = fakeClock();
  const pins = Object.fromEntries(
    Object.entries(pinned).map(([slot, id]) => [slot, { id, title: id }]),
  ) as unknown as Settings['pins'];
  const settings = (): Settings => ({ ...defaultSettings(), pins });
  let listed = stories;
  const prompter = setUpPrompter({
    nowMs: clock.nowMs,
    settings,
    paced: (each) => each,
    changed: () => undefined,
    acted: () => undefined,
    lost: () => undefined,
    lostNoMore: () => undefined,
    updated: () => undefined,
  });
  prompter.storiesChanged(listed);
  const host: PrompterHost = {
    nowMs: clock.nowMs,
    prompter,
    settings,
    changeSettings: () => undefined,
    stories: () => listed,
    openStory: prompter.open,
    info: () => undefined,
    showFigure: () => undefined,
  };
  const press = (id: keyof typeof prompterRunners): void => {
    endOffer(id, host);
    prompterRunners[id](host);
  };
  const pressSlowly = (id: keyof typeof prompterRunners, times = 1): void => {
    for (let time = 0; time < times; time += 1) {
      clock.pass(1000);
      press(id);
    }
  };
  return {
    clock,
    press,
    pressSlowly,
    replace: (stories: Story[]) => {
      listed = stories;
      prompter.storiesChanged(stories);
    },
    offer: () => prompter.state().offer,
    shown: () => prompter.state().prompt?.storyId,
    reached: () => prompter.state().prompt?.reached,
    place: () => prompter.state().session.cursorMs,
  };
}

describe('past the end of a story', () => {
  test('a press offers the next one, where it is, and a second one opens it', () => {
    const { pressSlowly, offer, shown, reached } = clicker();
    pressSlowly('next-row', 3);
    expect([offer(), reached()]).toEqual([null, 1]);
    pressSlowly('next-row');
    expect([offer(), shown(), reached()]).toEqual([{ name: 'dike', step: 1 }, 'mill', 1]);
    pressSlowly('next-row');
    expect([offer(), shown()]).toEqual([null, 'dike']);
  });

  test('back turns it down, and nothing has moved', () => {
    const { pressSlowly, offer, shown, reached, place } = clicker();
    pressSlowly('next-row', 4);
    const before = place();
    pressSlowly('previous-row');
    expect([offer(), shown(), reached(), place()]).toEqual([null, 'mill', 1, before]);
    pressSlowly('next-row');
    expect(offer()).not.toBeNull();
  });

  test('also by sections, while the clock runs', () => {
    const { pressSlowly, shown } = clicker([dike, fair]);
    pressSlowly('play-pause');
    pressSlowly('next-section', 2);
    expect(shown()).toBe('fair');
  });

  test('any other command takes the offer away', () => {
    for (const other of ['play-pause', 'bigger', 'next-theme', 'toggle-count-up', 'reset'] as const) {
      const { pressSlowly, offer, shown } = clicker([dike, fair]);
      pressSlowly('next-row');
      expect(offer()).not.toBeNull();
      pressSlowly(other);
      expect(offer()).toBeNull();
      pressSlowly('next-row');
      expect(shown()).toBe('dike');
    }
  });

  test('a key held down, or a button that bounces, offers but never opens', () => {
    const { clock, press, offer, shown } = clicker([dike, fair]);
    press('next-row');
    clock.pass(660);
    for (let repeat = 0; repeat < 100; repeat += 1) {
      press('next-row');
      clock.pass(30);
    }
    expect([offer()?.name, shown()]).toEqual(['fair', 'dike']);
    clock.pass(700);
    press('next-row');
    expect(shown()).toBe('fair');
  });

  test('a story that is gone by the second press isn’t opened: another is offered', () => {
    const { pressSlowly, replace, offer, shown } = clicker([dike, fair, mill]);
    pressSlowly('next-row');
    replace([dike, mill]);
    pressSlowly('next-row');
    expect([offer()?.name, shown()]).toEqual(['mill', 'dike']);
    pressSlowly('next-row');
    expect(shown()).toBe('mill');
  });

  test('the only written story has no other to offer', () => {
    const { pressSlowly, offer, shown } = clicker([dike, plan]);
    pressSlowly('next-row', 3);
    pressSlowly('previous-row', 3);
    expect([offer(), shown()]).toEqual([null, 'dike']);
  });
});

describe('before the first row', () => {
  test('back offers the story before, and opens it where it was left', () => {
    const { pressSlowly, offer, shown, reached } = clicker();
    pressSlowly('next-row', 5);
    expect(shown()).toBe('dike');
    pressSlowly('previous-row');
    expect(offer()).toEqual({ name: 'mill', step: -1 });
    pressSlowly('previous-row');
    expect([shown(), reached()]).toEqual(['mill', 1]);
  });

  test('on goes on as ever: nothing holds up somebody who begins', () => {
    const { pressSlowly, offer, shown, place } = clicker();
    pressSlowly('previous-row');
    expect(offer()?.name).toBe('fair');
    pressSlowly('next-row');
    expect([offer(), shown(), place()]).toEqual([null, 'mill', 60_000]);
  });

  test('it offers nothing while the clock runs: somebody has just gone back too far', () => {
    const { pressSlowly, offer, shown } = clicker();
    pressSlowly('play-pause');
    pressSlowly('previous-row', 3);
    expect([offer(), shown()]).toEqual([null, 'mill']);
  });
});

describe('with pinned stories', () => {
  test('they are offered in the order of their keys, and after the last the first', () => {
    const { pressSlowly, shown } = clicker([dike, mill, fair], { 1: 'fair', 3: 'dike' });
    pressSlowly('next-row', 2);
    expect(shown()).toBe('fair');
    pressSlowly('next-row', 3);
    expect(shown()).toBe('dike');
  });

  test('from one that isn’t pinned, on leads to the first and back to the last', () => {
    const pinned = { 1: 'fair', 2: 'dike' };
    const onward = clicker([mill, dike, fair], pinned);
    onward.pressSlowly('next-row', 4);
    expect(onward.offer()?.name).toBe('fair');
    const back = clicker([mill, dike, fair], pinned);
    back.pressSlowly('previous-row');
    expect(back.offer()?.name).toBe('dike');
  });

  test('where only the shown one is pinned, or pins are of stories that are gone, all stories are offered', () => {
    for (const pinned of [{ 1: 'dike' }, { 1: 'gone', 2: 'plan' }]) {
      const { pressSlowly, offer } = clicker([dike, fair, plan], pinned);
      pressSlowly('next-row');
      expect(offer()?.name).toBe('fair');
    }
  });
});
