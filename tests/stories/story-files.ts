import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Writes a story as a careful editor saves it: to a new file, renamed over the old one. */
export async function saveStory(file: string, text: string | Uint8Array): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  const fresh = `${file}.new`;
  await writeFile(fresh, text);
  await rename(fresh, file);
}
