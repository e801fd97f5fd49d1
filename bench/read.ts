import { lexer } from 'marked';
import { readStories } from '../src/core/stories/reader.ts';
import { median } from '../src/core/values.ts';
import { type Benchmark, timed } from './figure.ts';
import { madeUpText } from './made-up-stories.ts';

const runs = 15;

/** The reader and marked's own lexer on the same megabyte: what reading stories costs on top of Markdown. */
export const read: Benchmark = {
  name: 'read',
  run: async () => {
    const text = madeUpText(1, 1_000_000);
    const lexerMs = median(timed(runs, () => lexer(text)));
    const readerMs = median(timed(runs, () => readStories(text, 'made-up.md')));
    const how = `${(text.length / 1e6).toFixed(2)} MB, median of ${runs}`;
    return [
      { name: 'read.reader', value: readerMs, unit: 'ms', how },
      { name: 'read.lexer', value: lexerMs, unit: 'ms', how },
      { name: 'read.ratio', value: readerMs / lexerMs, unit: '×', limit: 1.3, how: 'reader / lexer' },
    ];
  },
};
