import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fuseNames, fuseProblems, readFuses } from '../../scripts/packed/check-fuses.ts';
import { projectRoot } from '../../src/cli/project-root.ts';
import { runCaptured } from '../../src/cli/run-captured.ts';
import { makeFolder, type Folder } from '../electron/driver/program-copy.ts';
import { temporary } from '../electron/programs.ts';
import { packedHere, packInto, type Packed } from './pack-for-tests.ts';
import { makeStandInRuntime } from './stand-in-runtime.ts';

let folder: Folder;
let packed: Packed;
beforeAll(async () => {
  folder = await makeFolder('packed');
  packed = await packInto(folder.path, packedHere[0]);
}, 120_000);
afterAll(() => folder.remove());

/** What `npm run packed` prints about a folder. */
const look = (unpacked: string) => runCaptured(process.execPath, ['scripts/packed.ts', unpacked], { cwd: projectRoot });

test('fuses: every way into the program from outside is off, and only its own archive is loaded', async () => {
  expect(await readFuses(packed.executable)).toEqual({
    runAsNode: 'off',
    enableNodeOptionsEnvironmentVariable: 'off',
    enableNodeCliInspectArguments: 'off',
    grantFileProtocolExtraPrivileges: 'off',
    enableEmbeddedAsarIntegrityValidation: 'on',
    onlyLoadAppFromAsar: 'on',
  });
});

test('fuses: a program that was packed without them is detected, fuse by fuse', async () => {
  const runtime = await temporary('runtime');
  await makeStandInRuntime(runtime, 'linux');
  const problems = await fuseProblems(path.join(runtime, 'electron'));
  expect(problems).toHaveLength(fuseNames.length);
  expect(problems[0]).toContain('The fuse runAsNode of');
});

test('a file without fuses isn’t accepted as an Electron program', async () => {
  const file = path.join(await temporary('none'), 'offbook');
  await writeFile(file, 'nothing');
  await expect(fuseProblems(file)).rejects.toThrow(/sentinel/i);
});

test('“npm run packed” prints the fuses, and that a program can’t be started', async () => {
  const { code, output } = await look(path.dirname(packed.executable));
  expect(code).toBe(1);
  expect(output).toContain('runAsNode: off');
  expect(output).toContain('onlyLoadAppFromAsar: on');
  expect(output).toContain('--do no-such-command ended with');
  expect(output).not.toContain('is packed correctly');
});

test('“npm run packed” says what to do if nothing is packed', async () => {
  const { code, output } = await look(await temporary('nothing'));
  expect(code).toBe(1);
  expect(output).toContain('“npm run pack” creates it.');
});
