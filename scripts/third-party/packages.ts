import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import * as v from 'valibot';

/** A third-party package in the build, in whole or in part. */
export interface ThirdParty {
  name: string;
  version: string;
  /** From its package.json, such as `MIT`. */
  license: string;
  /** The text of its licence files. */
  text: string;
}

/** The folder of the package that a file belongs to; null if it doesn't belong to one. */
export function packageFolder(file: string): string | null {
  const [, folder] = /^(.*[/\\]node_modules[/\\](?:@[^/\\]+[/\\])?[^/\\]+)[/\\]/.exec(file) ?? [];
  return folder ?? null;
}

const manifest = v.object({
  name: v.string(),
  version: v.string(),
  license: v.optional(v.string()),
  /** As packages named it in former times. */
  licenses: v.optional(v.array(v.object({ type: v.string() }))),
});

/** Licences that packages don’t include, or not for all they contain, by the package’s name. Builds run in the project. */
const ownTexts = path.resolve('packaging/licences');

/**
 * Reads a package's name and licence, and what `texts` has for it besides. Rejects if the licence isn't named or included:
 * then it can't be distributed.
 */
export async function readThirdParty(folder: string, texts = ownTexts): Promise<ThirdParty> {
  const file = path.join(folder, 'package.json');
  const parsed = v.safeParse(manifest, JSON.parse(await readFile(file, 'utf8')));
  const license = parsed.success
    ? (parsed.output.license ?? (parsed.output.licenses ?? []).map(({ type }) => type).join(', '))
    : '';
  if (!parsed.success || license === '') {
    throw new Error(`${file} names no licence. Remove that package, or ask its authors.`);
  }
  const { name, version } = parsed.output;
  const names = (await readdir(folder)).filter((name) => /^(?:licen[cs]e|copying|notice)\b/i.test(name)).sort();
  const files = names.map((file) => path.join(folder, file));
  const ownText = path.join(texts, `${name.replace('/', '__')}.txt`);
  if (existsSync(ownText)) files.push(ownText);
  if (files.length === 0) throw new Error(`${folder} has no licence file. Remove that package, or ask its authors.`);
  const read = await Promise.all(files.map((each) => readFile(each, 'utf8')));
  return { name, version, license, text: read.map((text) => text.trim()).join('\n\n') };
}

const rule = '-'.repeat(80);

/** The notices to ship with Offbook, so that everybody who gets it also gets the licences of its parts. */
export function noticesText(packages: readonly ThirdParty[]): string {
  const sorted = packages.toSorted((one, other) => (one.name < other.name ? -1 : 1));
  const intro = `Offbook contains the packages below. The licences of Electron and Chromium are in the files beside this one.`;
  const parts = sorted.map(({ name, version, license, text }) => `${rule}\n${name} ${version} (${license})\n\n${text}`);
  return `${[intro, ...parts].join('\n\n')}\n`;
}
