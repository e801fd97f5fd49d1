import { describe, expect, test } from 'vitest';
import { reduceRun } from '../../../src/core/rehearsal/reduce-run.ts';
import { onePiece, runOf, startMs, type Step } from './runs.ts';

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
