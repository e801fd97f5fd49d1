import path from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  parseFindOptions,
  parseLogOptions,
  parsePaths,
  parsePlanOptions,
  parseServeOptions,
} from '../../src/cli/options.ts';

const cwd = path.resolve('/home/ada');

describe('find', () => {
  test('words alone: the last stories, for people to read', () => {
    expect(parseFindOptions(['team morale'], cwd)).toEqual({ words: 'team morale', stories: null, json: false });
  });

  test('words need no quotes', () => {
    expect(parseFindOptions(['team', '--json', 'morale'], cwd)).toMatchObject({ words: 'team morale', json: true });
  });

  test('relative stories start from the current folder', () => {
    const stories = path.resolve('/home/stories');
    expect(parseFindOptions(['pivot', '--stories', '../stories'], cwd)).toMatchObject({ stories });
  });

  test.each([
    [[], 'Say what to look for: find "team morale"'],
    [['  '], 'Say what to look for: find "team morale"'],
    [['pivot', '--stories', ''], '--stories needs a folder or a Markdown file: --stories ~/stories'],
    [['pivot', '--stories'], "Option '--stories <value>' argument missing."],
    [['pivot', '--stories', 'a', '--stories', 'b'], 'Use --stories only once.'],
    [['pivot', '--yaml'], "Unknown option '--yaml'."],
    [['pivot', '--a.b'], "Unknown option '--a.b'."],
  ])('%j is refused in a sentence', (args, sentence) => {
    expect(parseFindOptions(args, cwd)).toBe(sentence);
  });
});

describe('inspect and lint', () => {
  test('take paths as they are', () => {
    expect(parsePaths(['a.md', '../b', '--', '--c'])).toEqual(['a.md', '../b', '--c']);
  });

  test.each([
    [[], 'Name at least one file or folder.'],
    [['a.md', '--json'], "Unknown option '--json'."],
  ])('%j is refused in a sentence', (args, sentence) => {
    expect(parsePaths(args)).toBe(sentence);
  });
});

describe('log', () => {
  test('a table, or --json, or --csv', () => {
    expect(parseLogOptions([])).toEqual({ format: 'text' });
    expect(parseLogOptions(['--json'])).toEqual({ format: 'json' });
    expect(parseLogOptions(['--csv'])).toEqual({ format: 'csv' });
  });

  test.each([
    [['--json', '--csv'], 'Use either --json or --csv.'],
    [['--jsn'], "Unknown option '--jsn'."],
    [['all'], "Unexpected argument 'all'."],
    [['--csv=yes'], "Option '--csv' does not take an argument."],
  ])('%j is refused in a sentence', (args, sentence) => {
    expect(parseLogOptions(args)).toBe(sentence);
  });
});

describe('plan', () => {
  test('a file alone: by words, with the story’s own target', () => {
    expect(parsePlanOptions(['notes/a.md'], cwd)).toEqual({
      file: path.join(cwd, 'notes/a.md'),
      story: null,
      targetMs: null,
      by: 'words',
    });
  });

  test.each([
    [[], 'Name one story file: plan my-stories.md --story ID'],
    [['a.md', 'b.md'], 'Name one story file: plan my-stories.md --story ID'],
    [['a.md', '--story'], "Option '--story <value>' argument missing."],
  ])('%j is refused in a sentence', (args, sentence) => {
    expect(parsePlanOptions(args, cwd)).toBe(sentence);
  });
});

describe('serve', () => {
  test('nothing given: the last stories, the port of the last start, and a browser', () => {
    expect(parseServeOptions([], cwd)).toEqual({ stories: null, port: null, open: true, tab: false });
    expect(parseServeOptions(['--tab'], cwd)).toMatchObject({ open: true, tab: true });
  });

  test('relative stories start from the current folder', () => {
    const args = ['--stories', '../my stories', '--port', '4000', '--no-open'];
    const stories = path.resolve('/home/my stories');
    expect(parseServeOptions(args, cwd)).toEqual({ stories, port: 4000, open: false, tab: false });
    expect(parseServeOptions([`--stories=${stories}`], cwd)).toMatchObject({ stories });
  });

  test.each([['many'], ['70000'], ['-1'], ['0x10']])('the port %s is refused in a sentence', (port) => {
    const sentence = `The port must be a number from 0 to 65535, not “${port}”: --port 4000. Use 0 for any free port.`;
    expect(parseServeOptions(['--port', port], cwd)).toBe(sentence);
    expect(parseServeOptions([`--port=${port}`], cwd)).toBe(sentence);
  });

  test.each([
    [['--port'], "Option '--port <value>' argument missing."],
    [['--stories'], "Option '--stories <value>' argument missing."],
    [['--stories', ''], '--stories needs a folder or a Markdown file: --stories ~/stories'],
    [['--stories', 'a', '--stories', 'b'], 'Use --stories only once.'],
    [['--tab', '--no-open'], 'Use either --tab or --no-open.'],
    [['--stroies', 'a'], "Unknown option '--stroies'."],
    [['my-stories.md'], "Unexpected argument 'my-stories.md'."],
  ])('%j is refused in a sentence', (args, sentence) => {
    expect(parseServeOptions(args, cwd)).toBe(sentence);
  });
});
