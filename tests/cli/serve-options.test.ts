import path from 'node:path';
import { expect, test } from 'vitest';
import { parseServeOptions } from '../../src/cli/serve-options.ts';

const cwd = path.resolve('/home/ada');

test('nothing given: the last stories, a free port, and a browser', () => {
  expect(parseServeOptions([], cwd)).toEqual({ stories: null, port: 0, open: true });
});

test('stories are relative to where the person stands', () => {
  const args = ['--stories', '../my stories', '--port', '4000', '--no-open'];
  const stories = path.resolve('/home/my stories');
  expect(parseServeOptions(args, cwd)).toEqual({ stories, port: 4000, open: false });
  expect(parseServeOptions([`--stories=${stories}`], cwd)).toMatchObject({ stories });
});

function portSentence(given: string): string {
  return `The port must be a number from 0 to 65535, not "${given}": --port 4000. With 0, a free one is taken.`;
}

test.each([
  [['--port', 'http'], portSentence('http')],
  [['--port', '65536'], portSentence('65536')],
  [['--port', '-1'], portSentence('-1')],
  [['--port=-1'], portSentence('-1')],
  [['--port', '0x10'], portSentence('0x10')],
  [['--port'], "Option '--port <value>' argument missing."],
  [['--stories'], "Option '--stories <value>' argument missing."],
  [['--stories', ''], '--stories takes a folder or a Markdown file: --stories ~/stories'],
  [['--stories', 'a', '--stories', 'b'], 'Give --stories once: Offbook reads one folder at a time.'],
  [['--stroies', 'a'], "Unknown option '--stroies'."],
  [['my-stories'], "Unexpected argument 'my-stories'."],
])('%j is refused in a sentence', (args, sentence) => {
  expect(parseServeOptions(args, cwd)).toBe(sentence);
});
