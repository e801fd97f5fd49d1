import { append } from '../values.ts';
import type { OutlineItem, OutlineSection, SectionKind, Story } from './model.ts';

/** Longer slugs are cut, and a checksum replaces the rest. Questions used as titles fit. */
const longestSlug = 200;

/** `Größe & Umfang` → `grosse-umfang`: letters and digits of any script, without accents, in lower case. */
export function slug(text: string): string {
  const full = slugWhole(text);
  if (full.length <= longestSlug) return full;
  const cut = full.slice(0, longestSlug).replace(/-[^-]*$/, '');
  return `${cut}-${checksum(full)}`;
}

function slugWhole(text: string): string {
  // Normalising is slow, and most text doesn't need it.
  const plain = /^[\n -~]*$/.test(text)
    ? text.toLowerCase().replace(/[^a-z0-9]+/g, '-')
    : text
        .normalize('NFKD')
        .replace(/\p{M}/gu, '')
        .replaceAll('ß', 'ss')
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, '-');
  return plain.slice(plain.startsWith('-') ? 1 : 0, plain.endsWith('-') ? -1 : plain.length);
}

/** A story's id before twins get numbers: file stem, group and title. */
export function storySlug({ file, group, title }: Pick<Story, 'file' | 'group' | 'title'>): string {
  const parts = [stemOf(file), group ?? '', title].map(slug).filter((part) => part !== '');
  return parts.join('-') || 'story';
}

/** `notes/my-stories.md` → `my-stories` */
export function stemOf(file: string): string {
  const name = file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
  return name.replace(/\.(?:md|markdown)$/i, '');
}

/**
 * Makes slugs unique, in order: a twin gets `-2`, the next `-3`. A story alone with its slug always keeps it, so that a
 * twin's number never takes the id of another.
 */
export function uniqueIds(slugs: readonly string[]): string[] {
  const taken = new Set(slugs);
  if (taken.size === slugs.length) return [...slugs];
  const seen = new Set<string>();
  const next = new Map<string, number>();
  return slugs.map((base) => {
    if (!seen.has(base)) {
      seen.add(base);
      return base;
    }
    let number = next.get(base) ?? 2;
    while (taken.has(`${base}-${number}`)) number += 1;
    next.set(base, number + 1);
    taken.add(`${base}-${number}`);
    return `${base}-${number}`;
  });
}

/** A story among those of several files, before it has a unique id. */
export interface PlacedSlug {
  slug: string;
  file: string;
  /** The folder where the file was found, if there are several. */
  root?: string;
  /** Its earlier id, which it keeps. No two stories have the same one. */
  known?: string | undefined;
}

/**
 * Ids for the stories of several files, in order. Of stories with the same slug, those that already had an id
 * keep it. Of the others, the original comes first and a copy gets a number: the folder chosen earlier goes first, then
 * the file less deep in it, then the shorter path, since a copy's name is longer (`stories copy`,
 * `stories (1)`, `Copy of stories`).
 */
export function idsAcrossFiles(stories: readonly PlacedSlug[]): string[] {
  const bases = new Set(stories.map(({ slug: base }) => base));
  const taken = new Set(stories.flatMap(({ known }) => known ?? []));
  const next = new Map<string, number>();
  const roots = new Map<string | undefined, number>();
  for (const { root } of stories) if (!roots.has(root)) roots.set(root, roots.size);
  const ids = stories.map(({ known }) => known ?? '');

  function freeId(base: string): string {
    if (!taken.has(base)) return base;
    let number = next.get(base) ?? 2;
    while (taken.has(`${base}-${number}`) || bases.has(`${base}-${number}`)) number += 1;
    next.set(base, number + 1);
    return `${base}-${number}`;
  }

  const fresh = stories
    .map(({ slug: base, file, root, known }, at) => ({ base, file, root: roots.get(root) ?? 0, known, at }))
    .filter(({ known }) => known === undefined)
    .sort((one, other) => one.root - other.root || byPlainness(one.file, other.file) || one.at - other.at);
  for (const { base, at } of fresh) {
    const id = freeId(base);
    taken.add(id);
    ids[at] = id;
  }
  return ids;
}

function byPlainness(one: string, other: string): number {
  if (one === other) return 0;
  return depthOf(one) - depthOf(other) || one.length - other.length || (one < other ? -1 : 1);
}

function depthOf(file: string): number {
  return file.split(/[/\\]/).length;
}

/** What the ids of the items of each variant’s outline begin with. */
export function variantPrefixes(variants: readonly { title: string }[]): string[] {
  return uniqueIds(variants.map(({ title }) => slug(title))).map((id) => `${id}-`);
}

/** A section of an outline, before its items have ids. */
export interface OutlineDraft {
  kind: SectionKind;
  label: string;
  items: ItemDraft[];
}

export type ItemDraft = Omit<OutlineItem, 'id'>;

/**
 * Gives the items of a story's outlines their ids, made from the section and the item's own text, so that they
 * stay the same when lines above change. `prefix` keeps the outlines of one story apart.
 */
export function withItemIds(drafts: readonly OutlineDraft[], prefix: string): OutlineSection[] {
  const slugs: string[] = [];
  for (const { kind, items } of drafts)
    append(
      slugs,
      items.map(({ text }) => `${prefix}${kind}-${slug(text)}`),
    );
  const ids = uniqueIds(slugs);
  let at = 0;
  return drafts.map(({ kind, label, items }) => ({
    kind,
    label,
    items: items.map(({ text, depth, line }): OutlineItem => ({ id: ids[at++] ?? '', text, depth, line })),
  }));
}

/** The FNV-1a hash of the text, in letters and digits. */
function checksum(text: string): string {
  let hash = 0x81_1c_9d_c5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01_00_01_93);
  }
  return (hash >>> 0).toString(36);
}
