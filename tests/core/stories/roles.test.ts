import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readRoles, readStories } from '../../../src/core/stories/reader.ts';

/** The roles of a text, a line for each stretch. */
function rolesIn(text: string): string[] {
  return readRoles(text, 'a.md').map(({ line, endLine, role, section }) =>
    [`${line}-${endLine}`, role, section].filter((each) => each !== null).join(' '),
  );
}

describe('the roles of lines', () => {
  test('are those of the parts that the lines went into', () => {
    const text = `---
tags: van
---
# Interview stories

Read these aloud.

## The late van

**Company:** Larkhaul

Tell me about a delay.
- Who waited?

> - S: late
> - R: 40 told

**Situation:** The van was late.

**Result:** 40 shops knew.

**Tip:** Go slowly.

**Short version**

Forty calls.

### What would you change?

I would ring the driver.

**Also works for:** Ownership

<!-- check the date -->

## Conflict

S:
A:
R:

## Questions

- Why us?
- Where do you live?
`;
    expect(rolesIn(text)).toEqual([
      '2-2 frontMatter',
      '4-4 title',
      '6-6 preface',
      '8-8 storyTitle',
      '10-10 fact',
      '12-12 question',
      '13-13 followUp',
      '15-16 outline',
      '18-18 section situation',
      '20-20 section result',
      '22-22 note',
      '24-26 variant',
      '28-28 followUp',
      '30-30 followUpAnswer',
      '32-32 alternate',
      '34-34 comment',
      '36-36 storyTitle',
      '38-40 planned',
      '42-42 title',
      '44-45 questions',
    ]);
  });

  test('come with the story that the lines are in', () => {
    const text = '## One\n\n**S:** a\n\n## Two\n\n**S:** b\n';
    const ids = readStories(text, 'a.md').stories.map(({ id }) => id);
    expect(readRoles(text, 'a.md').map(({ story }) => story)).toEqual([ids[0], ids[0], ids[1], ids[1]]);
  });

  test('of a file that can’t be read are none', () => {
    expect(readRoles(`${'>'.repeat(3000)} x`, 'a.md')).toEqual([]);
    expect(readRoles('', 'a.md')).toEqual([]);
  });

  const folder = new URL('fixtures/', import.meta.url);
  const names = readdirSync(folder).filter((name) => name.endsWith('.md'));

  test.each(names)('cover every line of %s once, in order', (name) => {
    const text = readFileSync(new URL(name, folder), 'utf8');
    const roles = readRoles(text, name);
    const ids = new Set(readStories(text, name).stories.map(({ id }) => id));
    const given: string[] = [];
    for (const { line, endLine, role, story } of roles) {
      expect(story === null || ids.has(story)).toBe(true);
      for (let at = line; at <= endLine; at += 1) {
        expect(given[at]).toBeUndefined();
        given[at] = role;
      }
    }
    const lines = text.split('\n');
    const without = lines.flatMap((written, index) =>
      /[\p{L}\p{N}]/u.test(written.replace(/<[^>]*>|```.*/g, '')) && given[index + 1] === undefined ? [written] : [],
    );
    expect(without).toEqual([]);
  });
});
