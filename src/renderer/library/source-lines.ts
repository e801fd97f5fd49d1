import type { StorySource } from '../../core/contract/contract.ts';
import type { LineRole, Problem, Role } from '../../core/stories/model.ts';
import { sectionLook } from '../ui/format/section.ts';

/** What a role is called, and its mark in the margin. */
interface RoleLook {
  name: string;
  mark: string;
  /** Belongs to no story, as its author meant it. */
  isAside: boolean;
}

const looks: Readonly<Record<Role, RoleLook>> = {
  title: { name: 'File title', mark: '≡', isAside: true },
  group: { name: 'Group', mark: '#', isAside: false },
  storyTitle: { name: 'Story', mark: '§', isAside: false },
  question: { name: 'Question', mark: '?', isAside: false },
  followUp: { name: 'Follow-up', mark: '↳', isAside: false },
  followUpAnswer: { name: 'Prepared answer', mark: '»', isAside: false },
  section: { name: 'Text', mark: '¶', isAside: false },
  outline: { name: 'Outline', mark: '•', isAside: false },
  variant: { name: 'Variant', mark: '≈', isAside: false },
  alternate: { name: 'Also works for', mark: '+', isAside: false },
  fact: { name: 'Fact', mark: '=', isAside: false },
  note: { name: 'Note', mark: '*', isAside: false },
  planned: { name: 'Not written yet', mark: '○', isAside: false },
  explanation: { name: 'Explanation', mark: '·', isAside: true },
  questions: { name: 'Question bank', mark: '·', isAside: true },
  preface: { name: 'Preface', mark: '·', isAside: true },
  signOff: { name: 'Sign-off', mark: '·', isAside: true },
  comment: { name: 'Comment', mark: '·', isAside: true },
  frontMatter: { name: 'Front matter', mark: '–', isAside: true },
  unplaced: { name: 'Not placed', mark: '!', isAside: false },
};

/** The mark and the name of a stretch of lines; those of a section are its letter and name. */
export function lookOf({ role, section }: Pick<LineRole, 'role' | 'section'>): RoleLook {
  const look = looks[role];
  if (section === null || section === 'other' || (role !== 'section' && role !== 'outline')) return look;
  const { name, letter } = sectionLook(section, '');
  return { ...look, mark: letter, name: role === 'outline' ? `Outline, ${name}` : name };
}

/** A row of the source: a line, or a part of a very long one. */
export interface SourceRow {
  line: number;
  text: string;
  /** Where the line goes on from the row before. */
  isRest: boolean;
  role: LineRole | null;
  /** The first row of its stretch, which names the role. */
  opens: boolean;
  /** The problems of the line, below its last row. */
  problems: readonly Problem[];
}

/** A piece of the source that is drawn at once, by its offsets in the text. */
export interface SourceChunk {
  start: number;
  end: number;
  /** The line of its first row, and how many lines begin or go on in it. */
  line: number;
  lines: number;
  /** It starts within its first line. */
  isRest: boolean;
}

/**
 * Some screens of text. A page can’t lay out a megabyte at once, nor a line of a megabyte; a piece of this size takes it
 * a few milliseconds.
 */
const chunkLines = 60;
const chunkCharacters = 6000;

/** The text in pieces that, joined, are the text. Lines are cut only where one alone is too long, best at a space. */
export function chunksOf(text: string): SourceChunk[] {
  const chunks: SourceChunk[] = [];
  let line = 1;
  let isRest = false;
  for (let start = 0; start < text.length || chunks.length === 0;) {
    let end = start;
    let lines = 0;
    while (lines < chunkLines && end < text.length) {
      const feed = text.indexOf('\n', end);
      const next = feed === -1 ? text.length : feed + 1;
      if (next - start > chunkCharacters && lines > 0) break;
      end = next;
      lines += 1;
    }
    const isCut = end - start > chunkCharacters;
    if (isCut) end = cutAt(text, start);
    chunks.push({ start, end, line, lines: Math.max(1, lines), isRest });
    start = end;
    line += isCut ? 0 : lines;
    isRest = isCut;
  }
  return chunks;
}

/** Where to cut a line that is too long: after its last space, else between two characters. */
function cutAt(text: string, start: number): number {
  const most = start + chunkCharacters;
  const space = text.lastIndexOf(' ', most);
  if (space > start) return space + 1;
  const isPair = /[\uD800-\uDBFF]/u.test(text.charAt(most - 1));
  return isPair ? most - 1 : most;
}

/** The rows of a piece. */
export function sourceRows({ text, roles, problems }: StorySource, chunk: SourceChunk): SourceRow[] {
  const { start, end, line: first, isRest } = chunk;
  const piece = text.slice(start, end);
  const goesOn = !piece.endsWith('\n') && end < text.length;
  const lines = (piece.endsWith('\n') ? piece.slice(0, -1) : piece).split('\n');
  const byLine = Map.groupBy(problems, (problem) => problem.line);
  return lines.map((each, index) => {
    const line = first + index;
    const role = roleAt(roles, line);
    const isCut = goesOn && index === lines.length - 1;
    return {
      line,
      text: each,
      isRest: isRest && index === 0,
      role,
      opens: role?.line === line && !(isRest && index === 0),
      problems: isCut ? [] : (byLine.get(line) ?? []),
    };
  });
}

/** The stretch that a line is in; `roles` are in the order of their lines. */
function roleAt(roles: readonly LineRole[], line: number): LineRole | null {
  let low = 0;
  let high = roles.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const role = roles[middle];
    if (role === undefined) return null;
    if (line < role.line) high = middle - 1;
    else if (line > role.endLine) low = middle + 1;
    else return role;
  }
  return null;
}

/** The index of the first piece that has some of a line. */
export function chunkAt(chunks: readonly SourceChunk[], line: number): number {
  return Math.max(
    0,
    chunks.findLastIndex((chunk) => chunk.line < line || (chunk.line === line && !chunk.isRest)),
  );
}

/** What the legend explains: each mark in use, in the order of the file. */
export function legendOf(roles: readonly LineRole[]): LineRole[] {
  return [...new Map(roles.map((role) => [lookOf(role).name, role])).values()];
}

/** How far Page Up and Page Down go, in lines. */
const pageLines = 20;

/** The line that a key leads to from another; null where it isn’t one of a list’s keys. */
export function lineAfterKey(key: string, at: number, lines: number): number | null {
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + pageLines,
    PageUp: at - pageLines,
    Home: 1,
    End: lines,
  };
  const to = steps[key];
  return to === undefined ? null : Math.max(1, Math.min(lines, to));
}
