import { describe, expect, test } from 'vitest';
import { clockFigure } from '../../../src/core/prompter/countdown.ts';
import { reduceRun, type RunAction } from '../../../src/core/rehearsal/reduce-run.ts';
import { hasSpoken, runDriftMs, sectionTimes, spokenSoFarMs } from '../../../src/core/rehearsal/run-times.ts';
import { onOtherPlan, runAt, startRun } from '../../../src/core/rehearsal/run.ts';
import { undoEndWithinMs } from '../../../src/core/rehearsal/undo-end.ts';
import { inPhase, isAway, onePiece, plan, runOf, startMs, stillOpen, type Step } from './runs.ts';

function times(steps: Step[], laterMs = 0) {
  const { run, nowMs } = runOf(steps);
  return sectionTimes(run, nowMs + laterMs).map(({ kind, spokenMs, state }) => [kind, spokenMs, state]);
}

describe('thinking', () => {
  test('counts its own time down, then the answer begins on the dot', () => {
    const { run } = runOf([], 10_000);
    expect(clockFigure(run.clock, startMs, false)).toBe('0:10');
    expect(runAt(run, startMs + 9999).phase).toBe('thinking');
    const spoken = runAt(run, startMs + 13_000);
    expect(spoken.phase).toBe('speaking');
    expect(spokenSoFarMs(spoken, startMs + 13_000)).toBe(3000);
    expect(clockFigure(spoken.clock, startMs + 13_000, false)).toBe('1:57');
  });

  test.each(['begin', 'nextSection'] as const)('%s ends it early, and marks nothing', (type) => {
    const { run, nowMs } = runOf([[4000, type]], 10_000);
    expect(run.phase).toBe('speaking');
    expect(run.marksMs).toEqual([]);
    expect(spokenSoFarMs(run, nowMs + 500)).toBe(500);
  });

  test('can be paused; a run left while thinking isn’t worth keeping', () => {
    const paused = runOf([[4000, 'pause']], 10_000);
    expect(runAt(paused.run, startMs + 60_000).phase).toBe('thinking');
    const resumed = reduceRun(paused.run, { type: 'resume' }, startMs + 60_000);
    expect(runAt(resumed, startMs + 65_000).phase).toBe('thinking');
    expect(runAt(resumed, startMs + 66_001).phase).toBe('speaking');
    const { run, nowMs } = runOf([[4000, 'end']], 10_000);
    expect(run.phase).toBe('ended');
    expect(hasSpoken(run)).toBe(false);
    expect(spokenSoFarMs(run, nowMs)).toBe(0);
    expect(sectionTimes(run, nowMs).every(({ spokenMs }) => spokenMs === null)).toBe(true);
  });

  test('without think time the answer begins at once', () => {
    expect(runOf([]).run.phase).toBe('speaking');
  });
});

describe('marking', () => {
  test('each section has its planned and its spoken time, to the millisecond', () => {
    const { run, nowMs } = runOf([
      [26_100, 'nextSection'],
      [71_250, 'nextSection'],
      [12_345, 'nextSection'],
    ]);
    expect(run.phase).toBe('ended');
    expect(inPhase(run, 'ended').finished).toBe(true);
    expect(sectionTimes(run, nowMs + 99_999)).toEqual([
      { kind: 'situation', label: 'S', plannedMs: 30_000, spokenMs: 26_100, state: 'done' },
      { kind: 'action', label: 'A', plannedMs: 70_000, spokenMs: 71_250, state: 'done' },
      { kind: 'result', label: 'R', plannedMs: 20_000, spokenMs: 12_345, state: 'done' },
    ]);
    expect(spokenSoFarMs(run, nowMs + 99_999)).toBe(109_695);
  });

  test('the parts add up to the whole, whatever fractions the clock gives', () => {
    const { run, nowMs } = runOf([
      [333.3333, 'nextSection'],
      [333.3333, 'nextSection'],
      [333.3334, 'nextSection'],
    ]);
    const parts = sectionTimes(run, nowMs).map(({ spokenMs }) => spokenMs ?? 0);
    expect(parts.reduce((sum, part) => sum + part, 0)).toBe(spokenSoFarMs(run, nowMs));
  });

  test('while it goes on, the present section grows and the later ones wait', () => {
    expect(times([[26_000, 'nextSection']], 4000)).toEqual([
      ['situation', 26_000, 'done'],
      ['action', 4000, 'now'],
      ['result', null, 'later'],
    ]);
    expect(times([])).toEqual([
      ['situation', 0, 'now'],
      ['action', null, 'later'],
      ['result', null, 'later'],
    ]);
  });

  test('a mark taken back was never made', () => {
    const steps: Step[] = [
      [26_000, 'nextSection'],
      [2000, 'nextSection'],
      [3000, 'undo'],
    ];
    expect(times(steps, 1000)).toEqual([
      ['situation', 26_000, 'done'],
      ['action', 6000, 'now'],
      ['result', null, 'later'],
    ]);
    expect(times([[5000, 'undo']], 1000)[0]).toEqual(['situation', 6000, 'now']);
  });

  test('the cursor of a prompter is at the current section', () => {
    const cursor = (steps: Step[]) => runOf(steps).run.clock.cursorMs;
    expect(cursor([])).toBe(0);
    expect(cursor([[26_000, 'nextSection']])).toBe(30_000);
    expect(
      cursor([
        [26_000, 'nextSection'],
        [5000, 'nextSection'],
      ]),
    ).toBe(100_000);
    expect(
      cursor([
        [26_000, 'nextSection'],
        [5000, 'nextSection'],
        [500, 'undo'],
      ]),
    ).toBe(30_000);
  });

  test('a plan without rows is one section', () => {
    const empty = { ...plan, sections: [] };
    const run = reduceRun(startRun({ plan: empty, thinkMs: 0, level: 'nothing' }, 0), { type: 'nextSection' }, 90_000);
    expect(inPhase(run, 'ended').finished).toBe(true);
    expect(sectionTimes(run, 90_000)).toEqual([
      { kind: 'other', label: '', plannedMs: 120_000, spokenMs: 90_000, state: 'done' },
    ]);
  });

  test('off the plan is how far the clock is outside the present section', () => {
    const drift = (steps: Step[], laterMs: number) => {
      const { run, nowMs } = runOf(steps);
      return runDriftMs(run, nowMs + laterMs);
    };
    expect(drift([], 30_000)).toBe(0);
    expect(drift([], 42_000)).toBe(-12_000);
    expect(drift([[21_000, 'nextSection']], 0)).toBe(9000);
    expect(drift([[21_000, 'nextSection']], 30_000)).toBe(0);
    expect(runDriftMs(runOf([], 10_000).run, startMs + 5000)).toBe(0);
  });
});

describe('the end', () => {
  test('is finished only if the person says so, however far it came', () => {
    const { run, nowMs } = runOf([
      [26_000, 'nextSection'],
      [9000, 'end'],
    ]);
    expect(inPhase(run, 'ended').finished).toBe(false);
    expect(sectionTimes(run, nowMs).map(({ spokenMs }) => spokenMs)).toEqual([26_000, 9000, null]);
    expect(spokenSoFarMs(run, nowMs + 1e6)).toBe(35_000);
  });

  test('in one piece it is finished by the key that finishes and the one that goes on', () => {
    const finished = (afterMs: number, type: RunAction['type']) =>
      inPhase(runOf([[afterMs, type]], 0, onePiece).run, 'ended').finished;
    expect(finished(59_000, 'end')).toBe(false);
    expect(finished(2000, 'finish')).toBe(true);
    expect(finished(2000, 'nextSection')).toBe(true);
  });

  test('stopped in the last section, each section has its time', () => {
    const { run, nowMs } = runOf([
      [26_000, 'nextSection'],
      [60_000, 'nextSection'],
      [15_000, 'end'],
    ]);
    expect(run).toMatchObject({ phase: 'ended', finished: false });
    expect(sectionTimes(run, nowMs).map(({ spokenMs }) => spokenMs)).toEqual([26_000, 60_000, 15_000]);
    expect(hasSpoken(runOf([[4000, 'end']], 10_000).run)).toBe(false);
  });

  test('what has ended can’t be stopped any more', () => {
    const { run, nowMs } = runOf([[26_000, 'finish']]);
    expect(reduceRun(run, { type: 'end' }, nowMs + 60_000)).toBe(run);
  });

  test('finished without marks, the total is known and the sections are not', () => {
    const { run, nowMs } = runOf([
      [26_000, 'nextSection'],
      [80_000, 'finish'],
    ]);
    expect(inPhase(run, 'ended').finished).toBe(true);
    expect(sectionTimes(run, nowMs).map(({ spokenMs }) => spokenMs)).toEqual([26_000, null, null]);
    expect(spokenSoFarMs(run, nowMs)).toBe(106_000);
  });

  test('ended by a slip of the finger it goes on as if it had not, within ten seconds', () => {
    const steps: Step[] = [
      [26_000, 'nextSection'],
      [60_000, 'nextSection'],
      [2000, 'nextSection'],
    ];
    expect(times([...steps, [4000, 'undo']], 1000)).toEqual([
      ['situation', 26_000, 'done'],
      ['action', 60_000, 'done'],
      ['result', 7000, 'now'],
    ]);
    const late = runOf([...steps, [undoEndWithinMs + 1, 'undo']]);
    expect(late.run.phase).toBe('ended');
    expect(
      runOf([
        [5000, 'end'],
        [1000, 'undo'],
      ]).run.phase,
    ).toBe('speaking');
    expect(
      runOf(
        [
          [5000, 'end'],
          [1000, 'undo'],
        ],
        9000,
      ).run.phase,
    ).toBe('thinking');
  });

  test('items are ticked and the run is rated afterwards, not before', () => {
    const tick = (itemId: string, missed: boolean) => ({ type: 'setMissed', itemId, missed }) as const;
    const rate = { type: 'rate', rating: 'hard' } as const;
    const during = runOf([[1000, 'pause']]);
    for (const action of [tick('a', true), rate]) expect(reduceRun(during.run, action, during.nowMs)).toBe(during.run);
    const { run } = runOf([
      [1000, 'finish'],
      [10, tick('a', true)],
      [10, tick('b', true)],
      [10, tick('a', true)],
      [10, tick('b', false)],
      [10, rate],
    ]);
    expect(run).toMatchObject({ missed: ['a'], rating: 'hard' });
    expect(reduceRun(run, { type: 'rate', rating: null }, 99_999)).toMatchObject({ missed: ['a'], rating: null });
  });

  test('nothing else moves what has ended', () => {
    const { run, nowMs } = runOf([[5000, 'end']]);
    for (const type of ['nextSection', 'pause', 'resume', 'peekDown', 'peekUp', 'begin', 'end', 'finish'] as const)
      expect(reduceRun(run, { type }, nowMs + 60_000)).toBe(run);
    expect(reduceRun(run, { type: 'sleep', atMs: nowMs }, nowMs + 60_000)).toBe(run);
    expect(reduceRun(run, { type: 'setLevel', level: 'full' }, nowMs + 60_000)).toBe(run);
  });
});

describe('pausing and sleep', () => {
  test('paused time counts nowhere, and a paused run can’t be marked', () => {
    const steps: Step[] = [
      [20_000, 'pause'],
      [5000, 'nextSection'],
      [300_000, 'resume'],
      [6000, 'nextSection'],
    ];
    expect(times(steps, 1000)).toEqual([
      ['situation', 26_000, 'done'],
      ['action', 1000, 'now'],
      ['result', null, 'later'],
    ]);
  });

  test('sleep pauses at the moment it began, however late it is noticed', () => {
    const { run, nowMs } = runOf([
      [20_000, 'nextSection'],
      [600_000, { type: 'sleep', atMs: startMs + 25_000 }],
    ]);
    expect(run.clock).toMatchObject({ status: { kind: 'paused', by: 'sleep' } });
    expect(sectionTimes(run, nowMs + 1e6).map(({ spokenMs }) => spokenMs)).toEqual([20_000, 5000, null]);
    const resumed = reduceRun(run, { type: 'resume' }, nowMs + 50_000);
    expect(spokenSoFarMs(resumed, nowMs + 51_000)).toBe(26_000);
  });

  test('asleep while thinking, one thinks on afterwards', () => {
    const { run, nowMs } = runOf([[3_600_000, { type: 'sleep', atMs: startMs + 4000 }]], 10_000);
    expect(run.phase).toBe('thinking');
    const resumed = reduceRun(run, { type: 'resume' }, nowMs);
    expect(runAt(resumed, nowMs + 5999).phase).toBe('thinking');
    expect(runAt(resumed, nowMs + 6000).phase).toBe('speaking');
  });

  test('a mark made before the sleep was noticed stays', () => {
    const { run, nowMs } = runOf([
      [20_000, 'nextSection'],
      [500, { type: 'sleep', atMs: startMs + 19_000 }],
    ]);
    expect(run.marksMs.map(Math.round)).toEqual([20_000]);
    expect(spokenSoFarMs(run, nowMs)).toBe(20_000);
  });

  test('left open overnight, the clock stops once nobody can be there', () => {
    const { run } = runOf([[26_000, 'nextSection']]);
    const night = startMs + 9 * 3_600_000;
    const morning = runAt(run, night);
    expect(isAway(morning)).toBe(true);
    expect(spokenSoFarMs(morning, night)).toBe(626_000);
    const ended = reduceRun(run, { type: 'end' }, night);
    expect([inPhase(ended, 'ended').finished, spokenSoFarMs(ended, night)]).toEqual([false, 626_000]);
    const goingOn = reduceRun(run, { type: 'resume' }, night);
    expect([isAway(goingOn), spokenSoFarMs(goingOn, night + 1000)]).toEqual([false, 627_000]);
  });

  test('a long talk is not taken for an absence', () => {
    const long = { ...plan, targetMs: 1_800_000 };
    const run = startRun({ plan: long, thinkMs: 0, level: 'full' }, 0);
    expect(isAway(runAt(run, 5_400_000))).toBe(false);
    expect(isAway(runAt(run, 5_400_001))).toBe(true);
  });

  test('a clock that goes back takes no time and no mark away', () => {
    const { run } = runOf([[26_000, 'nextSection']]);
    const back = startMs - 5000;
    expect(spokenSoFarMs(run, back)).toBe(26_000);
    const marked = reduceRun(run, { type: 'nextSection' }, back);
    expect(marked.marksMs.map(Math.round)).toEqual([26_000, 26_000]);
  });
});

describe('how much text', () => {
  test('while thinking, peeking does nothing', () => {
    const { run } = runOf(
      [
        [1000, 'peekDown'],
        [500, 'peekUp'],
        [1000, 'peekDown'],
      ],
      10_000,
    );
    expect(run).toMatchObject({ phase: 'thinking', peeks: 0 });
  });

  test('a look counts once, however long the key is held', () => {
    const { run } = runOf([
      [1000, 'peekDown'],
      [30, 'peekDown'],
      [30, 'peekDown'],
      [500, 'peekUp'],
      [1000, 'peekUp'],
      [1000, 'peekDown'],
    ]);
    expect([run.peeks, inPhase(run, 'speaking').peeking]).toEqual([2, true]);
  });

  test('peeking does nothing while the text is shown', () => {
    const shown = { type: 'setLevel', level: 'outline' } as const;
    expect(
      runOf([
        [1000, shown],
        [10, 'peekDown'],
      ]).run.peeks,
    ).toBe(0);
  });

  test('the end lets go of the key', () => {
    const { run } = runOf([
      [1000, 'peekDown'],
      [1000, 'end'],
    ]);
    expect(run.peeks).toBe(1);
    expect(run).not.toHaveProperty('peeking');
  });

  test('changes are kept with the time spoken; those before the answer are its beginning', () => {
    const level = (to: 'full' | 'nothing') => ({ type: 'setLevel', level: to }) as const;
    const { run } = runOf(
      [
        [2000, level('full')],
        [8500, level('nothing')],
        [10, level('nothing')],
      ],
      10_000,
    );
    expect(run).toMatchObject({
      startLevel: 'full',
      level: 'nothing',
      levelChanges: [{ atMs: 500, level: 'nothing' }],
    });
  });
});

test('a run is plain data: it crosses and goes on', () => {
  const { run, nowMs } = runOf([
    [26_000, 'nextSection'],
    [5000, 'peekDown'],
    [60_000, 'end'],
  ]);
  const crossed = JSON.parse(JSON.stringify(run)) as typeof run;
  expect(crossed).toEqual(run);
  expect(sectionTimes(crossed, nowMs)).toEqual(sectionTimes(run, nowMs));
});

describe('another plan', () => {
  test('while thinking leaves the think time, and the answer has its target and sections', () => {
    const run = onOtherPlan(stillOpen(runOf([], 10_000).run), onePiece);
    expect(clockFigure(run.clock, startMs + 4000, false)).toBe('0:06');
    const spoken = runAt(run, startMs + 12_000);
    expect(clockFigure(spoken.clock, startMs + 12_000, false)).toBe('0:58');
    expect(spoken.sections).toEqual(onePiece.sections);
  });

  test('while speaking leaves the time spoken, until a section was left', () => {
    const run = onOtherPlan(stillOpen(runOf([]).run), onePiece);
    expect(clockFigure(run.clock, startMs + 12_000, false)).toBe('0:48');
    expect(run).toMatchObject({ targetMs: 60_000, sections: onePiece.sections });
    const marked = stillOpen(runOf([[1000, 'nextSection']]).run);
    expect(onOtherPlan(marked, onePiece)).toBe(marked);
  });
});
