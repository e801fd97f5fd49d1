import { append } from './append.ts';
import { parseTarget } from '../duration.ts';
import type { MetaKey } from '../words/language.ts';

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

/** Takes over a line of that kind. */
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

/** `a, b`, `#a #b`, `a; b`: tags without their signs, each once. */
export function splitTags(text: string): string[] {
  const parts = /(?:^|\s)#\p{L}/u.test(text) ? text.split(/[\s,;]+/) : text.split(/\s*[,;|·]\s*/u);
  return [...new Set(parts.map((part) => part.replace(/^#/, '').trim()).filter((part) => part !== ''))];
}
