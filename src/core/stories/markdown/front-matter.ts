import { isMap, isScalar, LineCounter, parseDocument } from 'yaml';

/** One entry of the file's front matter, as it was written. */
export interface FrontMatterEntry {
  key: string;
  /** A text, or a list of texts; null for an empty value, or one of another form. */
  value: string | string[] | null;
  /** First and last line in the file. */
  line: number;
  endLine: number;
}

export interface FrontMatter {
  entries: FrontMatterEntry[];
  /** Why it can't be read, with the line; null when it can. */
  error: { line: number; reason: string } | null;
  /** Lines of the file that it takes up, its `---` included; 0 without one. */
  lineCount: number;
}

const none: FrontMatter = { entries: [], error: null, lineCount: 0 };

/** The YAML reader takes seconds over long nonsense, and nobody's tags fill this many characters. */
const longest = 16_384;

/**
 * Reads the YAML between `---` lines at the very start of a file. Broken YAML is told with its line; a line
 * across the page followed by ordinary Markdown is no front matter.
 */
export function readFrontMatter(lines: readonly string[]): FrontMatter {
  if (!/^---\s*$/.test(lines[0] ?? '')) return none;
  const end = lines.findIndex((line, index) => index > 0 && /^(?:---|\.\.\.)\s*$/.test(line));
  if (end === -1 || looksLikeMarkdown(lines[1] ?? '')) return none;
  const yaml = lines.slice(1, end).join('\n');
  const tooLong = { entries: [], error: { line: 1, reason: `it is longer than ${longest / 1024} KB` } };
  return { ...(yaml.length > longest ? tooLong : parseEntries(yaml)), lineCount: end + 1 };
}

/** YAML's own comments begin with `#` too, so a lone heading counts as Markdown. */
function looksLikeMarkdown(line: string): boolean {
  return /^\s*$|^\s{0,3}(?:#{1,6}\s|>|\*\*|[-*+]\s|\d+[.)]\s)/.test(line);
}

function parseEntries(yaml: string): Pick<FrontMatter, 'entries' | 'error'> {
  const counter = new LineCounter();
  /** Lines of the YAML count from 1, and it begins on the file's second line. */
  const lineAt = (offset: number): number => counter.linePos(offset).line + 1;
  try {
    const document = parseDocument(yaml, { lineCounter: counter, prettyErrors: false });
    const [error] = document.errors;
    if (error !== undefined) return { entries: [], error: { line: lineAt(error.pos[0]), reason: error.message } };
    const { contents } = document;
    if (contents === null) return { entries: [], error: null };
    if (!isMap(contents)) return { entries: [], error: { line: 2, reason: 'it holds no `key: value` lines' } };
    const entries = contents.items.map((pair): FrontMatterEntry => {
      const key = isScalar(pair.key) ? pair.key : null;
      const start = key?.range?.[0] ?? 0;
      const node = pair.value as { range?: [number, number, number] | null; toJS?: (of: unknown) => unknown } | null;
      const end = Math.max(start, (node?.range?.[1] ?? start) - 1);
      const value = valueOf(node?.toJS?.(document));
      return { key: valueOf(key?.value)?.toString() ?? '', value, line: lineAt(start), endLine: lineAt(end) };
    });
    return { entries, error: null };
  } catch (error) {
    // Aliases that multiply, or nesting without end: the YAML reader gives up by throwing.
    const reason = error instanceof Error ? error.message : String(error);
    return { entries: [], error: { line: 2, reason } };
  }
}

function valueOf(value: unknown): string | string[] | null {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (!Array.isArray(value)) return null;
  return value.filter((entry) => typeof entry === 'string' || typeof entry === 'number').map(String);
}
