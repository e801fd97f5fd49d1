import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';

test('docs/hardening.md names all tests of the hardening, row by row, and no others', async () => {
  const table = await readFile(new URL('../../docs/hardening.md', import.meta.url), 'utf8');
  const files = [
    'hardening.test.ts',
    'hardening-content.test.ts',
    '../packaging/fuses.test.ts',
    '../cli/other-user.test.ts',
    '../web/commands.test.ts',
  ];
  const texts = await Promise.all(files.map((file) => readFile(new URL(file, import.meta.url), 'utf8')));
  const tests = texts.join('\n');
  const named = [...table.matchAll(/`(\w+: [^`]+)`/g)].map(([, name]) => name);
  const written = [...tests.matchAll(/^(?: *test\(|\]\)\(|  )'(\w+: [^']+)',/gm)].map(([, name]) => name);
  expect(written.length).toBeGreaterThan(15);
  expect(new Set(named)).toEqual(new Set(written));
});
