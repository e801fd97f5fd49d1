import { append } from '../../../values.ts';
import { parseTarget } from '../../duration.ts';
import { listed, type MetaKey } from '../../words/language.ts';
import { foldWord } from '../../words/languages.ts';
import { meaningOf } from '../../words/lookup.ts';
import type { Lines } from '../../markdown/block.ts';
import type { FrontMatterEntry } from '../../markdown/front-matter.ts';

/** What lines such as `**Tags:** a, b` say about a story. */
export interface MetaDraft {
  title: string | null;
  group: string | null;
  tags: string[];
  targetMs: number | null;
}

export function noMeta(): MetaDraft {
  return { title: null, group: null, tags: [], targetMs: null };
}

/** Adds such a line. */
export function addMeta(meta: MetaDraft, key: MetaKey, value: string): void {
  switch (key) {
    case 'title':
    case 'group':
      meta[key] = value === '' ? meta[key] : value;
      return;
    case 'tags':
      append(meta.tags, splitTags(value));
      return;
    case 'target':
      meta.targetMs = parseTarget(value) ?? meta.targetMs;
  }
}

/** Splits `a, b`, `#a #b` or `a; b` into tags, without their `#` and without duplicates. */
function splitTags(text: string): string[] {
  const parts = /(?:^|\s)#\p{L}/u.test(text) ? text.split(/[\s,;]+/) : text.split(/\s*[,;|·]\s*/u);
  return [...new Set(parts.map((part) => part.replace(/^#/, '').trim()).filter((part) => part !== ''))];
}

/** What a file's front matter says about its stories. */
export interface FileMeta {
  title: string | null;
  group: string | null;
  question: string | null;
  tags: string[];
  targetMs: number | null;
  /** The lines of the title and the question, which are used only if the file has a single story. */
  lines: { title: Lines | null; question: Lines | null };
  /** The lines of entries that apply to every story of the file. */
  shared: Lines[];
  /** Entries that can't be used, and why. */
  refused: { entry: FrontMatterEntry; why: 'unknown' | 'foreign' | 'value' }[];
}

/** Keys that note-taking apps and site generators use. */
const foreign = new Set(
  listed(`
    date, draft, aliases, alias, cssclass, cssclasses, created, modified, updated, publish, published, id, uid, uuid,
    layout, permalink, slug, type, lang, language, status, source, url, icon, cover, banner, parent, up, related, links,
    share, kind, version, weight, description, summary, toc, theme, marp, notion-id, class, image, lastmod, created_at,
    updated_at, last_modified, kanban-plugin, notetype, categories, series
  `).map(foldWord),
);

/** Reads the entries of front matter. Keys may be in any of the languages, in any case. */
export function readFileMeta(entries: readonly FrontMatterEntry[]): FileMeta {
  const meta: FileMeta = {
    title: null,
    group: null,
    question: null,
    tags: [],
    targetMs: null,
    lines: { title: null, question: null },
    shared: [],
    refused: [],
  };
  for (const entry of entries) {
    const key = keyOf(entry.key);
    if (key === null) meta.refused.push({ entry, why: foreign.has(foldWord(entry.key)) ? 'foreign' : 'unknown' });
    else if (!take(meta, key, entry)) meta.refused.push({ entry, why: 'value' });
  }
  return meta;
}

type Key = 'title' | 'group' | 'question' | 'tags' | 'target';

function keyOf(written: string): Key | null {
  const meaning = meaningOf(foldWord(written).replaceAll('_', ' '), false);
  if (meaning?.type === 'meta') return meaning.key;
  return meaning?.type === 'structure' && meaning.word === 'question' ? 'question' : null;
}

/** Applies an entry; false if its value can't be used. */
function take(meta: FileMeta, key: Key, entry: FrontMatterEntry): boolean {
  const { value, line, endLine } = entry;
  const lines = { line, endLine };
  if (value === null) return false;
  const text = (typeof value === 'string' ? value : value.join(', ')).replace(/\s+/g, ' ').trim();
  if (key === 'target') {
    meta.targetMs = parseTarget(text);
    if (meta.targetMs === null) return false;
    meta.shared.push(lines);
  } else if (key === 'tags') {
    meta.tags = typeof value === 'string' ? splitTags(value) : value.flatMap((tag) => splitTags(tag));
    meta.shared.push(lines);
  } else if (text === '') {
    return false;
  } else {
    meta[key] = text;
    if (key === 'group') meta.shared.push(lines);
    else meta.lines[key] = lines;
  }
  return true;
}
