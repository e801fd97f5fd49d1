import { cp, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ensureBuilt, withLock } from '../../../src/cli/build.ts';
import { projectRoot } from '../../../src/cli/project-root.ts';

/** What a packed program consists of. */
const parts = [
  'package.json',
  'out/main',
  'out/preload',
  'out/renderer',
  'packaging/icons/linux/256x256.png',
  'stories',
];

/** A folder of its own, gone when `remove` is called. */
export interface Folder {
  path: string;
  remove: () => Promise<void>;
}

export async function makeFolder(name: string): Promise<Folder> {
  const folder = await realpath(await mkdtemp(path.join(tmpdir(), `offbook-${name}-`)));
  return { path: folder, remove: () => rm(folder, { recursive: true, force: true, maxRetries: 3 }) };
}

/**
 * The built program away from its sources, as it is when it is installed, so that it finds only what it
 * brings along. Builds it first where that is due.
 */
export async function copyProgram(): Promise<Folder> {
  await ensureBuilt(projectRoot, { write: () => undefined });
  const folder = await makeFolder('program');
  // Nobody builds meanwhile.
  await withLock(path.join(projectRoot, 'out', '.building'), async () => {
    for (const part of parts) await cp(path.join(projectRoot, part), path.join(folder.path, part), { recursive: true });
  });
  return folder;
}
