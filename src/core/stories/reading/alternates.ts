import { append } from '../../values.ts';
import {
  entryBlocks,
  itemTexts,
  newSection,
  type SectionDraft,
  sectionsOf,
  toAnswer,
  toFollowUps,
  unprepared,
} from './answer.ts';
import type { AlsoHeading } from './lines/also.ts';
import type { Entry, Item, ListEntry, TextEntry } from './lines/entries.ts';
import { joinLines } from '../markdown/text-line.ts';
import type { Alternate } from '../model.ts';
import { readsAsQuestion, splitGlued } from '../questions.ts';
import type { Branch, Content } from './tree.ts';

interface AlternateDraft extends Omit<Alternate, 'notes' | 'followUps'> {
  followUps: string[];
  notes: SectionDraft[];
}

/** Reads what is below "Also works for": a list of questions, paragraphs, or headings with their content. */
export function readAlternates(content: readonly Content[], also: AlsoHeading, line: number): Alternate[] {
  const found = new AlternateReader(also.asks);
  found.addNames(also.rest, line);
  for (const each of content) found.add(each);
  return found.finish();
}

/** Reads a heading after "Also works for", at its level or deeper. */
export function readAlternateBranch(branch: Branch): Alternate[] {
  const found = new AlternateReader(false);
  found.add(branch);
  return found.finish();
}

class AlternateReader {
  readonly #done: AlternateDraft[] = [];
  /** Whether the entries of the list are questions, however they read. */
  readonly #asks: boolean;
  #open: AlternateDraft | null = null;
  /** Whether the next content belongs to a label in the notes of the open alternate. */
  #inLabel = false;
  /** The heading above, which names the group of the questions below it. */
  #group: string | null = null;

  constructor(asks: boolean) {
    this.#asks = asks;
  }

  add(content: Content): void {
    switch (content.type) {
      case 'branch':
        this.#addBranch(content);
        return;
      case 'title':
        this.#begin(content.heading.title || content.heading.written, content.line);
        return;
      case 'text':
        this.#addText(content);
        return;
      case 'list':
        this.#addList(content);
        return;
      case 'quote':
        this.#inLabel = false;
        append(this.#current(content.line).notes, sectionsOf(content.entries));
        return;
      case 'label':
        this.#inLabel = true;
        this.#current(content.line).notes.push(newSection(content.kind, content.label, content.line));
        return;
      default:
        for (const block of entryBlocks(content)) this.#addNote(block, content.line);
    }
  }

  /** Adds names on one line: `Ownership, Dive Deep`. */
  addNames(text: string, line: number): void {
    for (const part of splitNames(text)) this.#addEntry(part, line);
    this.#open = null;
  }

  finish(): Alternate[] {
    return this.#done.map((draft) => ({
      ...draft,
      followUps: toFollowUps(unprepared(draft.followUps, draft.line)),
      notes: toAnswer(draft.notes),
    }));
  }

  #addBranch({ heading, content }: Branch): void {
    const outer = this.#group;
    const onlyGroup = content.length > 0 && content.every((each) => each.type === 'branch');
    // It names others, but no group of those below it.
    if (heading?.role.type === 'also') this.addNames(heading.role.also.rest, heading.line);
    else if (heading !== null && onlyGroup) this.#group = heading.title || heading.written;
    else if (heading !== null) this.#beginBranch(heading.title, heading.line);
    for (const each of content) this.add(each);
    this.#group = outer;
    this.#open = null;
  }

  /** Begins a heading's part. A structural heading ("Question 2") names no group. */
  #beginBranch(title: string, line: number): void {
    if (title === '') this.#push({ group: this.#group, question: null, followUps: [], line, notes: [] });
    else this.#begin(title, line);
  }

  #begin(title: string, line: number): void {
    const question = readsAsQuestion(title) ? title : null;
    const group = question === null ? title : this.#group;
    this.#push({ group, question, followUps: [], line, notes: [] });
  }

  #addText(text: TextEntry): void {
    const words = joinLines(text.lines);
    const open = this.#open;
    const asks = !text.verbatim && readsAsQuestion(words);
    if (open !== null && (this.#inLabel || (open.notes.length > 0 && !asks))) {
      this.#addNote(text, text.line);
    } else if (open !== null && open.question === null) {
      this.#ask(open, words);
    } else if (open === null || asks) {
      const group = open?.group ?? this.#group;
      this.#ask(this.#push({ group, question: null, followUps: [], line: text.line, notes: [] }), words);
    } else {
      this.#addNote(text, text.line);
    }
  }

  #ask(draft: AlternateDraft, words: string): void {
    const [question, ...glued] = splitGlued(words.replaceAll('\n', ' '));
    const entry = draft.group === null ? parseEntry(question ?? '', true) : { group: draft.group, question };
    draft.group = entry.group;
    draft.question = entry.question ?? null;
    append(draft.followUps, glued);
  }

  /**
   * Adds follow-ups below a question. Without one, each entry is a question, and entries nested in it are its
   * follow-ups.
   */
  #addList(list: ListEntry): void {
    if (this.#open !== null) {
      if (this.#inLabel) this.#addNote(list, list.line);
      else append(this.#open.followUps, itemTexts(list));
      return;
    }
    let top: AlternateDraft | null = null;
    for (const item of list.items) {
      if (item.depth > 0 && top !== null) top.followUps.push(item.text);
      else top = this.#addItem(item);
    }
    this.#open = null;
  }

  #addItem(item: Item): AlternateDraft {
    return this.#addEntry(item.text, item.line);
  }

  #addEntry(text: string, line: number): AlternateDraft {
    const [first = '', ...followUps] = splitGlued(withoutQuotes(text));
    const { group, question } = parseEntry(first, this.#asks);
    return this.#push({ group: group ?? this.#group, question, followUps, line, notes: [] });
  }

  #addNote(block: Entry, line: number): void {
    const draft = this.#current(line);
    if (draft.notes.length === 0) draft.notes.push(newSection('other', '', line));
    append(draft.notes.at(-1)?.blocks ?? [], entryBlocks(block));
  }

  #current(line: number): AlternateDraft {
    return this.#open ?? this.#push({ group: this.#group, question: null, followUps: [], line, notes: [] });
  }

  #push(draft: AlternateDraft): AlternateDraft {
    this.#done.push(draft);
    this.#open = draft;
    this.#inLabel = false;
    return draft;
  }
}

const quotedPart = /["“„«]([^"“”„«»]+)["”“»]/gu;

/** Splits the names or questions of one line: in quotes, or parted by slashes, semicolons, commas or “or”. */
function splitNames(text: string): string[] {
  const quoted = [...text.matchAll(quotedPart)].map(([, part = '']) => part.trim());
  const outside = text.replace(quotedPart, ' ').replace(orWord, ' ');
  if (quoted.length > 0 && /^[\s,;/|·&.…-]*$/u.test(outside)) return quoted;
  const strong = text.split(/\s*[;|·]\s*|\s+\/\s+|(?<=[?？])\s+(?=\p{Lu}|[¿"“„])/u);
  const parts = strong.flatMap((part) => (readsAsQuestion(part) ? [part] : part.split(commaOrWord)));
  return parts.map((part) => withoutQuotes(part)).filter((part) => part !== '');
}

const orWords = ['or', 'and', 'oder', 'und', 'ou', 'et', 'o', 'y', 'e'];
const orWord = new RegExp(`(?<=["”“»,;/]|^)\\s*(?:${orWords.join('|')})\\s+(?=["“„«])`, 'giu');
const commaOrWord = /\s*,\s*(?:(?:or|and|oder|und|ou|et)\s+)?|\s+(?:or|oder|ou)\s+/u;

/** Without the quotes around it, or a full stop after a name. */
function withoutQuotes(text: string): string {
  const trimmed = text.trim();
  const found = /^["“„«'‘](.+)["”“»'’][.,]?$/su.exec(trimmed);
  const inner = found?.[1] ?? trimmed;
  return /["“”„«»]/u.test(inner) ? trimmed : inner.trim();
}

/** `Ownership: Tell me about ...?` is a group and a question; `Ownership` a group, unless questions are listed. */
function parseEntry(text: string, asks: boolean): { group: string | null; question: string | null } {
  const found = /^([^:：–—]{2,60}?)\s?(?:[:：]\s|\s[–—-]\s|[–—]\s)\s?(\S.*)$/su.exec(text);
  const [, group = '', question = ''] = found ?? [];
  if (readsAsQuestion(question) && !readsAsQuestion(group)) return { group: group.trim(), question };
  return asks || readsAsQuestion(text) ? { group: null, question: text } : { group: text, question: null };
}
