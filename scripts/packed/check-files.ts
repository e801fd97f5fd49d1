import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { listPackage } from '@electron/asar';
import { projectRoot } from '../../src/cli/project-root.ts';
import { programFiles } from '../../src/main/program-files.ts';

/** The names in the archive of a packed program, with `/` between their parts. */
export function archiveNames(resources: string): string[] {
  const listed = listPackage(path.join(resources, 'app.asar'), { isPack: false });
  return listed.map((name) => name.replaceAll('\\', '/').replace(/^\//, ''));
}

/** What may be in the archive: the build, and the file that names its entry point. */
const packed = /^(?:package\.json|out(?:\/(?:main|preload|renderer)(?:\/.*)?)?)$/;

/** A sentence for each file that the packed program is missing, and each that it shouldn't have. */
export async function fileProblems(resources: string): Promise<string[]> {
  const archive = path.join(resources, 'app.asar');
  const inside = archiveNames(resources);
  const start = path.join(archive, 'out', 'main', 'index.js');
  const files = programFiles(pathToFileURL(start).href);
  const needed = [
    path.join(archive, 'package.json'),
    start,
    fileURLToPath(files.parseWorker),
    files.preload,
    path.join(files.renderer, 'index.html'),
  ].map((file) => path.relative(archive, file).replaceAll('\\', '/'));
  const samples = await readdir(path.join(projectRoot, 'stories'));
  return [
    ...needed.filter((name) => !inside.includes(name)).map((name) => `${name} is missing in ${archive}.`),
    ...inside.filter((name) => !packed.test(name)).map((name) => `${name} shouldn’t be in ${archive}.`),
    ...(await missingIn(files.samples, samples)),
    ...(await missingIn(path.dirname(files.icon), [path.basename(files.icon)])),
    ...(await missingIn(path.join(resources, 'licenses'), ['LICENSE.txt', 'third-party-notices.txt'])),
  ];
}

/** A sentence for each missing licence of Electron and Chromium. */
export function electronLicenseProblems(folder: string): Promise<string[]> {
  return missingIn(folder, ['LICENSE.electron.txt', 'LICENSES.chromium.html']);
}

async function missingIn(folder: string, names: readonly string[]): Promise<string[]> {
  const found = new Set(await readdir(folder).catch(() => []));
  return names.filter((name) => !found.has(name)).map((name) => `${path.join(folder, name)} is missing.`);
}
