import type { Placed } from './lines/entries.ts';
import type { AsideLines } from './set-aside.ts';
import { withoutTags } from '../markdown/flow.ts';
import { bareQuestion } from './lines/headings.ts';
import type { HiddenText } from '../markdown/text-line.ts';
import type { Aside, AsideKind, LineRole, Role, Unplaced } from '../model.ts';

/** What is known about a line. */
type Given = Omit<LineRole, 'line' | 'endLine'>;

/** A line of markup only: a rule, a fence, the line below a table's header row. */
const onlyMarkup = /^[\s>#*_=|:+`~-]*$/;

/**
 * Keeps the role of each line. A line has one only if its text went into a story or an aside, so the lines without one
 * really are missing from them.
 */
export class LineRoles {
  readonly #lines: readonly string[];
  readonly #given: (Given | undefined)[] = [];

  /** `lines` of the file, the first being line 1. */
  constructor(lines: readonly string[]) {
    this.#lines = lines;
  }

  /** Gives lines a role. Where two parts share a line, the one given first has it. */
  give({ line, endLine, role, section }: Placed, story: string | null): void {
    const given = { role, section, story };
    for (let at = line; at <= endLine; at += 1) this.#given[at] ??= given;
  }

  has(line: number): boolean {
    return this.#given[line] !== undefined;
  }

  /**
   * Sorts the lines without a role into asides and those that nobody could place. `apart` are those that belong to no
   * story; `hidden` is text that is never shown, such as a comment, on a line that may have a role.
   */
  leftOver(
    apart: readonly AsideLines[],
    hidden: readonly HiddenText[],
    file: string,
  ): { asides: Aside[]; unplaced: Unplaced[] } {
    const kinds: (AsideKind | undefined)[] = [];
    for (const { line, endLine, kind } of apart) for (let at = line; at <= endLine; at += 1) kinds[at] ??= kind;
    const comments: string[] = [];
    for (const { line, text } of hidden)
      comments[line] = comments[line] === undefined ? text : `${comments[line]} ${text}`;
    const asides: Aside[] = [];
    for (const { line, endLine, kind, text = '' } of apart) {
      if (text !== '' && this.has(line)) asides.push({ file, line, endLine, kind, text });
    }
    const unplaced: Unplaced[] = [];
    for (let line = 1; line <= this.#lines.length; line += 1) {
      const comment = comments[line];
      if (comment !== undefined) addAside(asides, { file, line, endLine: line, kind: 'comment', text: comment });
      if (this.#given[line] !== undefined) continue;
      const written = this.#lines[line - 1] ?? '';
      const text = withoutTags(written).trim();
      if (onlyMarkup.test(text)) continue;
      const hiddenWhole = comment !== undefined && withoutCommentMarks(text) === comment;
      const kind = hiddenWhole ? 'comment' : kinds[line];
      this.#given[line] = { role: kind === undefined ? 'unplaced' : roleOf(kind), section: null, story: null };
      if (kind === undefined) unplaced.push({ file, line, text });
      else if (!hiddenWhole)
        addAside(asides, {
          file,
          line,
          endLine: line,
          kind,
          text: kind === 'questions' ? bareQuestion(plainOf(text)) : plainOf(text),
        });
    }
    return { asides, unplaced };
  }

  /** The stretches of lines with the same role, in order. Blank lines around a stretch aren't part of it. */
  stretches(): LineRole[] {
    const roles: LineRole[] = [];
    for (let line = 1; line <= this.#lines.length; line += 1) {
      const here = this.#given[line];
      if (here === undefined || this.#lines[line - 1]?.trim() === '') continue;
      const last = roles.at(-1);
      const goesOn = last?.role === here.role && last.section === here.section && last.story === here.story;
      if (last !== undefined && goesOn) last.endLine = line;
      else roles.push({ line, endLine: line, ...here });
    }
    return roles;
  }
}

/** The role of the lines of an aside. */
export function roleOf(kind: AsideKind): Role {
  return kind === 'heading' ? 'title' : kind;
}

/** Adds an aside; one that goes on after the one before joins it. A heading is always one of its own. */
function addAside(asides: Aside[], aside: Aside): void {
  const last = asides.at(-1);
  if (
    last !== undefined &&
    last.kind === aside.kind &&
    aside.kind !== 'heading' &&
    aside.line - last.endLine <= (aside.kind === 'comment' ? 1 : 2)
  ) {
    last.text = last.endLine === aside.line ? `${last.text} ${aside.text}` : `${last.text}\n${aside.text}`;
    last.endLine = aside.endLine;
  } else {
    asides.push(aside);
  }
}

function withoutCommentMarks(text: string): string {
  return text.replace(/<!--+|--+>/g, '').trim();
}

/** A line of Markdown without its marks. */
function plainOf(text: string): string {
  return text
    .replace(/^[\s>#*+-]*(?:\d{1,3}[.)]\s+)?(?:\[[ xX]\]\s+)?/, '')
    .replace(/\*\*|__|`/g, '')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^\||\|$/g, '')
    .trim();
}
