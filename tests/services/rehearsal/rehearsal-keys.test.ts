import { readdir, readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { commandForKey } from '../../../src/core/contract/command-keys.ts';
import { answerCall } from '../../../src/core/contract/answer-call.ts';
import type { CallInput } from '../../../src/core/contract/contract.ts';
import { formatRecord, parseRecord, type RunRecord } from '../../../src/core/rehearsal/record.ts';
import { defaultSetup } from '../../../src/core/rehearsal/questions.ts';
import { shortestRunMs, spokenSoFarMs } from '../../../src/core/rehearsal/run-times.ts';
import { emptyLog, takeEntry } from '../../../src/services/practice/log-read.ts';
import { practiceLogFile } from '../../../src/services/practice/log.ts';
import { cases } from '../../sizes.ts';
import { canal } from '../../stories/rehearsal-stories.ts';
import { rehearsedApp, type Rehearsed } from './rehearsal-driver.ts';

/** What a person can do at any time. Some of it does nothing at some steps, or is refused with a sentence. */
type Move = { ms: number; at: number } & (
  | { does: 'key'; key: string; view: 'rehearsal' | 'prompter' }
  | { does: 'repeatAsk' | 'nextAsk' | 'chooseStory' | 'rateAnswer' }
);

const often = ['Delete', 'Backspace', 'Enter', 'Escape', ' ', 'ArrowDown', 'ArrowUp', 'PageDown', 'PageUp'];
const seldom = ['r', '1', '2', '3', '4', 'h', ']', 'b', 'x', 'f', 'v', '+', 't'];
const when = { ms: fc.constantFrom(50, 200, 400, 900, 1500, 4000, 12_000), at: fc.nat(5) };
const key = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...often) }, fc.constantFrom(...seldom));
const view = fc.constantFrom('rehearsal' as const, 'rehearsal' as const, 'prompter' as const);
const move: fc.Arbitrary<Move> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ ...when, does: fc.constant('key' as const), key, view }) },
  fc.record({ ...when, does: fc.constantFrom('repeatAsk', 'nextAsk', 'chooseStory', 'rateAnswer') }),
);

const none = { shiftKey: false, ctrlKey: false, altKey: false, metaKey: false, code: '' };

/** Makes a move. Returns the command or call, with its answer. */
async function make({ app, state }: Rehearsed, of: Move) {
  const call = (name: string, input: unknown) => answerCall(app.handlers, name, input);
  switch (of.does) {
    case 'key': {
      const id = commandForKey({ ...none, key: of.key }, of.view);
      return { id, answer: id === null ? null : await call('runCommand', { id }) };
    }
    case 'chooseStory':
      return { id: of.does, answer: await call(of.does, { id: state().library.stories[of.at]?.id ?? '' }) };
    case 'rateAnswer':
      return { id: of.does, answer: await call(of.does, { at: of.at, rating: of.ms > 900 ? 'again' : 'good' }) };
    default:
      return { id: of.does, answer: await call(of.does, undefined) };
  }
}

function spokenMs({ state, clock }: Rehearsed): number {
  const { rehearsal } = state();
  return rehearsal === null || rehearsal.step === 'sheet' ? 0 : spokenSoFarMs(rehearsal.run, clock.nowMs());
}

/** The runs that count, by the lines of the log. */
function counted(text: string): RunRecord[] {
  const log = emptyLog();
  for (const line of text.split('\n').filter(Boolean)) {
    const read = parseRecord(line);
    if (read.kind !== 'run') throw new Error(`This isn’t a run: ${line}`);
    takeEntry(log, read.run);
  }
  return log.runs;
}

const rehearsal: CallInput<'startRehearsal'> = {
  ...defaultSetup,
  stories: { which: 'all' },
  order: 'listed',
  alternates: true,
  followUps: true,
  level: 'first-words',
};

const back: readonly (string | null)[] = ['undo-mark', 'previous-row', 'previous-section'];
const repeat: readonly (string | null)[] = ['repeat-run', 'reset', 'repeatAsk'];

test.each(['rehearsal', 'mock'] as const)('any keys in a %s lose no run, and count none twice', async (kind) => {
  const pressed = fc.asyncProperty(fc.array(move, { minLength: 150, maxLength: 150, size: 'max' }), async (moves) => {
    const driven = await rehearsedApp(canal);
    const { app, clock, state, settingsDir } = driven;
    const readLog = () => readFile(practiceLogFile(settingsDir), 'utf8').catch(() => '');
    const start = (thinkMs: number) =>
      kind === 'mock'
        ? driven.call('startMock', { count: 3, thinkMs, targetMs: null })
        : driven.call('startRehearsal', { ...rehearsal, thinkMs });
    let runs = 0;
    // The answer counts already, because the person came back to it.
    let isCounted = false;
    let text = '';
    for (const each of moves) {
      if (state().rehearsal === null) expect(await start(each.at > 2 ? 10_000 : 0)).toMatchObject({ ok: true });
      const before = state().rehearsal;
      const isSaid = spokenMs(driven) >= shortestRunMs;
      const { id, answer } = await make(driven, each);
      if (each.does === 'key' && answer !== null) expect(answer).toEqual({ ok: true, value: null });
      const after = state().rehearsal;
      const isRepeated = before?.step !== 'sheet' && repeat.includes(id);
      if (isRepeated || after?.at !== before?.at || (after?.step === 'sheet') !== (before?.step === 'sheet')) {
        const isBack = after !== null && back.includes(id);
        if (isSaid && !isCounted && !isBack) runs += 1;
        if (!isRepeated || isSaid) isCounted = isBack;
      }
      expect(await driven.call('readProgress')).toMatchObject({ value: { log: { runs } } });
      if (after?.step === 'sheet' && id === 'rateAnswer') {
        const old = text;
        text = await readLog();
        expect(text.startsWith(old)).toBe(true);
        const lines = counted(text).map(formatRecord);
        for (const { run } of after.sheet.answers) if (run !== null) expect(lines).toContain(formatRecord(run));
      }
      clock.pass(each.ms);
    }
    const isSaid = spokenMs(driven) >= shortestRunMs;
    expect(await app.close()).toEqual([]);
    expect(counted(await readLog())).toHaveLength(runs + (isSaid && !isCounted ? 1 : 0));
    expect((await readdir(settingsDir)).filter((name) => name.startsWith('run-'))).toEqual([]);
  });
  await fc.assert(pressed, { ...cases(1), endOnFailure: true });
});
