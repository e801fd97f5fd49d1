import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { run } from '../../src/cli/outline.ts';
import { capturedIo } from './captured-io.ts';

vi.setConfig({ testTimeout: 30_000 });

const text = `## Shelves

**Situation:** We had 40 shelves in Leith.

**Action:** I moved the tall ones first.

## Labels

> **A:**
> - Printed two sets

**A:** I printed two sets of labels.

## Boxes

**Action:** I counted 12 boxes.
`;

const shelves = '> **Situation:**\n> - 40 shelves in Leith\n>\n> **Action:**\n> - Moved tall ones first\n';

async function outline(content: string, ...args: string[]) {
  const folder = await mkdtemp(path.join(tmpdir(), 'offbook-outline-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFile(path.join(folder, 'my stories.md'), content);
  const { io, out, err } = capturedIo(folder);
  return { code: await run(args, io), out: out(), err: err() };
}

describe('offbook outline', () => {
  test('prints a story’s outline as a block quote', async () => {
    const printed = await outline(text, 'my stories.md', '--story', 'my-stories-shelves');
    expect(printed).toEqual({ code: 0, out: shelves, err: '' });
  });

  test('prints those of all stories without one, below their titles', async () => {
    const { code, out, err } = await outline(text, 'my stories.md');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toBe(`## Shelves\n\n${shelves}\n## Boxes\n\n> **Action:**\n> - Counted 12 boxes\n`);
  });

  test('says that a story has its own already', async () => {
    const { code, out, err } = await outline(text, 'my stories.md', '--story', 'my-stories-labels');
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(/^“Labels” \(.*my stories\.md:7\) has an outline of its own already\.\n$/u);
  });

  test('says that no story needs one', async () => {
    const { code, out, err } = await outline('## A\n\n> **A:**\n> - Row\n\n**A:** I did.\n', 'my stories.md');
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain('has an outline of its own already');
  });

  test('lists the ids for one that isn’t there', async () => {
    const { code, out, err } = await outline(text, 'my stories.md', '--story', 'nope');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('There isn’t a story “nope”.');
    expect(err).toContain('  my-stories-boxes  (Boxes)\n');
  });

  test('refuses a file that isn’t there, and options that it doesn’t know', async () => {
    expect(await outline(text, 'gone.md')).toMatchObject({ code: 1, out: '' });
    expect((await outline('', 'my stories.md')).err).toContain('There are no stories in ');
    const { code, err } = await outline(text, '--all');
    expect(code).toBe(2);
    expect(err).toContain('Usage: offbook outline FILE [--story ID]');
    expect((await outline(text)).err).toContain('Name one story file');
  });
});
