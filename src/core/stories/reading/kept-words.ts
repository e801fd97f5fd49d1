import { append } from '../../values.ts';
import type { StoryDraft } from './drafts.ts';
import type { AsideEntry, Entry } from './lines/entries.ts';
import type { LineRoles } from './line-roles.ts';
import type { Story } from '../model.ts';
import { foldWord, wordsInAllLanguages } from '../words/languages.ts';

/** The asides found while reading: in the whole file, in its stories, and names that no story shows. */
export function asidesIn(
  entries: readonly Entry[],
  drafts: readonly StoryDraft[],
  stories: readonly Story[],
  roles: LineRoles,
): AsideEntry[] {
  const found = [
    ...entries.filter((entry) => entry.type === 'aside'),
    ...drafts.flatMap((draft) => draft.asides),
    ...remarksIn(entries),
  ];
  const titles = entries.filter((entry) => entry.type === 'heading' && entry.heading.role.type === 'file');
  const isTitle = new Set(titles.map(({ line }) => line));
  // Where nothing is known of a line, it is reported as a whole.
  return [...found, ...lostNames(entries, stories).filter(({ line }) => isTitle.has(line) || roles.has(line))];
}

/** What is in brackets after labels. */
function remarksIn(entries: readonly Entry[]): AsideEntry[] {
  const found: AsideEntry[] = [];
  for (const entry of entries) {
    if (entry.type === 'quote') append(found, remarksIn(entry.entries));
    const isLabel = entry.type === 'label' || entry.type === 'mark' || entry.type === 'meta';
    const text = isLabel ? (entry.remark ?? '') : entry.type === 'heading' ? (entry.heading.remark ?? '') : '';
    const { line, endLine } = entry;
    if (text !== '') found.push({ type: 'aside', kind: 'comment', line, endLine, text });
  }
  return found;
}

/** In characters: longer stories aren’t searched, as one with many headings would be each time. */
const longestSearch = 50_000;

/** Headings and groups whose name shows up in no story, so that nothing written is lost. */
function lostNames(entries: readonly Entry[], stories: readonly Story[]): AsideEntry[] {
  const shown = new Set(
    stories.flatMap((story) => [
      ...[story.title, story.group, story.question],
      ...story.followUps.map(({ question }) => question),
      ...[...story.facts, ...story.notes, ...story.answer].map(({ label }) => label),
      ...story.variants.map(({ title }) => title),
      ...story.alternates.flatMap(({ group, question }) => [group, question]),
    ]),
  );
  let told: Set<string> | null = null;
  let next = 0;
  let around = { at: -1, text: '' };
  const lost: AsideEntry[] = [];
  for (const entry of entries) {
    const names = namesOf(entry);
    if (names.length === 0 || names.some((name) => name === '' || shown.has(name))) continue;
    told ??= linesOf(stories);
    if (names.some((name) => told?.has(name) === true)) continue;
    const { line, endLine } = entry;
    while ((stories[next]?.endLine ?? line) < line) next += 1;
    const text = names.at(-1) ?? '';
    if (around.at !== next) around = { at: next, text: JSON.stringify(stories[next] ?? '') };
    const { text: story } = around;
    const said =
      story.length < longestSearch && names.some((name) => story.includes(JSON.stringify(name).slice(1, -1)));
    if (!said) lost.push({ type: 'aside', kind: 'heading', line, endLine, text });
  }
  return lost;
}

function linesOf(stories: readonly Story[]): Set<string> {
  return new Set(stories.flatMap(({ answer }) => answer.flatMap(({ text }) => text.split('\n'))));
}

/** The names that an entry gives to what is below it. A structural heading such as “Question 1” gives none. */
function namesOf(entry: Entry): string[] {
  if (entry.type === 'also') return entry.also.extra === '' ? [] : [entry.also.extra];
  if (entry.type === 'heading' || entry.type === 'title') {
    const { role, title, written } = entry.heading;
    if (role.type === 'also') return role.also.extra === '' ? [] : [role.also.extra];
    return [title, written];
  }
  return entry.type === 'meta' && entry.key === 'group' ? [entry.value] : [];
}

/** The words of headings such as “Answer” and “Question 1”, which are in no part of a story. */
const structure = new Set(
  wordsInAllLanguages((language) => Object.values(language.structure).flat()).flatMap((written) =>
    foldWord(written).split(' '),
  ),
);

/** Lines that may hold what isn’t shown: a cell beyond a table’s columns, text between the rows of an HTML table. */
const oddLine = /[<|]/;
/** The address of a link or a picture, and signs written as `&amp;`. */
const address = /\]\([^)]*\)|https?:\S+|&#?\w+;/g;
const tag = /<\/?[a-z][^<>]*>/gi;
const emphasis = /[*_`]+/g;
/** “Q3”, “A2” */
const numberedLabel = /^[QA]\d{1,3}$/i;
const word = /\p{L}[\p{L}\p{N}]+/gu;

/**
 * Lines of tables and HTML, and of labels after other text, of which words are missing in everything that was read, so
 * that nothing written is lost. Tags, and what is hidden on purpose, aren’t words.
 */
export function withLostWords(
  lines: readonly string[],
  entries: readonly Entry[],
  shown: () => string,
): { line: number; text: string }[] {
  const shared = sharedLines(entries);
  let all: string | null = null;
  let known: Set<string> | null = null;
  const lost: { line: number; text: string }[] = [];
  let line = 0;
  for (const written of lines) {
    line += 1;
    const isShared = shared.has(line);
    if (!oddLine.test(written) && !isShared) continue;
    all ??= shown();
    known ??= new Set(all.match(word));
    const words = written.replace(tag, ' ').replace(address, ' ').match(word) ?? [];
    // A tag may be inside a word: `<b>S</b>ituation`.
    const missing = words.filter(
      (each) =>
        !known?.has(each) && !all?.includes(each) && !structure.has(foldWord(each)) && !numberedLabel.test(each),
    );
    if (missing.length === 0) continue;
    lost.push({ line, text: isShared ? written.replace(emphasis, '').trim() : missing.join(' ') });
  }
  return lost;
}

/** The lines on which text is followed by a label, so that one part of them may be in a story and the other not. */
function sharedLines(entries: readonly Entry[]): Set<number> {
  const shared = entries.filter(({ type, line }, index) => {
    const before = entries[index - 1];
    return type !== 'text' && (before?.type === 'text' || before?.type === 'list') && before.endLine === line;
  });
  return new Set(shared.map(({ line }) => line));
}
