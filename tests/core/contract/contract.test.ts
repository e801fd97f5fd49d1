import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commandIds } from '../../../src/core/contract/commands.ts';
import { answerCall } from '../../../src/core/contract/answer-call.ts';
import { callNames, calls, eventNames, type CallName, type Handlers } from '../../../src/core/contract/contract.ts';
import { defaultSetup } from '../../../src/core/rehearsal/questions.ts';
import { recordOf } from '../rehearsal/records.ts';

const place = { shown: null, left: [], previous: null };

const mock = { count: 5, thinkMs: 10_000, targetMs: null };

/** Handlers that record the calls that reach them. */
function recorder(): { handlers: Handlers; reached: [name: string, input: unknown][] } {
  const reached: [string, unknown][] = [];
  const handlers = Object.fromEntries(
    callNames.map((name) => [
      name,
      (input: unknown) => {
        reached.push([name, input]);
        return null;
      },
    ]),
  ) as unknown as Handlers;
  return { handlers, reached };
}

const recordedOf = () => ({ id: 'a', startMs: 0, durationMs: 1000, peaks: [0, 100] });

/** For each call, arguments that it accepts and arguments that it must refuse. */
const cases: Record<CallName, { good: unknown[]; bad: unknown[] }> = {
  readState: { good: [undefined], bad: [null, {}, [], 0, ''] },
  runCommand: {
    good: commandIds.map((id) => ({ id })),
    bad: [
      undefined,
      null,
      'play-pause',
      {},
      [],
      { id: 'explode' },
      { id: 'constructor' },
      { id: ['reset'] },
      { id: 'reset', force: true },
      { id: 'reset', atMs: Infinity },
      { id: 'reset', atMs: 'now' },
    ],
  },
  readClock: { good: [undefined], bad: [null, {}, 0] },
  readStories: { good: [{ from: 0 }, { from: 50 }], bad: [undefined, null, {}, { from: -1 }, { from: '0' }] },
  readRound: { good: [undefined], bad: [null, {}] },
  adoptSession: {
    good: [{ place, story: null, actedAt: 0 }],
    bad: [
      undefined,
      {},
      { place, story: null },
      { place: null, story: null, actedAt: 0 },
      { place, story: {}, actedAt: 0 },
      { place, story: null, actedAt: Infinity },
      { place: { ...place, shown: { storyId: 'a' } }, story: null, actedAt: 0 },
    ],
  },
  keepRuns: {
    good: [
      { runs: [], takenOver: null },
      { runs: [recordOf()], takenOver: 'a' },
      { runs: [], takenOver: null, over: 'a' },
    ],
    bad: [
      undefined,
      {},
      { runs: [] },
      { runs: [{}], takenOver: null },
      { runs: [{ ...recordOf(), totalMs: -1 }], takenOver: null },
      { runs: [recordOf()], takenOver: 5 },
      { runs: [], takenOver: null, over: 5 },
    ],
  },
  readStory: { good: [{ id: 'a' }, { id: '' }], bad: [undefined, null, 'a', {}, { id: 5 }, { id: 'a', file: 'x' }] },
  readProblems: {
    good: [{ storyId: null }, { storyId: 'a' }],
    bad: [undefined, null, {}, { storyId: 5 }, { storyId: 'a', all: true }],
  },
  readQuestionBank: { good: [undefined], bad: [null, {}] },
  readSource: {
    good: [{ id: 'a' }, { id: '' }],
    bad: [undefined, null, 'a', {}, { id: 5 }, { id: 'a', file: '/etc/passwd' }, { file: '/etc/passwd' }],
  },
  findStories: {
    good: [{ words: '' }, { words: 'team', limit: 1 }, { words: 'x'.repeat(20_000), limit: 50 }],
    bad: [
      undefined,
      {},
      'team',
      { words: 5 },
      { words: null },
      { words: 'x'.repeat(20_001) },
      { words: 'a', limit: 0 },
      { words: 'a', limit: 51 },
      { words: 'a', limit: 1.5 },
      { words: 'a', limit: null },
    ],
  },
  startRecording: {
    good: [{ id: 'A-z_09', storyId: '' }],
    bad: [
      undefined,
      {},
      { id: 'a' },
      { id: '', storyId: 'a' },
      { id: '../a', storyId: 'a' },
      { id: 'a.webm', storyId: 'a' },
      { id: 'a/b', storyId: 'a' },
      { id: 'a\u0000', storyId: 'a' },
      { id: 'a'.repeat(65), storyId: 'a' },
    ],
  },
  appendRecording: {
    good: [
      { id: 'a', fromByte: 0, data: 'AAAA' },
      { id: 'a', fromByte: 9, data: 'A'.repeat(349_528) },
    ],
    bad: [
      undefined,
      { id: 'a', fromByte: 0 },
      { id: 'a', fromByte: -1, data: 'AAAA' },
      { id: 'a', fromByte: 0.5, data: 'AAAA' },
      { id: 'a', fromByte: 0, data: '' },
      { id: 'a', fromByte: 0, data: 'no base64' },
      { id: 'a', fromByte: 0, data: [0] },
      { id: 'a', fromByte: 0, data: 'A'.repeat(349_532) },
      { id: '..', fromByte: 0, data: 'AAAA' },
    ],
  },
  finishRecording: {
    good: [
      { recorded: recordedOf() },
      { recorded: { ...recordedOf(), peaks: Array.from({ length: 200 }, () => 100) } },
    ],
    bad: [
      undefined,
      {},
      { recorded: null },
      { recorded: { ...recordedOf(), id: '../a' } },
      { recorded: { ...recordedOf(), startMs: 0.5 } },
      { recorded: { ...recordedOf(), durationMs: -1 } },
      { recorded: { ...recordedOf(), peaks: [101] } },
      { recorded: { ...recordedOf(), peaks: Array.from({ length: 201 }, () => 1) } },
      { recorded: { ...recordedOf(), text: 'what was heard' } },
    ],
  },
  readRecordings: { good: [{ storyId: null }, { storyId: 'a' }], bad: [undefined, {}, { storyId: 5 }, 'a'] },
  recordingAddress: { good: [{ id: 'a' }], bad: [undefined, {}, { id: '../a' }, { id: 'a?b' }] },
  starRecording: {
    good: [{ id: 'a', starred: true }],
    bad: [undefined, { id: 'a' }, { id: 'a', starred: 1 }, { id: 'a/b', starred: true }],
  },
  deleteRecording: { good: [{ id: 'a' }], bad: [undefined, {}, { id: '' }, { id: '..' }, { id: 'a', storyId: 'a' }] },
  deleteAllRecordings: { good: [undefined], bad: [null, {}, { storyId: 'a' }] },
  showFollowUp: {
    good: [{ index: null }, { index: 0 }],
    bad: [undefined, {}, { index: -1 }, { index: '0' }, { index: 0.5 }, { index: 0, id: 'a' }],
  },
  pinStory: {
    good: [
      { id: 'a', slot: 1 },
      { id: 'a', slot: 9 },
      { id: 'a', slot: null },
    ],
    bad: [undefined, {}, { id: 'a' }, { id: 'a', slot: 0 }, { id: 'a', slot: 10 }, { id: 'a', slot: '1' }, { slot: 1 }],
  },
  openInEditor: {
    good: [{ file: '/a b/ü.md', line: 1 }],
    bad: [undefined, {}, { file: '/a.md' }, { file: '', line: 1 }, { file: '/a.md', line: 0 }, { file: 5, line: 1 }],
  },
  resetSettings: {
    good: [{ keys: null }, { keys: [] }, { keys: ['theme', 'speed'] }],
    bad: [undefined, null, {}, { keys: 'theme' }, { keys: ['pace'] }, { keys: ['constructor'] }],
  },
  undoSettings: { good: [undefined], bad: [null, {}] },
  exportSettings: { good: [undefined], bad: [null, {}, 'file'] },
  importSettings: {
    good: [{ text: '' }, { text: '{}' }],
    bad: [undefined, {}, '{}', { text: {} }, { text: 'x'.repeat(1024 * 1024 + 1) }],
  },
  suspendHotkeys: { good: [{ suspended: true }, { suspended: false }], bad: [undefined, {}, { suspended: 1 }, true] },
  openStory: {
    good: [
      { id: 'a-story', variant: null },
      { id: '', variant: 0 },
      { id: 'ü', variant: 12 },
      { id: 'a', variant: null, alternate: null },
      { id: 'a', variant: null, alternate: 3 },
    ],
    bad: [
      undefined,
      {},
      { id: 'a' },
      { variant: null },
      { id: 1, variant: null },
      { id: 'a', variant: -1 },
      { id: 'a', variant: 0.5 },
      { id: 'a', variant: '0' },
      { id: 'a', variant: null, alternate: -1 },
      { id: 'a', variant: null, alternate: '1' },
      { id: 'a', variant: null, file: '/etc/passwd' },
    ],
  },
  holdCursor: {
    good: [{ forMs: 0 }, { forMs: 10_000 }],
    bad: [undefined, {}, { forMs: -1 }, { forMs: 0.5 }, { forMs: 10_001 }, { forMs: null }],
  },
  moveCursor: {
    good: [{ cursorMs: 0 }, { cursorMs: 12.5 }, { cursorMs: 9e15 }],
    bad: [
      undefined,
      {},
      { cursorMs: -1 },
      { cursorMs: NaN },
      { cursorMs: Infinity },
      { cursorMs: -Infinity },
      { cursorMs: '5' },
      { cursorMs: null },
    ],
  },
  startRehearsal: {
    good: [
      defaultSetup,
      { ...defaultSetup, stories: { which: 'one', id: 'a' }, budgetMs: 60_000, targetMs: 10_000 },
      { ...defaultSetup, stories: { which: 'group', group: null }, order: 'drawn', alternates: true, followUps: true },
      { ...defaultSetup, stories: { which: 'all' }, budgetMs: null, thinkMs: 600_000, level: 'nothing' },
      { ...defaultSetup, stories: { which: 'some', ids: ['a', 'b'] }, order: 'listed' },
    ],
    bad: [
      undefined,
      {},
      { ...defaultSetup, stories: { which: 'some' } },
      { ...defaultSetup, stories: { which: 'some', ids: 'a' } },
      { ...defaultSetup, stories: { which: 'one' } },
      { ...defaultSetup, budgetMs: 0 },
      { ...defaultSetup, budgetMs: 60_000.5 },
      { ...defaultSetup, thinkMs: 0.5 },
      { ...defaultSetup, thinkMs: 600_001 },
      { ...defaultSetup, level: 'faint' },
      { ...defaultSetup, targetMs: 9999 },
      { ...defaultSetup, at: 2 },
    ],
  },
  startMock: {
    good: [mock, { ...mock, count: 20, thinkMs: 0, targetMs: 3_600_000 }],
    bad: [
      undefined,
      {},
      { ...mock, count: 0 },
      { ...mock, count: 21 },
      { ...mock, targetMs: 0 },
      { ...mock, order: 1 },
      { ...mock, level: 'outline' },
    ],
  },
  actOnRun: {
    good: [
      { action: { type: 'begin' } },
      { action: { type: 'nextSection' } },
      { action: { type: 'undo' } },
      { action: { type: 'pause' } },
      { action: { type: 'resume' } },
      { action: { type: 'peekDown' } },
      { action: { type: 'peekUp' } },
      { action: { type: 'setLevel', level: 'initials' } },
      { action: { type: 'end' } },
      { action: { type: 'finish' } },
      { action: { type: 'setMissed', itemId: 'a', missed: true } },
      { action: { type: 'rate', rating: 'good' } },
      { action: { type: 'rate', rating: null } },
      { action: { type: 'reach', cursorMs: 1.5 } },
      { action: { type: 'finishInSilence', silentMs: 12_000 } },
      {
        action: {
          type: 'heard',
          askedAtMs: 12.5,
          heard: {
            untilMs: 900,
            speech: [[0, 900]],
            syllablesMs: [120],
            told: [{ id: 'a', atMs: 5, words: ['b'] }],
            recording: null,
          },
        },
      },
    ],
    bad: [
      undefined,
      {},
      { action: 'begin' },
      { action: { type: 'sleep', atMs: 0 } },
      { action: { type: 'begin', atMs: 0 } },
      { action: { type: 'setLevel', level: 'faint' } },
      { action: { type: 'setMissed', itemId: 5, missed: true } },
      { action: { type: 'setMissed', itemId: 'x'.repeat(1001), missed: true } },
      { action: { type: 'rate', rating: 'best' } },
      { action: { type: 'rate' } },
    ],
  },
  chooseStory: { good: [{ id: 'a' }], bad: [undefined, {}, 'a', { id: 5 }, { id: null }, { id: 'a', at: 0 }] },
  rateAnswer: {
    good: [
      { at: 0, rating: 'good' },
      { at: 19, rating: null },
    ],
    bad: [undefined, {}, { at: 0 }, { at: -1, rating: 'good' }, { at: 0.5, rating: 'good' }, { at: 0, rating: 'best' }],
  },
  nextAsk: {
    good: [undefined, { at: 0, step: 'result' }],
    bad: [null, {}, { at: 0 }, { at: -1, step: 'result' }, { at: 0, step: 'run' }, { at: 0, step: 'result', by: 'me' }],
  },
  repeatAsk: { good: [undefined], bad: [null, {}] },
  closeRehearsal: { good: [undefined], bad: [null, {}] },
  readProgress: { good: [undefined], bad: [null, {}] },
  readStoryPractice: { good: [{ id: 'a' }], bad: [undefined, {}, 'a', { id: 5 }, { id: null }] },
  joinHistory: {
    good: [
      { from: 'a', to: 'b' },
      { from: 'a', to: null },
    ],
    bad: [undefined, {}, { from: 'a' }, { from: null, to: 'b' }, { from: 'a', to: 5 }],
  },
  openLog: { good: [undefined], bad: [null, {}, '/etc/passwd'] },
  changeSettings: {
    good: [{}, { speed: 1.5 }, { hotkeys: { reset: null } }],
    bad: [undefined, null, 'speed', { speed: 3 }, { speed: NaN }, { pace: 1 }, { speed: 1, extra: 1 }],
  },
  openFolder: {
    good: [{ path: '/home/me/my stories/ü.md' }, { path: 'x'.repeat(4096) }],
    bad: [undefined, {}, { path: '' }, { path: 5 }, { path: ['/a'] }, { path: 'x'.repeat(4097) }],
  },
  addFolder: { good: [{ path: '/a' }], bad: [undefined, {}, { path: '' }, { path: 5 }, { path: 'x'.repeat(4097) }] },
  removeFolder: { good: [{ path: '/a' }], bad: [undefined, {}, { path: '' }, { path: 5 }, { path: 'x'.repeat(4097) }] },
  openLink: {
    good: [{ url: 'https://example.org' }, { url: '' }],
    bad: [undefined, {}, { url: 5 }, { url: 'x'.repeat(4097) }],
  },
  takeRequestedView: { good: [undefined], bad: [null, {}] },
  giveFocusBack: { good: [undefined], bad: [null, {}] },
  chooseFolder: { good: [undefined], bad: [null, {}, '/'] },
  rescan: { good: [undefined], bad: [null, {}, true] },
  lookAtPath: {
    good: [{ path: '' }, { path: '~/sto' }],
    bad: [undefined, {}, { path: 5 }, { path: 'x'.repeat(4097) }],
  },
  readDocument: {
    good: [
      { name: '', format: 'markdown', content: '# x' },
      { name: 'a.docx', format: 'docx', content: 'UEsDBA==' },
      { name: 'a.html', format: 'html', content: '' },
    ],
    bad: [
      undefined,
      {},
      { name: 'a.pdf', format: 'pdf', content: '' },
      { name: 'x'.repeat(1001), format: 'html', content: '' },
      { name: '', format: 'html', content: 5 },
      { name: '', format: 'html', content: 'x'.repeat(7_000_000) },
    ],
  },
  saveDocuments: {
    good: [{ documents: [{ name: 'a', text: '# x' }] }],
    bad: [
      undefined,
      {},
      { documents: [] },
      { documents: [{ name: 'a', text: '' }] },
      { documents: [{ name: 'a', text: 'x', file: '/etc/passwd' }] },
      { documents: [{ name: 'a', text: 'x'.repeat(1024 * 1024 + 1) }] },
      { documents: Array.from({ length: 51 }, () => ({ name: 'a', text: 'x' })) },
    ],
  },
  newStory: { good: [undefined], bad: [null, {}, '/etc'] },
  dismissNotice: {
    good: [{ id: 0 }, { id: 7 }],
    bad: [undefined, {}, { id: '7' }, { id: 1.5 }, { id: NaN }, { id: null }],
  },
};

test('no call and event have the same name', () => {
  expect(callNames).toEqual(Object.keys(calls));
  expect(callNames.length).toBeGreaterThan(0);
  expect(eventNames.every((name) => /(?:Changed|Requested)$/.test(name))).toBe(true);
  const clashing = (callNames as string[]).filter((name) => (eventNames as string[]).includes(name) || name === 'on');
  expect(clashing).toEqual([]);
});

describe.each(callNames.map((name) => ({ name, ...cases[name] })))('$name', ({ name, good, bad }) => {
  test('reaches its handler with the argument sent', async () => {
    for (const input of good) {
      const { handlers, reached } = recorder();
      expect(await answerCall(handlers, name, input)).toEqual({ ok: true, value: null });
      expect(reached).toEqual([[name, input]]);
    }
  });

  test('refuses a wrong argument with a message that names it, without reaching the handler', async () => {
    for (const input of bad) {
      const { handlers, reached } = recorder();
      const result = await answerCall(handlers, name, input);
      expect([input, result.ok]).toEqual([input, false]);
      if (!result.ok) expect(result.error).toMatch(new RegExp(`^The call “${name}” was refused: .+\\.$`, 'u'));
      expect(reached).toEqual([]);
    }
  });
});

describe('an unknown name', () => {
  test.each([
    [''],
    ['nothing'],
    ['ReadState'],
    ['readState '],
    ['constructor'],
    ['toString'],
    ['valueOf'],
    ['hasOwnProperty'],
    ['__proto__'],
    ['on'],
  ])('%j', async (name) => {
    const { handlers, reached } = recorder();
    expect(await answerCall(handlers, name, undefined)).toEqual({ ok: false, error: `Unknown call “${name}”.` });
    expect(reached).toEqual([]);
  });

  test.each([
    [undefined],
    [null],
    [7],
    [['readState']],
    [{}],
    [{ toString: 1, valueOf: 1 }],
    [Object.create(null)],
    [{ toString: () => 'readState' }],
    [Symbol('readState')],
    [new String('readState')],
  ])('case %#: not text at all', async (name: unknown) => {
    const { handlers, reached } = recorder();
    expect(await answerCall(handlers, name, undefined)).toEqual({
      ok: false,
      error: expect.stringMatching(/^A call’s name must be text, not \w+\.$/u) as unknown,
    });
    expect(reached).toEqual([]);
  });

  test('is quoted only in part', async () => {
    const result = await answerCall(recorder().handlers, 'x'.repeat(1_000_000), undefined);
    expect(result).toEqual({ ok: false, error: `Unknown call “${'x'.repeat(59)}…”.` });
  });
});

test('a long argument isn’t sent back whole', async () => {
  const long = '$&'.repeat(500_000);
  for (const [name, input] of [
    ['runCommand', { id: long }],
    ['readState', long],
    ['changeSettings', { [long]: 1 }],
    ['moveCursor', { cursorMs: long }],
  ] as const) {
    const result = await answerCall(recorder().handlers, name, input);
    expect(result.ok).toBe(false);
    if (!result.ok) expect(result.error.length).toBeLessThan(1500);
  }
});

test.each<[patch: object, must: string]>([
  [
    { interviews: 5 },
    'interviews: must be a list of interviews, each with "id", "company", "day", "time", "competencies" and "stories"',
  ],
  [{ textSize: 1e9 }, 'textSize: must be pixels from 14 to 64'],
  [
    { leftOutGroups: ['Depth', 7] },
    'leftOutGroups.1: must be a list of at most 50 names, none longer than 80 characters',
  ],
])('the refusal of a setting says what it must be: %j', async (patch, must) => {
  const result = await answerCall(recorder().handlers, 'changeSettings', patch);
  expect(result).toEqual({ ok: false, error: `The call “changeSettings” was refused: ${must}.` });
});

test('an argument with prototype keys passes none of them on', async () => {
  for (const json of [
    '{"cursorMs":5,"__proto__":{"polluted":true}}',
    '{"cursorMs":5,"constructor":{"prototype":{"polluted":true}}}',
    '{"cursorMs":5,"toString":1}',
  ]) {
    const { handlers, reached } = recorder();
    expect((await answerCall(handlers, 'moveCursor', JSON.parse(json))).ok).toBe(false);
    expect(reached).toEqual([]);
  }
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});

describe('a handler', () => {
  test.each<[string, () => unknown]>([
    ['gives its value', () => ['value']],
    ['gives it later', () => Promise.resolve(['value'])],
  ])('%s', async (_, handler) => {
    const handlers = { ...recorder().handlers, readState: handler } as unknown as Handlers;
    expect(await answerCall(handlers, 'readState', undefined)).toEqual({ ok: true, value: ['value'] });
  });

  const said = 'The folder is gone. Choose another one.';
  const silent = 'The call “readState” failed and didn’t say why.';
  const throwing = (what: unknown) => () => {
    throw what;
  };
  test.each<[string, () => unknown, string]>([
    ['throws', throwing(new Error(said)), said],
    ['rejects', () => Promise.reject(new Error(said)), said],
    ['throws an error of its own kind', throwing(new TypeError(said)), said],
    ['throws text', throwing(said), said],
    ['throws an error without a word', throwing(new Error()), silent],
    ['throws nothing', throwing(undefined), silent],
    ['throws what cannot be text', throwing(Object.create(null)), silent],
    ['throws a symbol', throwing(Symbol('s')), silent],
  ])('that %s becomes an error as data', async (_, handler, error) => {
    const handlers = { ...recorder().handlers, readState: handler } as unknown as Handlers;
    expect(await answerCall(handlers, 'readState', undefined)).toEqual({ ok: false, error });
  });

  test('that is missing becomes an error as data', async () => {
    expect((await answerCall({} as unknown as Handlers, 'readState', undefined)).ok).toBe(false);
  });
});

test('whatever comes, the answer is a result as data and never a rejection', async () => {
  const anything = fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true, withMap: true });
  const name = fc.oneof(fc.constantFrom<unknown>(...callNames), anything);
  await fc.assert(
    fc.asyncProperty(name, anything, async (call, input) => {
      const result = await answerCall(recorder().handlers, call, input);
      expect(result).toEqual(JSON.parse(JSON.stringify(result)));
      if (!result.ok) expect(result.error).toMatch(/\.$/u);
    }),
    { seed: 11, numRuns: 1000 },
  );
});
