import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import * as v from 'valibot';

/** A package of somebody else that the built program contains, in whole or in part. */
export interface ThirdParty {
  name: string;
  version: string;
  /** As its package.json names it, such as `MIT`. */
  license: string;
  /** The words of its licence files. */
  text: string;
}

/** The folder of the package that a file belongs to; null for the project's own files and those no package has. */
export function packageFolder(file: string): string | null {
  const [, folder] = /^(.*[/\\]node_modules[/\\](?:@[^/\\]+[/\\])?[^/\\]+)[/\\]/.exec(file) ?? [];
  return folder ?? null;
}

const manifest = v.object({ name: v.string(), version: v.string(), license: v.string() });

/** Reads a package's name and licence. Rejects where it names none or brings none: it can't be passed on then. */
export async function readThirdParty(folder: string): Promise<ThirdParty> {
  const file = path.join(folder, 'package.json');
  const parsed = v.safeParse(manifest, JSON.parse(await readFile(file, 'utf8')));
  if (!parsed.success) throw new Error(`${file} names no licence. Leave that package out, or ask its authors.`);
  const names = (await readdir(folder)).filter((name) => /^(?:licen[cs]e|copying|notice)\b/i.test(name)).sort();
  if (names.length === 0) throw new Error(`${folder} has no licence file. Leave that package out, or ask its authors.`);
  const texts = await Promise.all(names.map((name) => readFile(path.join(folder, name), 'utf8')));
  return { ...parsed.output, text: texts.map((text) => text.trim()).join('\n\n') };
}

const rule = '-'.repeat(80);

/** What is shipped beside the program, so that everybody who gets it also gets the licences of its parts. */
export function noticesText(packages: readonly ThirdParty[]): string {
  const sorted = packages.toSorted((one, other) => (one.name < other.name ? -1 : 1));
  const intro = `Offbook contains the packages below. Electron and Chromium tell their own licences in files beside this one.`;
  const parts = sorted.map(({ name, version, license, text }) => `${rule}\n${name} ${version} (${license})\n\n${text}`);
  return `${[intro, ...parts].join('\n\n')}\n`;
}
