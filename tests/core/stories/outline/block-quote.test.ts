import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { OutlineSection } from '../../../../src/core/stories/model.ts';
import { asBlockQuote } from '../../../../src/core/stories/outline/block-quote.ts';
import { outlineOf } from '../../../../src/core/stories/outline/told.ts';
import { readStories } from '../../../../src/core/stories/reader.ts';
import { cases } from '../../../sizes.ts';
import { markdown } from '../markdown-arbitrary.ts';

describe('an outline as a block quote', () => {
  test('has labels and bullets', () => {
    const text =
      '## Move\n\n**S:** We had 40 shelves.\n\n**What I did:** I moved the tall shelves.\n- first the tall ones\n  - by hand\n';
    expect(asBlockQuote(told(text))).toBe(
      [
        '> **S:**',
        '> - 40 shelves',
        '>',
        '> **What I did:**',
        '> - Moved tall shelves',
        '> - first the tall ones',
        '>   - by hand',
      ].join('\n'),
    );
  });

  test('is empty without rows', () => {
    expect(asBlockQuote([{ kind: 'action', label: 'A', items: [] }])).toBe('');
  });

  test('is read back as the same outline, whatever the rows hold', { timeout: 60_000 }, () => {
    const word = fc.constantFrom(
      ...[
        'work',
        'C*',
        '*star*',
        '_under_',
        '`code`',
        '[link](x)',
        '<b>',
        '#1',
        '|',
        '~~gone~~',
        'a&amp;b',
        '\\',
        '1.',
        '2)',
        '-',
        '+',
      ],
      ...[
        '40',
        '→',
        'R&D',
        'a_b_c',
        'x*y*z',
        '**',
        '"quoted"',
        'https://a.example/b_c',
        '!',
        'straße',
        '漢字',
        'don’t',
      ],
    );
    const row = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => ['moved', ...words].join(' '));
    const start = fc.tuple(word, row).map((words) => words.join(' '));
    const section = fc.record({
      kind: fc.constantFrom(
        'situation' as const,
        'task' as const,
        'action' as const,
        'result' as const,
        'reflection' as const,
      ),
      label: fc.constantFrom('S', 'Situation', 'What I did', 'Ergebnis', 'My own words', ''),
      items: fc.array(fc.oneof(row, start), { minLength: 1, maxLength: 4 }),
    });
    fc.assert(
      fc.property(fc.array(section, { minLength: 1, maxLength: 5 }), (sections) => {
        const outline = sections.map(({ kind, label, items }) => ({
          kind,
          label,
          items: items.map((text, index) => ({
            id: '',
            text: text.replaceAll(/\s+/gu, ' '),
            depth: Math.min(index, 1),
            line: 1,
          })),
        }));
        expect(shape(told(`## Story\n\n${asBlockQuote(outline)}\n\n**S:** It was.\n`))).toEqual(shape(outline));
      }),
    );
  });

  test('of any story is read back as the same outline', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(markdown, (text) => {
        for (const story of readStories(text, 'a.md').stories) {
          const outline = outlineOf(story, null);
          const quote = asBlockQuote(outline);
          if (!story.outline.derived || quote === '') continue;
          expect(shape(told(`## Story\n\n${quote}\n\n**S:** It was.\n`))).toEqual(shape(outline));
        }
      }),
      cases(100),
    );
  });
});

/** The outline of the first story in the text. */
function told(text: string): OutlineSection[] {
  const [story] = readStories(text, 'a.md').stories;
  if (story === undefined) throw new Error('no story was read');
  return outlineOf(story, null);
}

/** What must survive: kinds, and rows with their depth. Neighbours of a kind may become one section. */
function shape(outline: readonly OutlineSection[]): string[] {
  return outline.flatMap(({ kind, items }) => items.map(({ text, depth }) => `${kind} ${depth} ${text}`));
}
