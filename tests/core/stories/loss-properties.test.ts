import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readStories } from '../../../src/core/stories/reader.ts';
import { languages } from '../../../src/core/stories/words/languages.ts';
import { cases } from '../../sizes.ts';

const runs = cases(1000);

/** The samples and the fixtures: files as people write them. */
const files = ['../../../stories/', 'fixtures/'].flatMap((folder) => {
  const url = new URL(folder, import.meta.url);
  return readdirSync(url)
    .filter((name) => name.endsWith('.md'))
    .map((name) => readFileSync(new URL(name, url), 'utf8'));
});

/** Words that the reader knows. Those of a structure, such as “Answer” or “Question 1”, are in no part of a story. */
const known = new Set(
  JSON.stringify(languages)
    .toLowerCase()
    .match(/\p{L}+/gu),
);

/** A code of letters, a different one for each number. */
function codeOf(number: number): string {
  return number < 26 ? String.fromCodePoint(97 + number) : codeOf(Math.floor(number / 26) - 1) + codeOf(number % 26);
}

/** Marks each word that the reader doesn’t know, so that none occurs twice. Addresses and tags aren’t words. */
function marked(text: string): { text: string; words: string[] } {
  const words: string[] = [];
  const pattern =
    /\[![\p{L}-]+\]|\[\[[^\]|\n]*\||\s\^[\w-]+(?=[ \t]*$)|<[^>\n]*>|https?:\S+|\]\([^)\n]*\)|^[ \t>*+-]*(?:```|~~~).*$|^---\n[^]*?\n---$|&#?\w+;|\p{L}{3,}/gmu;
  const written = text.replace(pattern, (found) => {
    if (!/^\p{L}+$/u.test(found) || known.has(found.toLowerCase())) return found;
    const word = `${found}zq${codeOf(words.length)}q`;
    words.push(word.normalize('NFKC').toLowerCase());
    return word;
  });
  return { text: written, words };
}

type Change = (lines: string[], at: number, choice: number) => string[];

function changeLine(change: (line: string, choice: number) => string): Change {
  return (lines, at, choice) => lines.map((line, index) => (index === at ? change(line, choice) : line));
}

function pick<Value>(values: readonly [Value, ...Value[]], choice: number): Value {
  return values[choice % values.length] ?? values[0];
}

const indents = [' ', '  ', '    ', '\t'] as const;
const markers = ['- ', '* ', '1. ', '2) ', '> ', '> - ', '- [ ] ', '• ', '', '### ', '# ', '###### '] as const;
const labels = [
  'S:',
  '**T:**',
  '### Action',
  '**Result**',
  'Q:',
  '**A**:',
  'Tip:',
  '**Also works for:**',
  'R',
] as const;

/** What happens to files in editors and exports. */
const changes: readonly Change[] = [
  changeLine((line, choice) => pick(indents, choice) + line),
  changeLine((line, choice) => pick(markers, choice) + line.replace(/^\s*(?:[-*+>#]+|\d+[.)])\s+/, '')),
  changeLine((line) => `**${line.replaceAll('*', '')}**`),
  changeLine((line) => line.replaceAll('*', '')),
  changeLine((line) => line.replace(/:/, '')),
  changeLine((line) => `${line}  `),
  changeLine((line) => `${line} (remark)`),
  changeLine((line) => `| ${line.replaceAll('|', '')} | more |\n|---|---|`),
  changeLine((line) => `<details><summary>${line}</summary>`),
  changeLine((line) => `<b>${line}</b><br>`),
  changeLine((line) => `“${line}”?`),
  (lines, at) => lines.toSpliced(at, 1),
  (lines, at) => lines.toSpliced(at, 0, ''),
  (lines, at) => lines.toSpliced(at, 0, '---'),
  (lines, at, choice) => lines.toSpliced(at, 0, pick(labels, choice)),
  (lines, at, choice) => {
    const moved = lines.slice(at, at + 1 + (choice % 6));
    const others = lines.toSpliced(at, moved.length);
    return others.toSpliced((choice * 7) % (others.length + 1), 0, ...moved);
  },
];

/** A part of one of the files, changed at a few places, maybe followed by a part of another. */
const changed = fc
  .tuple(
    fc.array(fc.tuple(fc.nat(), fc.nat(), fc.integer({ min: 1, max: 40 })), { minLength: 1, maxLength: 2 }),
    fc.array(fc.tuple(fc.nat({ max: changes.length - 1 }), fc.nat(), fc.nat({ max: 1000 })), { maxLength: 8 }),
    fc.boolean(),
  )
  .map(([parts, edits, windows]) => {
    let lines = parts.flatMap(([file, start, length]) => {
      const all = (files[file % files.length] ?? '').split('\n');
      const first = start % Math.max(1, all.length);
      return all.slice(first, first + length);
    });
    for (const [kind, at, choice] of edits) {
      lines = changes[kind]?.(lines, at % Math.max(1, lines.length), choice) ?? lines;
    }
    const { text, words } = marked(lines.join('\n'));
    return { text: windows ? text.replaceAll('\n', '\r\n') : text, words };
  });

describe('whatever happens to a story file', () => {
  test('nothing written in it is lost', () => {
    fc.assert(
      fc.property(changed, ({ text, words }) => {
        const { stories, asides, unplaced, problems } = readStories(text, 'any.md');
        expect(problems.filter(({ severity, code }) => severity === 'error' && code !== 'bad-front-matter')).toEqual(
          [],
        );
        const parts = JSON.stringify([stories.map((story) => ({ ...story, id: '' })), asides, unplaced]);
        const shown = parts.normalize('NFKC').toLowerCase();
        expect(words.filter((word) => !shown.includes(word))).toEqual([]);
      }),
      runs,
    );
  }, 600_000);
});
