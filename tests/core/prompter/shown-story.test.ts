import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { carrySection, rowIndexAt, rowStep, sectionStep } from '../../../src/core/prompter/cursor.ts';
import { cursorMs, elapsedMs, reduceSession, timeLeftMs } from '../../../src/core/prompter/session.ts';
import {
  actOnShown,
  movedTo,
  newShownStory,
  placeAfter,
  tellAs,
  withTarget,
  type PlanBasis,
  type ShownStory,
} from '../../../src/core/prompter/shown-story.ts';
import { sessionSnapshot } from '../../../src/core/prompter/session-state.ts';
import { targetOf } from '../../../src/core/prompter/target.ts';
import { defaultSettings, withPatch, type SettingsPatch } from '../../../src/core/settings/schema.ts';
import { readStoryTexts } from '../../../src/core/stories/library.ts';
import { cases } from '../../sizes.ts';
import { planFor, said, shown as rows } from './outlines.ts';

const text = `# Repairs
## The pier that sank
When did you fix something under pressure?

> S:
> * Storm in March
> * Pier leaned two feet
> T:
> * Reopen before the regatta
> A:
> * Hired divers
> * Numbered every pile
> * Drove 40 new ones
> R:
> * Open in 9 days
> Reflection:
> * Inspect below the water

**S:** ${'A storm in March took the ground from under our pier. '.repeat(8)}

**T:** ${'I had to reopen it before the regatta. '.repeat(8)}

**A:** ${'I hired divers and numbered every pile, and we drove 40 new ones. '.repeat(16)}

**R:** ${'We opened again in 9 days. '.repeat(8)}

**Reflection:** I look below the water first now.

#### Shorter answer

**S:** A storm in March took the ground from under our pier.

**A:** I numbered every pile and drove 40 new ones.

**R:** We opened again in 9 days.

#### Also works for the following questions:
##### Customers
When did a customer change your mind?
> **Action:** I rowed out to the fishermen and asked 12 of them what they needed.
>
> **Result:** They kept their berths and lent us 3 boats.
##### Calm
When did you stay calm?
* Who panicked?
> 1. The wind was still rising.
> 2. Nobody else could read the drawings.
`;

const [story] = readStoryTexts([{ file: 'pier.md', text }]).stories;
if (story === undefined) throw new Error('one story was expected');

function basisWith(patch: SettingsPatch = {}): PlanBasis {
  return { settings: withPatch(defaultSettings(), patch), paced: (plan) => plan };
}
const basis = basisWith();

/** The label of the section that the cursor is in. */
function sectionAt({ plan, session }: ShownStory, nowMs: number): string | undefined {
  return plan.sections.findLast(({ startMs, endMs }) => endMs > startMs && startMs <= cursorMs(session, nowMs))?.label;
}

function labels({ plan }: ShownStory): string[] {
  return plan.sections.map(({ label }) => label);
}

function textsOf(shown: ShownStory): string[] {
  const { prompt } = sessionSnapshot(shown, false, basis.settings, 0);
  return prompt?.sections.flatMap(({ items }) => items.map((item) => item.text)) ?? [];
}

describe('told as a variant in the middle of an answer', () => {
  const running = actOnShown(newShownStory(story, null, basis), { type: 'play' }, basis, 1000);

  test('the clock runs on and the section stays, there and back', () => {
    const nowMs = 71_000;
    const section = sectionAt(running, nowMs);
    expect(section).toBe('A');
    const shorter = tellAs(running, { variant: 0, alternate: null }, basis, nowMs);
    expect(sectionAt(shorter, nowMs)).toBe('A');
    expect(shorter.session.status).toEqual(running.session.status);
    expect(elapsedMs(shorter.session, nowMs)).toBe(70_000);
    expect(timeLeftMs(shorter.session, nowMs)).toBe(50_000);
    const back = tellAs(shorter, { variant: null, alternate: null }, basis, nowMs);
    expect(cursorMs(back.session, nowMs)).toBeCloseTo(cursorMs(running.session, nowMs), 3);
  });

  test('time that was added stays, and so does a pause', () => {
    const paused = actOnShown(
      actOnShown(running, { type: 'addTime', deltaMs: 15_000 }, basis, 5000),
      { type: 'pause' },
      basis,
      31_000,
    );
    const shorter = tellAs(paused, { variant: 0, alternate: null }, basis, 90_000);
    expect(shorter.session).toMatchObject({ status: { kind: 'paused' }, elapsedBeforeMs: 30_000, addedMs: 15_000 });
  });

  test('in a section that the variant leaves out, the next one that it has comes', () => {
    const task = running.plan.sections.find(({ label }) => label === 'T');
    const atTask = actOnShown(running, { type: 'moveCursor', cursorMs: task?.startMs ?? 0 }, basis, 20_000);
    expect(sectionAt(tellAs(atTask, { variant: 0, alternate: null }, basis, 20_000), 20_000)).toBe('A');
  });

  test('one that hasn’t started begins at the first row, with its own target', () => {
    const own = basisWith({ storyTargets: { [`${story.id}#shorter-answer`]: 20_000 } });
    const shorter = tellAs(newShownStory(story, null, own), { variant: 0, alternate: null }, own, 0);
    expect(shorter).toMatchObject({ plan: { targetMs: 20_000 }, session: { targetMs: 20_000, cursorMs: 0 } });
  });
});

test('the cursor’s section is the same in any two plans that have it', () => {
  const kinds = ['situation', 'task', 'action', 'result'] as const;
  const outline = fc.array(fc.tuple(fc.constantFrom(...kinds), fc.integer({ min: 1, max: 6 })), {
    minLength: 1,
    maxLength: 6,
  });
  const made = (parts: [(typeof kinds)[number], number][], name: string) =>
    planFor(
      parts.map(([kind, count], at) =>
        rows(kind, ...Array.from({ length: count }, (_, row) => `${name} ${at} ${row}`)),
      ),
      120_000,
      [said('action', 100)],
    );
  fc.assert(
    fc.property(outline, outline, fc.double({ min: 0, max: 1, noNaN: true }), (one, other, share) => {
      const [from, to] = [made(one, 'long'), made(other, 'short')];
      const atMs = share * 119_999;
      const toMs = carrySection(from, to, atMs);
      expect(toMs).toBeGreaterThanOrEqual(0);
      expect(toMs).toBeLessThanOrEqual(to.targetMs);
      const kindAt = (plan: typeof from, ms: number) => plan.sections.findLast(({ startMs }) => startMs <= ms)?.kind;
      const kind = kindAt(from, atMs);
      if (to.sections.some((section) => section.kind === kind)) expect(kindAt(to, toMs)).toBe(kind);
    }),
    cases(200),
  );
});

describe('told for another question', () => {
  const customers = newShownStory(story, null, basis, 0);

  test('its own sections replace the story’s, in the outline and in the plan', () => {
    expect(labels(customers)).toEqual(['S', 'T', 'Action', 'Result', 'Reflection']);
    expect(textsOf(customers).slice(0, 3)).toEqual([
      'Storm in March',
      'Pier leaned two feet',
      'Reopen before the regatta',
    ]);
    expect(textsOf(customers).join(' ')).toContain('12');
    expect(textsOf(customers).join(' ')).not.toContain('Numbered every pile');
    expect(customers.plan.estimateMs).toBeLessThan(newShownStory(story, null, basis).plan.estimateMs ?? 0);
    expect(customers.plan.rows.at(-1)?.endMs).toBe(customers.plan.targetMs);
  });

  test('notes without a label come first, as a section with time of its own', () => {
    const calm = newShownStory(story, null, basis, 1);
    expect(labels(calm)).toEqual(['Notes', 'S', 'T', 'A', 'R', 'Reflection']);
    expect(calm.plan.sections[0]?.endMs).toBeGreaterThan(0);
    expect(textsOf(calm)[0]).toContain('wind');
  });

  test('a variant of it has those sections too, and starting over keeps them', () => {
    expect(labels(newShownStory(story, 0, basis, 0))).toEqual(['S', 'Action', 'Result']);
    const running = actOnShown(customers, { type: 'play' }, basis, 0);
    const again = actOnShown(running, { type: 'reset', targetMs: 120_000 }, basis, 9000);
    expect(again).toMatchObject({ alternate: 0, session: { status: { kind: 'idle' } } });
    expect(actOnShown(again, { type: 'reset', targetMs: 120_000 }, basis, 9500).alternate).toBeNull();
  });

  test('before the start it begins at its first row, and time that was added stays', () => {
    const moved = actOnShown(newShownStory(story, null, basis), { type: 'moveCursor', cursorMs: 60_000 }, basis, 0);
    const added = actOnShown(moved, { type: 'addTime', deltaMs: 15_000 }, basis, 0);
    const asked = tellAs(added, { variant: null, alternate: 1 }, basis, 0);
    expect(asked.session).toMatchObject({ status: { kind: 'idle' }, cursorMs: 0, addedMs: 15_000 });
  });

  test('a row that both tell is kept; else the section is', () => {
    const own = actOnShown(newShownStory(story, null, basis), { type: 'play' }, basis, 0);
    const atTask = own.plan.rows[2]?.startMs ?? 0;
    const placed = actOnShown(own, { type: 'moveCursor', cursorMs: atTask }, basis, 5000);
    const asked = tellAs(placed, { variant: null, alternate: 0 }, basis, 5000);
    expect(asked.plan.rows[rowIndexAt(asked.plan, cursorMs(asked.session, 5000))]?.id).toBe(own.plan.rows[2]?.id);
    const inAction = actOnShown(own, { type: 'moveCursor', cursorMs: own.plan.rows[4]?.startMs ?? 0 }, basis, 5000);
    expect(sectionAt(tellAs(inAction, { variant: null, alternate: 0 }, basis, 5000), 5000)).toBe('Action');
  });
});

describe('the time of its text', () => {
  test('is the story’s alone, its variants have their own', () => {
    const settings = { ...defaultSettings(), storyTargets: { [story.id]: 250_000 } };
    expect(targetOf(story, settings)).toBe(250_000);
    expect(targetOf({ ...story, targetMs: 60_000 }, settings)).toBe(250_000);
    expect(targetOf(story, settings, 'Shorter answer')).toBe(120_000);
    expect(targetOf({ ...story, id: 'constructor' }, settings)).toBe(120_000);
  });

  test('given in the middle of an answer keeps the row and the time spoken, and takes back what was added', () => {
    const running = actOnShown(newShownStory(story, null, basis), { type: 'play' }, basis, 0);
    const added = actOnShown(running, { type: 'addTime', deltaMs: 30_000 }, basis, 1000);
    const row = (of: ShownStory, nowMs: number) => rowIndexAt(of.plan, cursorMs(of.session, nowMs));
    for (const [targetMs, nowMs] of [
      [248_000, 70_000],
      [60_000, 70_000],
      [248_000, 140_000],
    ] as const) {
      const given = withTarget(added, targetMs, basis, nowMs);
      expect(row(given, nowMs)).toBe(row(added, nowMs));
      expect(timeLeftMs(given.session, nowMs)).toBe(targetMs - nowMs);
      expect(given.plan.rows.at(-1)?.endMs).toBe(targetMs);
    }
  });
});

describe('after the last row', () => {
  const asked = { ...story, followUps: ['Why?', 'Who?'].map((question) => ({ question, answer: '', line: 3 })) };
  const last = newShownStory(asked, null, basisWith({ mode: 'step' }));
  const at = (of: ShownStory, cursor: number): ShownStory => ({
    ...of,
    session: reduceSession(of.session, { type: 'moveCursor', cursorMs: cursor }, 0),
  });
  const lastRow = last.plan.rows.at(-1);

  test.each([
    ['rows', rowStep],
    ['sections', sectionStep],
  ])('a step through the %s goes on to what they may ask, and back to that row', (_, step) => {
    let shown = at(last, lastRow?.startMs ?? 0);
    const go = (direction: 1 | -1): number | null | undefined => {
      const place = placeAfter(shown, step, direction, 0);
      if (place !== null) shown = movedTo(shown, place, 0);
      return place === null ? undefined : place.reached;
    };
    expect([go(1), go(1), go(1)]).toEqual([0, 1, undefined]);
    expect(shown.session.cursorMs).toBe(last.plan.targetMs);
    expect([go(-1), go(-1)]).toEqual([0, null]);
    expect(shown.session.cursorMs).toBe(lastRow?.startMs);
  });

  test('nothing comes without follow-ups, and a move or a start over leaves them', () => {
    expect(placeAfter(at(newShownStory(story, null, basis), 120_000), rowStep, 1, 0)).toBeNull();
    const there = movedTo(last, { cursorMs: 120_000, reached: 1 }, 0);
    expect(actOnShown(there, { type: 'moveCursor', cursorMs: 0 }, basis, 0).reached).toBeNull();
    expect(actOnShown(there, { type: 'reset', targetMs: 120_000 }, basis, 0).reached).toBeNull();
    expect(actOnShown(there, { type: 'play' }, basis, 0).reached).toBe(1);
  });
});

test('says what V shows next and how many other questions there are', () => {
  const promptOf = (of: ShownStory) => sessionSnapshot(of, false, basis.settings, 0).prompt;
  expect(promptOf(newShownStory(story, null, basis))).toMatchObject({
    nextVariant: { title: 'Shorter answer', isShorter: true },
    alternates: 2,
    direction: 'ltr',
  });
  expect(promptOf(newShownStory(story, 0, basis))?.nextVariant).toMatchObject({ title: null, isShorter: false });
});
