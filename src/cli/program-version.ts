import { readFile } from 'node:fs/promises';
import path from 'node:path';
import * as v from 'valibot';
import { projectRoot } from './project-root.ts';

const manifest = v.object({ version: v.string() });

/** Offbook's own version, as package.json has it. Rejects where that can't be read: then nothing else is whole either. */
export async function programVersion(): Promise<string> {
  const text = await readFile(path.join(projectRoot, 'package.json'), 'utf8');
  return v.parse(manifest, JSON.parse(text)).version;
}
