/** One line of text as a person sees it: no markup and single spaces. `marks` says where emphasis and code are. */
export interface TextLine {
  /** The line of the file on which it begins, from 1. */
  line: number;
  text: string;
  marks: readonly Mark[];
  /** What separates it from the line before: just a line end in the source, a `<br>`, or a new paragraph. */
  after: 'soft' | 'hard' | 'block';
}

/** A styled stretch of the text; `end` is exclusive. */
export interface Mark {
  style: 'bold' | 'italic' | 'code';
  start: number;
  end: number;
}

/** Text that is in the file but never shown: a comment, a script, a link's address. */
export interface HiddenText {
  line: number;
  text: string;
}

export const noMarks: readonly Mark[] = [];

/** Whether `style` covers everything from `start` up to `end`. */
export function covers(marks: readonly Mark[], style: Mark['style'], start: number, end: number): boolean {
  return marks.some((mark) => mark.style === style && mark.start <= start && mark.end >= end);
}

/** Whether there is code anywhere between `start` and `end`. */
export function touchesCode(marks: readonly Mark[], start: number, end: number): boolean {
  return marks.some((mark) => mark.style === 'code' && mark.start < end && mark.end > start);
}

/** The text from `start` up to `end` as a line of its own. */
export function sliceLine(line: TextLine, start: number, end = line.text.length): TextLine {
  let from = start;
  let to = end;
  while (from < to && line.text[from] === ' ') from += 1;
  while (to > from && line.text[to - 1] === ' ') to -= 1;
  if (from === 0 && to === line.text.length) return line;
  const marks = line.marks
    .filter((mark) => mark.start < to && mark.end > from)
    .map((mark) => ({ ...mark, start: Math.max(0, mark.start - from), end: Math.min(to, mark.end) - from }));
  return { line: line.line, text: line.text.slice(from, to), marks, after: line.after };
}

/** Joins lines into running text. Hard breaks stay breaks. */
export function joinLines(lines: readonly TextLine[]): string {
  let text = lines[0]?.text ?? '';
  for (const line of lines.slice(1)) text += (line.after === 'soft' ? ' ' : '\n') + line.text;
  return text;
}
