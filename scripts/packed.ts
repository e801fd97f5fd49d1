/*
 * Checks what `npm run pack` packed on this system: its files, the fuses in the executable, and whether it starts.
 * `npm run packed [FOLDER]`; exits with 1 if anything is wrong.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../src/cli/project-root.ts';
import { electronLicenseProblems, fileProblems } from './packed/check-files.ts';
import { fuseProblems, readFuses } from './packed/check-fuses.ts';
import { startProblems } from './packed/check-start.ts';
import { packedFolders, packedProgram } from './packed/packed-program.ts';

const [, , given] = process.argv;
const folder = given ?? path.join(projectRoot, 'dist', packedFolders[process.platform] ?? '');
const { executable, program, resources, electronLicenses } = packedProgram(folder, process.platform);
if (existsSync(executable)) await checkAll();
else fail([`${executable} doesn’t exist. “npm run pack” creates it.`]);

async function checkAll(): Promise<void> {
  for (const [name, state] of Object.entries(await readFuses(executable))) console.log(`${name}: ${state}`);
  const problems = [
    ...(await fileProblems(resources)),
    ...(await electronLicenseProblems(electronLicenses)),
    ...(await fuseProblems(executable)),
    ...(await startProblems(program)),
  ];
  if (problems.length > 0) fail(problems);
  else console.log(`${executable} is packed correctly.`);
}

function fail(problems: readonly string[]): void {
  for (const problem of problems) console.error(problem);
  process.exitCode = 1;
}
