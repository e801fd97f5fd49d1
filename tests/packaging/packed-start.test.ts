import { cp, mkdir, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { createPackage, extractAll, uncache } from '@electron/asar';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fileProblems } from '../../scripts/packed/check-files.ts';
import { projectRoot } from '../../src/cli/project-root.ts';
import { makeFolder, type Folder } from '../electron/driver/program-copy.ts';
import { callsOf, eventually, setUpPrograms, stateOf, temporary, untilShown } from '../electron/programs.ts';
import { packedHere, packInto, type Packed } from './pack-for-tests.ts';

const { start } = setUpPrograms();
let folder: Folder;
let packed: Packed;
beforeAll(async () => {
  folder = await makeFolder('packed');
  packed = await packInto(folder.path, packedHere[0]);
}, 120_000);
afterAll(() => folder.remove());

test('the first start of the packed program shows the samples, and writes only into its own folder', async () => {
  const resources = await installed();
  // Electron shows the archive to the program as a folder; without Electron it is unpacked.
  const archive = path.join(resources, 'app.asar');
  await rename(archive, `${archive}.packed`);
  extractAll(`${archive}.packed`, archive);
  const stories = path.join(resources, 'stories');
  const running = await start({ appDir: archive, readable: [stories], packaged: true });
  await untilShown(running);
  await eventually(async () => (await stateOf(running)).library.stories.length).toBeGreaterThan(0);
  const [options] = callsOf(running, 'new', 'window 1').flatMap(({ args }) => args);
  expect(options).toMatchObject({ icon: path.join(resources, 'icon.png') });
  expect((await stateOf(running)).library).toMatchObject({ samples: true, folders: [stories] });
  expect(await readdir(running.home)).toEqual(['Offbook']);
  expect(await readdir(stories)).toEqual(await readdir(path.join(projectRoot, 'stories')));
});

const spoilt: readonly [said: string, spoil: (tree: string) => Promise<unknown>][] = [
  ['out/main/parse-worker.js is missing in', (tree) => rm(path.join(tree, 'out/main/parse-worker.js'))],
  ['out/preload/index.cjs is missing in', (tree) => rm(path.join(tree, 'out/preload'), { recursive: true })],
  ['out/renderer/index.html is missing in', (tree) => rm(path.join(tree, 'out/renderer/index.html'))],
  ['src shouldn’t be in', (tree) => mkdir(path.join(tree, 'src'))],
  ['node_modules shouldn’t be in', (tree) => mkdir(path.join(tree, 'node_modules'))],
];

test.each(spoilt)('detects that %s the archive', async (said, spoil) => {
  const resources = await installed();
  const archive = path.join(resources, 'app.asar');
  extractAll(archive, `${archive}.tree`);
  await spoil(`${archive}.tree`);
  await createPackage(`${archive}.tree`, archive);
  uncache(archive);
  const problems = await fileProblems(resources);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toContain(said);
});

test.each(['stories/basics.md', 'icon.png', 'licenses/third-party-notices.txt'])(
  'detects that %s is missing',
  async (name) => {
    const resources = await installed();
    await rm(path.join(resources, name));
    expect(await fileProblems(resources)).toEqual([`${path.join(resources, name)} is missing.`]);
  },
);

/** A copy of the program's folder, for one test. */
async function installed(): Promise<string> {
  const resources = path.join(await temporary('installed'), 'resources');
  await cp(packed.resources, resources, { recursive: true });
  return resources;
}
