import * as fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { commandIds, commands } from '../../../src/core/contract/commands.ts';
import { interviewOf } from '../rehearsal/stories.ts';
import { readSettingsText } from '../../../src/core/settings/transfer.ts';
import { settingKeys, type SettingKey } from '../../../src/core/settings/table.ts';
import {
  defaultSettings,
  readSettings,
  settingsPatch,
  withPatch,
  type Settings,
} from '../../../src/core/settings/schema.ts';

/** For each setting, values at its limits that it accepts, and values that it must refuse. */
const cases: { [Key in SettingKey]: { good: Settings[Key][]; bad: unknown[] } } = {
  folders: { good: [[], ['/a b/ü'], ['x', 'y']], bad: ['x', [''], [1], [null], {}, 0] },
  pins: {
    good: [{}, { '1': { id: 'a', text: '' }, '9': { id: 'b', text: '9f3c' } }],
    bad: [
      [],
      'a',
      { '0': 'a' },
      { '10': 'a' },
      { '1': '' },
      { '1': 5 },
      { '1': 'a', '2': 'a' },
      { '1': { id: 'a', text: 'x' }, '2': 'a' },
      { '1': { id: 'a' } },
      { '1': { id: 5, text: '' } },
      { '1': { id: 'a', text: 'x'.repeat(101) } },
      { '1': 'x'.repeat(1001) },
    ],
  },
  editor: { good: [null, 'code', 'my editor --line {line} {file}'], bad: ['', ' ', 5, {}, 'x'.repeat(1001)] },
  targetMs: { good: [10_000, 3_600_000], bad: [9999, 3_600_001, 0, -1, 60_000.5] },
  storyTargets: {
    good: [{}, { 'stories-oven': 10_000, 'stories-oven#brief': 3_600_000 }],
    bad: [[], 'a', { a: '2:00' }, { a: 9999 }, { a: 60_000.5 }, { a: null }],
  },
  storyVariants: {
    good: [{}, { 'stories-oven': 'Shorter answer' }],
    bad: [[], 'a', { a: 5 }, { a: null }],
  },
  wordsPerMinute: { good: [60, 300], bad: [59, 301, 0, 145.5] },
  planBy: { good: ['words', 'shares', 'runs'], bad: ['Words', '', 'constructor'] },
  soonMs: { good: [0, 600_000], bad: [-1, 600_001, 0.5] },
  lastMs: { good: [0, 600_000], bad: [-1, 600_001, 0.5] },
  countUp: { good: [true, false], bad: [0, 1, 'true'] },
  mode: { good: ['auto', 'step', 'voice'], bad: ['manual', ''] },
  speed: { good: [0.5, 1.25, 2], bad: [0.49, 2.01, 0] },
  interviews: {
    good: [
      [],
      [interviewOf('1'), interviewOf('2', { company: '', day: null, time: null })],
      [interviewOf('1', { day: '2028-02-29', time: '23:59', competencies: Array<string>(50).fill('Ö'.repeat(80)) })],
      [
        interviewOf('1', {
          stories: {
            which: 'some',
            tags: ['lead'],
            groups: [
              { name: 'Trust', texts: ['9f3c'] },
              { name: null, texts: [] },
            ],
          },
        }),
      ],
    ],
    bad: [
      {},
      ['1'],
      [interviewOf('1'), interviewOf('1')],
      [interviewOf('')],
      [interviewOf('1', { day: '2026-02-29' })],
      [interviewOf('1', { time: '24:00' })],
      [interviewOf('1', { time: '9:00' })],
      [interviewOf('1', { company: 'x'.repeat(81) })],
      [interviewOf('1', { competencies: [' '] })],
      [interviewOf('1', { competencies: Array<string>(51).fill('x') })],
      [{ ...interviewOf('1'), stories: { which: 'none' } }],
      [{ ...interviewOf('1'), stories: { which: 'some', tags: [], groups: ['Trust'] } }],
      [{ ...interviewOf('1'), company: undefined }],
      Array.from({ length: 51 }, (_, index) => interviewOf(String(index))),
    ],
  },
  narrowTo: { good: [null, '1'], bad: ['', 'x'.repeat(41), 5, {}] },
  leftOutGroups: {
    good: [[], ['Ownership'], Array<string>(50).fill('Ö'.repeat(80))],
    bad: ['Ownership', [''], [' '], [5], ['x'.repeat(81)], Array<string>(51).fill('x')],
  },
  rehearseFor: { good: ['10', '20', '30', '45', 'all'], bad: ['15', 20, ''] },
  thinkMs: { good: [0, 600_000], bad: [-1, 600_001, 0.5] },
  fadeLevel: { good: ['full', 'outline', 'first-words', 'initials', 'nothing'], bad: ['some', ''] },
  speakQuestions: { good: [true, false], bad: ['yes', 1] },
  voice: { good: [null, 'urn:moz-tts:fake:en'], bad: ['', 5, 'x'.repeat(1001)] },
  typeface: { good: ['atkinson', 'system', 'opendyslexic'], bad: ['serif', ''] },
  textSize: { good: [14, 64], bad: [13, 65, 22.5] },
  lineHeight: { good: [1, 1.35, 2], bad: [0.99, 2.01] },
  readingLine: { good: [0.1, 1 / 3, 0.9], bad: [0, 1, 33] },
  theme: { good: ['system', 'dark', 'light', 'contrast'], bad: ['blue', ''] },
  opacity: { good: [0.6, 1], bad: [0.59, 1.01, 60] },
  alwaysOnTop: { good: [true, false], bad: ['no', 1] },
  contentProtection: { good: [true, false], bad: ['no', 1] },
  startAtLogin: { good: [true, false], bad: ['no', 1] },
  listening: { good: [true, false], bad: ['yes', null] },
  microphone: { good: [null, 'default', 'x'.repeat(1000)], bad: ['', 'x'.repeat(1001), 5, {}] },
  recordRuns: { good: [true, false], bad: [1, null] },
  recordingsMb: { good: [10, 10_000], bad: [9, 10_001, 50.5, '500'] },
  handsFree: { good: [true, false], bad: [1, null] },
  tickRows: { good: [true, false], bad: [1, null] },
  waitInSilence: { good: [true, false], bad: [1, null] },
  mediaKeys: { good: [true, false], bad: ['yes', null] },
  hotkeys: {
    good: [
      { ...defaultSettings().hotkeys, 'play-pause': null },
      { ...defaultSettings().hotkeys, 'next-row': 'F5' },
    ],
    bad: [[], ['F5'], 'F5', { 'play-pause': 5 }, { 'play-pause': {} }, { 'play-pause': true }],
  },
};

/** No setting accepts any of these. */
const neverGood: unknown[] = [null, NaN, Infinity, -Infinity, '120000', Symbol('s'), () => 1, 7n];

/** Some settings accept any text, some accept null. */
function isTaken(key: SettingKey, value: unknown): boolean {
  if (value === null) return ['editor', 'voice', 'microphone', 'narrowTo'].includes(key);
  return typeof value === 'string' && ['editor', 'voice', 'microphone', 'narrowTo'].includes(key);
}

const rows = settingKeys.map((key) => ({
  key,
  good: cases[key].good as unknown[],
  bad: [...cases[key].bad, ...neverGood.filter((value) => !isTaken(key, value))],
}));

describe('defaultSettings', () => {
  test('have these values', () => {
    expect(defaultSettings()).toMatchObject({
      targetMs: 120_000,
      wordsPerMinute: 145,
      planBy: 'words',
      soonMs: 30_000,
      lastMs: 10_000,
      countUp: false,
      mode: 'auto',
      textSize: 22,
      lineHeight: 1.35,
      readingLine: 1 / 3,
    });
  });

  test('hold the default hotkey of every command that has one, and no other', () => {
    const withHotkey = commandIds.filter((id) => commands[id].hotkey !== undefined);
    expect(defaultSettings().hotkeys).toEqual(Object.fromEntries(withHotkey.map((id) => [id, commands[id].hotkey])));
  });

  test('are valid themselves', () => {
    expect(v.parse(settingsPatch, defaultSettings())).toEqual(defaultSettings());
    expect(readSettings(defaultSettings())).toEqual({ settings: defaultSettings(), problems: [] });
  });

  test('are a new object each time, all the way down', () => {
    const spoilt = defaultSettings();
    spoilt.folders.push('/mine');
    spoilt.hotkeys['play-pause'] = null;
    spoilt.targetMs = 1;
    expect(defaultSettings().folders).toEqual([]);
    expect(defaultSettings().hotkeys['play-pause']).toBe(commands['play-pause'].hotkey);
    expect(defaultSettings().targetMs).toBe(120_000);
    const read = readSettings({}).settings;
    read.folders.push('/mine');
    read.hotkeys['play-pause'] = null;
    expect(readSettings({}).settings).toEqual(defaultSettings());
  });
});

describe.each(rows)('$key', ({ key, good, bad }) => {
  test('is read, and accepted in a patch, at its limits', () => {
    for (const value of good) {
      expect(readSettings({ [key]: value })).toEqual({
        settings: { ...defaultSettings(), [key]: value },
        problems: [],
      });
      expect(v.parse(settingsPatch, { [key]: value })).toEqual({ [key]: value });
    }
  });

  test('that is wrong gets its default and a sentence, and is refused in a patch', () => {
    for (const value of bad) {
      const read = readSettings({ [key]: value, textSize: 30, ...(key === 'textSize' ? { textSize: value } : {}) });
      expect(read.settings[key]).toEqual(defaultSettings()[key]);
      if (key !== 'textSize') expect(read.settings.textSize).toBe(30);
      expect(read.problems).toHaveLength(1);
      expect(read.problems[0]).toMatch(
        new RegExp(`^The setting "${key}" must be .+; its default is used instead\\.$`, 'u'),
      );
      expect(v.safeParse(settingsPatch, { [key]: value }).success).toBe(false);
    }
  });
});

describe('readSettings', () => {
  test('leaves out unknown keys, also those of every object', () => {
    const raw = JSON.parse(
      '{"version":3,"nonsense":1,"__proto__":{"targetMs":5},"constructor":{},"toString":1}',
    ) as unknown;
    expect(readSettings(raw)).toEqual({ settings: defaultSettings(), problems: [] });
  });

  test('takes nothing from a prototype', () => {
    expect(readSettings(Object.create({ targetMs: 60_000 })).settings.targetMs).toBe(120_000);
    expect(readSettings(Object.assign(Object.create(null), { targetMs: 60_000 })).settings.targetMs).toBe(60_000);
  });

  test.each([[null], [undefined], [42], ['{}'], [[]], [[1, 2]], [true]])('%j isn’t a settings file', (raw) => {
    const read = readSettings(raw);
    expect(read.settings).toEqual(defaultSettings());
    expect(read.problems).toEqual([expect.stringContaining('must be an object')]);
  });

  test('keeps good values beside bad ones, and names each bad one', () => {
    const read = readSettings({ targetMs: 90_000, speed: 9, theme: 'dark', opacity: 'half' });
    expect(read.settings).toEqual({ ...defaultSettings(), targetMs: 90_000, theme: 'dark' });
    expect(read.problems.map((problem) => /"(\w+)"/u.exec(problem)?.[1])).toEqual(['speed', 'opacity']);
  });

  test('adds hotkeys that the file doesn’t name, and keeps those turned off and those of other versions', () => {
    const { hotkeys } = readSettings({
      hotkeys: { 'play-pause': null, 'next-row': 'F5', 'later-command': 'F6' },
    }).settings;
    expect(hotkeys).toEqual({
      ...defaultSettings().hotkeys,
      'play-pause': null,
      'next-row': 'F5',
      'later-command': 'F6',
    });
  });

  test('a hotkey named like a property of every object is ignored', () => {
    const raw = JSON.parse('{"hotkeys":{"__proto__":"F5","constructor":"F6","next-row":"F7"}}') as unknown;
    const { hotkeys } = readSettings(raw).settings;
    expect(Object.getPrototypeOf(hotkeys)).toBe(Object.prototype);
    expect(hotkeys).toEqual({ ...defaultSettings().hotkeys, 'next-row': 'F7' });
    expect(Object.hasOwn(hotkeys, '__proto__')).toBe(false);
    expect(Object.hasOwn(Object.prototype, 'F5')).toBe(false);
  });

  test('never throws, and its result is always valid', () => {
    const known = fc.dictionary(fc.constantFrom(...settingKeys), fc.anything());
    fc.assert(
      fc.property(
        fc.oneof(known, fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true })),
        (raw) => {
          const { settings, problems } = readSettings(raw);
          expect(v.safeParse(settingsPatch, settings).success).toBe(true);
          expect(Object.keys(settings)).toEqual(settingKeys);
          expect(readSettings(settings).problems).toEqual([]);
          for (const problem of problems) expect(problem).toMatch(/\.$/u);
        },
      ),
      { seed: 10, numRuns: 500 },
    );
  });
});

describe('settingsPatch', () => {
  test('refuses what isn’t a setting', () => {
    for (const json of [
      '{"nonsense":1}',
      '{"targetMs":60000,"version":1}',
      '{"__proto__":{"targetMs":60000}}',
      '{"constructor":1}',
      '{"toString":1}',
      'null',
      '"targetMs"',
      '5',
    ]) {
      expect([json, v.safeParse(settingsPatch, JSON.parse(json)).success]).toEqual([json, false]);
    }
    expect(v.safeParse(settingsPatch, undefined).success).toBe(false);
  });

  test('can be empty, and undefined changes nothing', () => {
    expect(v.parse(settingsPatch, {})).toEqual({});
    expect(withPatch(defaultSettings(), v.parse(settingsPatch, { speed: undefined }))).toEqual(defaultSettings());
  });
});

describe('withPatch', () => {
  test('changes what the patch names and nothing else, in a new object', () => {
    const before = Object.freeze(defaultSettings());
    const after = withPatch(before, { speed: 1.5, theme: undefined });
    expect(after).toEqual({ ...defaultSettings(), speed: 1.5 });
    expect(before).toEqual(defaultSettings());
  });

  test('takes null as a value, which clears what was set', () => {
    const before = { ...defaultSettings(), narrowTo: '1', voice: 'Amelie' };
    expect(withPatch(before, { narrowTo: null })).toEqual({ ...before, narrowTo: null });
  });

  test('has the hotkeys that the file will give when it is read again', () => {
    const patch = { hotkeys: { 'play-pause': null, 'next-row': 'F5' } };
    const now = withPatch(defaultSettings(), patch);
    expect(now.hotkeys).toEqual({ ...defaultSettings().hotkeys, ...patch.hotkeys });
    const file = JSON.parse(JSON.stringify({ ...defaultSettings(), ...patch })) as unknown;
    expect(readSettings(file).settings).toEqual(now);
  });

  test('replaces the hotkeys as a whole: a command that isn’t named gets its default again', () => {
    const off = withPatch(defaultSettings(), { hotkeys: { 'play-pause': null } });
    expect(withPatch(off, { hotkeys: { 'next-row': null } }).hotkeys).toEqual({
      ...defaultSettings().hotkeys,
      'next-row': null,
    });
  });
});

test('pins of an older file, which are ids alone, are read', () => {
  const { settings, problems } = readSettings({ pins: { '1': 'a', '9': { id: 'b', text: '9f3c' } } });
  expect(settings.pins).toEqual({ '1': { id: 'a', text: '' }, '9': { id: 'b', text: '9f3c' } });
  expect(problems).toEqual([]);
});

describe('the one interview of an older file', () => {
  const only = { id: '1', company: '', time: null, stories: { which: 'all' } };

  test.each([
    [
      { interviewDate: '2026-11-30', competencies: ['Trust'] },
      [{ ...only, day: '2026-11-30', competencies: ['Trust'] }],
    ],
    [{ interviewDate: null, competencies: ['Trust'] }, [{ ...only, day: null, competencies: ['Trust'] }]],
    [{ interviewDate: '2026-11-30' }, [{ ...only, day: '2026-11-30', competencies: [] }]],
    [{ interviewDate: null, competencies: [] }, []],
    // What was set since counts, and an interview that was removed stays removed.
    [{ interviewDate: '2026-11-30', competencies: ['Trust'], interviews: [] }, []],
  ])('%j', (raw, interviews) => {
    expect(readSettings(raw)).toEqual({ settings: { ...defaultSettings(), interviews }, problems: [] });
  });

  test('what isn’t valid in it is named, and the rest is kept', () => {
    const { settings, problems } = readSettings({ interviewDate: '30.11.2026', competencies: ['Trust'] });
    expect(settings.interviews).toEqual([{ ...only, day: null, competencies: ['Trust'] }]);
    expect(problems).toEqual([
      'The setting "interviewDate" must be a day such as "2026-11-22", or null; it isn’t used.',
    ]);
  });

  test('is imported from an older export', () => {
    const file = { program: 'offbook', content: 'settings', version: 1 };
    const text = JSON.stringify({ ...file, settings: { interviewDate: '2026-11-30', competencies: ['Trust'] } });
    expect(readSettingsText(text, defaultSettings(), 'linux')).toEqual({
      patch: { interviews: [{ ...only, day: '2026-11-30', competencies: ['Trust'] }] },
      refused: [],
    });
  });
});
