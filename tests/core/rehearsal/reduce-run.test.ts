import { describe, expect, test } from 'vitest';
import { elapsedMs } from '../../../src/core/prompter/session.ts';
import { reduceRun, type RunAction } from '../../../src/core/rehearsal/reduce-run.ts';
import {
  isWaiting,
  nextTurnInMs,
  onOtherPlan,
  runAt,
  startRun,
  type OpenRun,
} from '../../../src/core/rehearsal/run.ts';
import type { Heard } from '../../../src/core/voice/heard.ts';
import { onePiece, plan, runOf, startMs, type Step } from './runs.ts';

describe('as the think time runs out', () => {
  test.each(['nextSection', 'finish', 'pause'] as const)('%s was meant for the beginning', (type) => {
    const { run } = runOf([[10_002, type]], 10_000);
    expect(run).toMatchObject({ phase: 'speaking', marksMs: [], clock: { status: { kind: 'running' } } });
  });

  test('a story in one piece isn’t over by it', () => {
    expect(runOf([[10_002, 'nextSection']], 10_000, onePiece).run.phase).toBe('speaking');
  });

  test('half a second later a mark or a pause is meant', () => {
    expect(runOf([[10_500, 'nextSection']], 10_000).run.marksMs).toHaveLength(1);
    expect(runOf([[10_500, 'pause']], 10_000).run.clock.status.kind).toBe('paused');
  });

  test('before it, a pause stops the thinking', () => {
    expect(runOf([[9_998, 'pause']], 10_000).run).toMatchObject({
      phase: 'thinking',
      clock: { status: { kind: 'paused' } },
    });
  });

  test('ending it holds at once', () => {
    expect(runOf([[10_002, 'end']], 10_000).run).toMatchObject({ phase: 'ended', finished: false });
  });
});

describe('a press that came twice', () => {
  test.each(['nextSection', 'finish', 'pause'] as const)('begins, and the second %s does nothing', (type) => {
    const steps: Step[] = [
      [3000, 'begin'],
      [120, type],
    ];
    expect(runOf(steps, 10_000).run).toMatchObject({
      phase: 'speaking',
      marksMs: [],
      clock: { status: { kind: 'running' } },
    });
  });

  test('marks one section', () => {
    const marks = (afterMs: number) =>
      runOf([
        [26_000, 'nextSection'],
        [afterMs, 'nextSection'],
      ]).run.marksMs;
    expect(marks(3)).toHaveLength(1);
    expect(marks(299)).toHaveLength(1);
    expect(marks(301)).toHaveLength(2);
  });

  test('is recognized by the time spoken, whatever the pause in between', () => {
    const { run, nowMs } = runOf([
      [26_000, 'nextSection'],
      [200, 'pause'],
      [5000, 'resume'],
    ]);
    expect(reduceRun(run, { type: 'nextSection' }, nowMs + 50).marksMs).toHaveLength(1);
    expect(reduceRun(run, { type: 'nextSection' }, nowMs + 150).marksMs).toHaveLength(2);
  });

  test('doesn’t keep anybody from finishing or pausing', () => {
    const after = (type: 'finish' | 'pause') =>
      runOf([
        [26_000, 'nextSection'],
        [100, type],
      ]).run;
    expect(after('finish')).toMatchObject({ phase: 'ended', finished: true });
    expect(after('pause').clock.status.kind).toBe('paused');
  });

  test('a mark taken back can be made again at once', () => {
    const { run } = runOf([
      [26_000, 'nextSection'],
      [40, 'undo'],
      [40, 'nextSection'],
    ]);
    expect(run.marksMs.map(Math.round)).toEqual([26_080]);
  });
});

describe('nothing can have been said', () => {
  test.each(['finish', 'nextSection'] as const)('in the first second, so %s ends nothing', (type) => {
    expect(runOf([[999, type]], 0, onePiece).run.phase).toBe('speaking');
    expect(runOf([[1001, type]], 0, onePiece).run.phase).toBe('ended');
  });

  test('but a clock that was set back keeps nobody from ending', () => {
    const { run } = runOf([[26_000, { type: 'setLevel', level: 'nothing' }]], 0, onePiece);
    expect(reduceRun(run, { type: 'finish' }, startMs + 300).phase).toBe('ended');
  });
});

describe('what is heard', () => {
  const heard: Heard = { untilMs: 900, speech: [[0, 900]], syllablesMs: [200], told: null, recording: null };
  const heardOf = (askedAtMs = startMs): RunAction => ({ type: 'heard', askedAtMs, heard });

  test('is kept while speaking and after the end, without a touch', () => {
    const speaking = runOf([[26_000, heardOf()]]).run;
    expect(speaking).toMatchObject({ phase: 'speaking', heard, touchedAtMs: startMs });
    const later = { ...heard, syllablesMs: [200, 400] };
    const { run } = runOf([
      [26_000, 'finish'],
      [50, { type: 'heard', askedAtMs: startMs, heard: later }],
    ]);
    expect(run).toMatchObject({ phase: 'ended', heard: later });
  });

  test('of another run, or before the first word, is nobody’s', () => {
    expect(runOf([[26_000, heardOf(startMs - 1)]]).run.heard).toBeNull();
    expect(runOf([[1000, heardOf()]], 10_000).run.heard).toBeNull();
  });
});

describe('the voice reaches a place', () => {
  const reach = (cursorMs: number): RunAction => ({ type: 'reach', cursorMs });

  test('and leaves the sections before it, at that moment', () => {
    const { run } = runOf([[26_000, reach(101_000)]]);
    expect(run.marksMs.map(Math.round)).toEqual([26_000, 26_000]);
    expect(run.clock.cursorMs).toBe(101_000);
  });

  test('in the same section moves the cursor; it never goes back, and never ends the run', () => {
    const within = runOf([[5000, reach(20_000)]]).run;
    expect([within.marksMs, within.clock.cursorMs]).toEqual([[], 20_000]);
    const { run } = runOf([
      [26_000, 'nextSection'],
      [5000, reach(3000)],
      [5000, reach(1e9)],
    ]);
    expect([run.phase, run.marksMs.length, run.clock.cursorMs]).toEqual(['speaking', 2, 100_000]);
  });

  test('not while the clock is paused', () => {
    const { run } = runOf([
      [26_000, 'pause'],
      [1000, reach(101_000)],
    ]);
    expect(run.marksMs).toEqual([]);
  });
});

describe('an end by silence', () => {
  const inSilence: RunAction = { type: 'finishInSilence', silentMs: 12_000 };

  test('leaves the silence out, and can be undone for as long as any end', () => {
    const { run, nowMs } = runOf([
      [26_000, 'nextSection'],
      [60_000, inSilence],
    ]);
    expect(run).toMatchObject({ phase: 'ended', finished: true });
    expect(Math.round(elapsedMs(run.clock, nowMs))).toBe(74_000);
    const back = reduceRun(run, { type: 'undo' }, nowMs + 9000);
    expect(Math.round(elapsedMs(back.clock, nowMs + 9000))).toBe(95_000);
  });

  test('keeps a mark that was made in it', () => {
    const { run, nowMs } = runOf([
      [80_000, 'nextSection'],
      [5000, inSilence],
    ]);
    expect(Math.round(elapsedMs(run.clock, nowMs))).toBe(80_000);
  });
});

describe('without think time', () => {
  const waiting = (): OpenRun => startRun({ plan, thinkMs: 0, level: 'outline', waits: true }, startMs);

  test('the clock can wait for the first word', () => {
    const run = runAt(waiting(), startMs + 9_000_000);
    expect([isWaiting(run), nextTurnInMs(run, startMs)]).toEqual([true, null]);
    expect(elapsedMs(run.clock, startMs + 9_000_000)).toBe(0);
    expect(reduceRun(run, { type: 'resume' }, startMs + 500)).toBe(run);
    const begun = reduceRun(run, { type: 'begin' }, startMs + 4000);
    expect(begun.phase).toBe('speaking');
    expect(elapsedMs(begun.clock, startMs + 5000)).toBe(1000);
  });

  test('on the plan of another story it waits with that one’s time', () => {
    expect(onOtherPlan(waiting(), onePiece).clock.targetMs).toBe(60_000);
  });
});
