/** A line, of which the marks of quotes and lists have been read up to some point. */
export class LineCursor {
  readonly line: string;
  /** From here the line is still to be read. */
  at = 0;
  /** The first character from there that isn't a space. */
  next = 0;

  constructor(written: string) {
    this.line = withSpaces(written);
    this.moveTo(0);
  }

  moveTo(at: number): void {
    this.at = at;
    this.next = at;
    while (this.line.charCodeAt(this.next) === space) this.next += 1;
  }

  /** How many spaces come next. */
  get indent(): number {
    return this.next - this.at;
  }

  get isBlank(): boolean {
    return this.next >= this.line.length;
  }

  get isQuote(): boolean {
    return this.line.charCodeAt(this.next) === greaterThan && this.indent <= 3;
  }

  skipQuoteMark(): void {
    this.moveTo(this.line.charCodeAt(this.next + 1) === space ? this.next + 2 : this.next + 1);
  }
}

const space = 32;
const greaterThan = 62;

/** A line with the tabs among its marks as spaces, up to the next multiple of four columns. Words keep theirs. */
function withSpaces(line: string): string {
  if (!line.includes('\t')) return line;
  const [marks = ''] = /^[\s\d>*+.)-]*/.exec(line) ?? [];
  let spaced = '';
  for (const mark of marks) spaced += mark === '\t' ? ' '.repeat(4 - (spaced.length % 4)) : mark;
  return spaced + line.slice(marks.length);
}
