import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { removeOwnFile } from '../../../src/services/base/write-file.ts';
import { tempFolder } from '../temp-folder.ts';

test('a file is removed only by the program that wrote it', async () => {
  const file = path.join(await tempFolder(), 'running.json');
  await writeFile(file, '{"token":"mine"}');
  await removeOwnFile(file, 'yours');
  expect(await readFile(file, 'utf8')).toContain('mine');
  await removeOwnFile(file, 'mine');
  await expect(readFile(file)).rejects.toThrow('ENOENT');
  await removeOwnFile(file, 'mine');
});
