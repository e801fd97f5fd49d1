import { expect, test } from 'vitest';
import { withFigures } from '../../bench/table.ts';

const document =
  '# Speed\n\n<!-- figures -->\n\n| figure | value |\n| `old.one` | 3   ms |  |\n\n<!-- end of figures -->\n\nMore.\n';

test('new figures get rows, with their aims; the others keep theirs, and the text around stays', () => {
  const written = withFigures(document, [
    { name: 'read.ratio', value: 1.456, unit: '×', limit: 1.3, how: 'reader | lexer' },
    { name: 'bundle.script', value: 118_432, unit: 'bytes', limit: 120_000, how: 'scripts' },
  ]);
  expect(written.split('\n')).toEqual([
    ...['# Speed', '', '<!-- figures -->', ''],
    '| figure          | value    | aim             | how             |',
    '| --------------- | -------- | --------------- | --------------- |',
    '| `old.one`       | 3   ms   |                 |                 |',
    '| `read.ratio`    | 1.46 ×   | ≤ 1.3 ×, missed | reader \\| lexer |',
    '| `bundle.script` | 118.4 kB | ≤ 120.0 kB      | scripts         |',
    ...['', '<!-- end of figures -->', '', 'More.', ''],
  ]);
});

test('measured again, a figure has its new value in its old row', () => {
  const figure = { name: 'old.one', value: 2, unit: 'ms', how: 'once' } as const;
  expect(withFigures(document, [figure])).toContain('| `old.one` | 2 ms  |     | once |\n\n');
  expect(withFigures(withFigures(document, [figure]), [figure])).toBe(withFigures(document, [figure]));
});

test('a document without a place for them is an error', () => {
  expect(() => withFigures('# Speed\n', [])).toThrow('has no “<!-- figures -->”');
});
