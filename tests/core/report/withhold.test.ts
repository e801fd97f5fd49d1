import { describe, expect, test } from 'vitest';
import { createWithholding } from '../../../src/core/report/withhold.ts';

const nothing = { texts: [], paths: [], names: [] };
const withhold = createWithholding(nothing);

describe('the program’s own text', () => {
  test.each([
    'A page’s process ended: crashed, exit code 5.',
    'A helper process ended: GPU, crashed, exit code 5.',
    'Not everything could be saved: the disk is full.',
    'at TypeError (out/main/index.js:120:14)',
    'at node:internal/process/task_queues:105:5',
    'The page app://offbook/assets/index-B1c2.js:1:22 did not load.',
  ])('stays: %s', (line) => {
    expect(withhold(line)).toBe(line);
  });
});

describe('paths', () => {
  test.each([
    ['/home/ann/My Stories/late parcel.md can’t be read: it is not there', '[path] can’t be read: it is not there'],
    ["The places in /home/ann/Offbook/windows.json can't be read.", "The places in [path] can't be read."],
    ['C:\\Users\\Ann\\Stories\\a.md: the disk is full', '[path]: the disk is full'],
    ['\\\\server\\share\\Ann: it is not there', '[path]: it is not there'],
    ['~/stories', '[path]'],
    ['could not fetch https://example.org/ann?x=1', 'could not fetch [path]'],
    ['at run (file:///home/ann/My%20Apps/offbook/out/main/index.js:3:7)', 'at run (out/main/index.js:3:7)'],
    ['at C:\\Program Files\\Offbook\\resources\\app.asar\\out\\main\\chunks\\app-x1.js:3:7', 'at [path]'],
    ['relative/names too', '[path] too'],
    ['late-parcel.md is odd', '[file] is odd'],
    ['mail to ann@example.org', 'mail to [address]'],
  ])('%s', (line, instead) => {
    expect(withhold(line)).toBe(instead);
  });

  test('a known folder is removed whole, whatever its name', () => {
    const known = createWithholding({ ...nothing, paths: ['/home/ann', '/home/ann/Me: a life, could (not) tell'] });
    expect(known('in /home/ann/Me: a life, could (not) tell: it is not there')).toBe('in [path]: it is not there');
  });
});

describe('quotations', () => {
  test.each([
    ['The story "Late parcel" is gone', 'The story … is gone'],
    ['“Late parcel” has moved', '… has moved'],
    ["ENOENT: open '/home/ann/x'", 'ENOENT: open …'],
    ["It can't be that nobody's there", "It can't be that nobody's there"],
    ['Unexpected token in JSON: "{ \\"late', 'Unexpected token in JSON: …'],
    ['`late parcel` and ‘the depot’', '… and …'],
    ['The story “How “late” is often?” is gone', 'The story … is gone'],
    ['The group “Parcels” has no “late” one, “often', 'The group … one, …'],
    ['The group "The "late" parcels" is gone', 'The group … is gone'],
    ["rename 'a 'late' b' -> 'c' failed", 'rename … failed'],
    ['no "late" one and "often', 'no …'],
    ['no `late` one and `often', 'no …'],
    ['The id "late\\', 'The id …'],
  ])('%s', (line, instead) => {
    expect(withhold(line)).toBe(instead);
  });
});

describe('story text', () => {
  const texts = [
    'Late parcel',
    'Tell me about a time when a delivery went wrong.',
    'It worked. Called three depots in Lisbon before noon; 9 of 10 customers stayed.',
    'Called 3 depots',
    'café crème',
  ];
  const known = createWithholding({ ...nothing, texts });

  test.each([
    ['An error: late parcel', 'An error: …'],
    ['An error: LATE, parcel!', 'An error: …!'],
    ['It worked', '…'],
    ['why: called three depots in time', 'why: … time'],
    ['someone from Lisbon asked', 'someone from … asked'],
    ['before that, 10 customers stayed away', 'before that, … away'],
    ['cafe\u0301 CRÈME burnt', '… burnt'],
    ['three of them', 'three of them'],
  ])('%s', (line, instead) => {
    expect(known(line)).toBe(instead);
  });

  test('keeps only the beginning of a line that is far too long', () => {
    expect(withhold('x '.repeat(100_000)).length).toBeLessThanOrEqual(4000);
  });
});

test('leaves story text out of log lines whatever its words, and in linear time', () => {
  const texts = Array.from({ length: 2000 }, (_, at) => `Sentence number ${at} told of depot ${at} and its people`);
  const known = createWithholding({ ...nothing, texts });
  const startedMs = performance.now();
  for (const text of texts) expect(known(`An error: ${text}.`)).toBe('An error: ….');
  expect(performance.now() - startedMs).toBeLessThan(5000);
});

test('leaves out a file name without its path', () => {
  const known = createWithholding({ ...nothing, names: ['interview-stories', 'ann'] });
  expect(known('reading interview-stories for Ann failed')).toBe('reading … for … failed');
});
