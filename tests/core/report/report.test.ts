import { expect, test } from 'vitest';
import { type ReportFacts, reportText, settingsLines, storyTexts } from '../../../src/core/report/report.ts';
import { defaultSettings } from '../../../src/core/settings/schema.ts';
import { settingKeys } from '../../../src/core/settings/table.ts';
import { outlineOf } from '../../../src/core/stories/outline/told.ts';
import { readStories } from '../../../src/core/stories/reader.ts';

const report: ReportFacts = {
  madeAt: '2026-11-22T20:15:00.000Z',
  facts: { Offbook: '1.2.3', System: 'linux' },
  capabilities: {
    shell: 'electron',
    chooseFolder: true,
    alwaysOnTop: true,
    opacity: true,
    dropFiles: true,
    clickThrough: true,
    contentProtection: false,
    startAtLogin: false,
    mediaKeys: false,
    microphone: true,
    hotkeys: [],
    panel: [{ id: 'place', title: 'Place remembered', state: 'yes', text: 'Separately for each set of displays.' }],
  },
  settings: defaultSettings(),
  library: { files: ['/s/a.md'], stories: [], problems: [], asides: [], unplaced: [] },
  notices: ['secret notice'],
  log: ['2026-11-22T20:14:59.000Z secret line', 'no time'],
};

test('has a part for each kind of fact, and filters text from outside, but not its times', () => {
  const text = reportText(report, (line) => `<${line.length}>`);
  expect(text).toContain('Nothing was sent');
  expect(text).toContain('\nVersions\n--------\nOffbook: 1.2.3\nSystem: linux\nMade: 2026-11-22T20:15:00.000Z\n');
  expect(text).toContain('Place remembered: yes. Separately for each set of displays.');
  expect(text).toContain('\nStories\n-------\nfiles: 1\nstories: 0\nasides: 0\nunplaced lines: 0\n');
  expect(text).toContain('\nMessages on screen\n------------------\n<13>\n');
  expect(text).toContain('2026-11-22T20:14:59.000Z <11>\n<7>\n');
  expect(text).not.toContain('secret');
  expect(text).not.toContain('/s/a.md');
});

test('says so if a list is empty', () => {
  const text = reportText({ ...report, library: null, notices: [], log: [] }, (line) => line);
  expect(text).toContain('\nStories\n-------\nstill loading\n');
  expect(text).toContain('\nMessages on screen\n------------------\nnone\n');
});

test('counts problems by their kind, without their files', () => {
  const problem = { file: '/s/b.md', line: 3, severity: 'error', code: 'not-utf8', message: 'b.md is odd' } as const;
  const library = { files: [], stories: [], problems: [problem, problem], asides: [], unplaced: [] };
  const text = reportText({ ...report, library }, (line) => line);
  expect(text).toContain('problems, not-utf8: 2');
  expect(text).not.toContain('b.md');
});

test('lists the settings, but not what a person typed or chose', () => {
  const settings = {
    ...defaultSettings(),
    folders: ['/home/ann/stories', '/home/ann/more'],
    pins: { '1': { id: 'stories/late-parcel', text: '' } },
    editor: '/opt/editor {file}',
    textSize: 31,
    hotkeys: { 'next-row': 'F9', reset: null, 'my own words': 'F1' },
  } as const;
  const lines = settingsLines({ ...settings, folders: [...settings.folders] });
  expect(lines).toEqual(expect.arrayContaining(['folders: 2', 'pins: 1', 'editor: set', 'textSize: 31']));
  expect(lines).toContain('hotkeys: next-row F9, reset none');
  expect(lines).toHaveLength(settingKeys.length);
  expect(settingsLines(defaultSettings())).toEqual(expect.arrayContaining(['folders: 0', 'editor: not set']));
});

test('the texts of the stories are everything a person wrote, outlines and other versions included', () => {
  const text = `# Care

## A late parcel
What went wrong?
* And then?

> - S: Parcel lost in May
> - A: Called the depot

S: The parcel was lost.

A: I called.

### Shorter answer
S: Lost, in short.

A: Called, in short.

### Also works for
#### Ownership
Whose mistake was it?
`;
  const { stories } = readStories(text, 'a.md');
  const [first] = stories;
  const more = {
    followUps: [{ question: 'Who paid?', answer: 'The carrier paid.', line: 4 }],
    facts: [{ label: 'Company', text: 'Parcels of Delft', line: 3 }],
    notes: [{ label: 'Tip', text: 'Say it calmly', line: 20 }],
    alternates: [
      ...first!.alternates,
      {
        group: null,
        question: null,
        line: 22,
        notes: [],
        followUps: [{ question: 'Whose?', answer: 'Mine alone.', line: 23 }],
      },
    ],
  };
  const texts = storyTexts({
    files: [],
    stories: [{ ...first!, ...more }],
    problems: [],
    asides: [{ file: 'a.md', line: 30, endLine: 31, kind: 'questions', text: 'What would you do twice?' }],
    unplaced: [{ file: 'a.md', line: 1, text: 'A stray' }],
  });
  const all = texts.join('\n');
  const wanted = ['Care', 'A late parcel', 'What went wrong?', 'Parcel lost in May', 'Called the depot'];
  const others = ['The parcel was lost', 'Lost, in short', 'Ownership', 'Whose mistake was it?', 'A stray'];
  const unspoken = ['Who paid?', 'The carrier paid.', 'Parcels of Delft', 'Say it calmly', 'Mine alone.', 'do twice?'];
  for (const piece of [...wanted, ...others, ...unspoken]) expect(all).toContain(piece);
});

test('the texts of a story include the rows that were made from its answer', () => {
  const answer = 'I then split the tired crew in three, and I put a runner between the two belts.';
  const { stories } = readStories(`## A move\n\n**S:** Late.\n\n**A:** ${answer}\n`, 'a.md');
  const [, action] = outlineOf(stories[0]!, null);
  const texts = storyTexts({ files: [], stories, problems: [], asides: [], unplaced: [] });
  expect(action?.items.length).toBeGreaterThan(0);
  expect(texts).toEqual(expect.arrayContaining(action?.items.map(({ text }) => text) ?? []));
});
