import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { test } from 'vitest';
import { fadeLevels } from '../../../src/core/rehearsal/fade.ts';
import { ratings } from '../../../src/core/rehearsal/rating.ts';
import { type RunAction, reduceRun } from '../../../src/core/rehearsal/reduce-run.ts';
import { sectionTimes, spokenSoFarMs } from '../../../src/core/rehearsal/run-times.ts';
import { runAt, startRun, type RehearsalRun } from '../../../src/core/rehearsal/run.ts';
import { isRunning } from '../../../src/core/prompter/session.ts';
import { cases } from '../../sizes.ts';
import { plan } from './runs.ts';

const simple = fc
  .constantFrom('begin', 'nextSection', 'undo', 'pause', 'resume', 'peekDown', 'peekUp', 'end', 'finish')
  .map((type) => ({ type }));
const action: fc.Arbitrary<RunAction | { type: 'sleptFor'; ms: number }> = fc.oneof(
  { weight: 12, arbitrary: simple },
  {
    weight: 2,
    arbitrary: fc.record({ type: fc.constant('reach'), cursorMs: fc.double({ min: 0, max: 2e5, noNaN: true }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ type: fc.constant('finishInSilence'), silentMs: fc.constantFrom(0, 12_000, 1e6) }),
  },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('setLevel'), level: fc.constantFrom(...fadeLevels) }) },
  {
    weight: 2,
    arbitrary: fc.record({ type: fc.constant('sleptFor'), ms: fc.double({ min: 0, max: 9000, noNaN: true }) }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('rate'), rating: fc.constantFrom(...ratings) }) },
  {
    weight: 1,
    arbitrary: fc.record({ type: fc.constant('setMissed'), itemId: fc.constantFrom('a', 'b'), missed: fc.boolean() }),
  },
);
const waitMs = fc.oneof(
  { weight: 8, arbitrary: fc.double({ min: 0, max: 20_000, noNaN: true }) },
  { weight: 1, arbitrary: fc.constant(0) },
  { weight: 1, arbitrary: fc.double({ min: 0, max: 1e7, noNaN: true }) },
  { weight: 1, arbitrary: fc.double({ min: -30_000, max: 0, noNaN: true }) },
);
const steps = fc.array(fc.record({ waitMs, action }), { maxLength: 40, size: 'max' });

function expectSound(run: RehearsalRun, nowMs: number): void {
  const spokenMs = spokenSoFarMs(run, nowMs);
  assert(run.marksMs.length <= run.sections.length);
  assert(run.marksMs.every((mark, index) => mark >= (run.marksMs[index - 1] ?? 0)));
  assert(!(run.phase === 'ended' && isRunning(run.clock)));
  assert(Number.isInteger(spokenMs) && spokenMs >= 0);

  const times = sectionTimes(run, nowMs);
  assert.equal(times.filter(({ state }) => state === 'now').length, run.phase === 'speaking' ? 1 : 0);
  const known = times.map((time) => time.spokenMs).filter((ms) => ms !== null);
  const sum = known.reduce((total, ms) => total + ms, 0);
  assert(known.every((ms) => ms >= 0));
  // Unless it was finished without marking the rest, every millisecond spoken is some section's.
  if (run.phase === 'speaking' || (run.phase === 'ended' && !run.finished)) assert.equal(sum, spokenMs);
  else assert(sum <= spokenMs);
}

test('whatever people, clocks and machines do, the figures of a run stay sound', { timeout: 30_000 }, () => {
  fc.assert(
    fc.property(steps, fc.constantFrom(0, 10_000), (given, thinkMs) => {
      let nowMs = 12_345.678_900_1;
      let run: RehearsalRun = startRun({ plan, thinkMs, level: 'outline' }, nowMs);
      for (const step of given) {
        const beforeMs = spokenSoFarMs(runAt(run, nowMs), nowMs);
        const wasSpeaking = runAt(run, nowMs).phase === 'speaking';
        nowMs += step.waitMs;
        const present: RehearsalRun = runAt(run, nowMs);
        expectSound(present, nowMs);
        // Time spoken never runs faster than the clock, and looking changes nothing.
        if (wasSpeaking && step.waitMs >= 0)
          assert(spokenSoFarMs(present, nowMs) - beforeMs <= Math.ceil(step.waitMs) + 1);
        assert.equal(runAt(present, nowMs), present);
        const { action: asked } = step;
        const done: RunAction = asked.type === 'sleptFor' ? { type: 'sleep', atMs: nowMs - asked.ms } : asked;
        const next = reduceRun(run, done, nowMs);
        if (next.phase === present.phase) assert(next.peeks >= present.peeks);
        run = next;
        expectSound(runAt(run, nowMs), nowMs);
      }
    }),
    cases(500),
  );
});
