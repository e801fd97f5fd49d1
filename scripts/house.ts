/* Checks the rules of the tree (`house-rules.ts`) on the sources and on all text that people read. Exits with 1 on a finding. */
import { glob, readFile } from 'node:fs/promises';
import path from 'node:path';
import { projectRoot } from '../src/cli/project-root.ts';
import { houseFindings } from './house-rules.ts';

const patterns = [
  'src/**/*.{ts,tsx}',
  'tests/**/*.test.ts',
  'scripts/**/*.ts',
  'bench/**/*.ts',
  '*.md',
  'docs/**/*.md',
];
/** The list of words itself, and samples of what the rules refuse. */
const excluded = ['scripts/house-rules.ts', 'tests/scripts/house-rules.test.ts'];

const files = new Map<string, string>();
for await (const found of glob(patterns, { cwd: projectRoot })) {
  const file = found.replaceAll(path.sep, '/');
  if (excluded.includes(file)) continue;
  const text = await readFile(path.join(projectRoot, file), 'utf8');
  // Its last section lists the words to avoid.
  files.set(file, file === 'CONTRIBUTING.md' ? text.slice(0, text.indexOf('\n## Words')) : text);
}
const findings = houseFindings(files);
for (const finding of findings) console.log(finding);
process.exitCode = findings.length === 0 ? 0 : 1;
