import { isMap, isScalar, LineCounter, parseDocument } from 'yaml';

/** One entry of the file's front matter, as written. */
export interface FrontMatterEntry {
  key: string;
  /** Null for an empty value, or one that is neither a text nor a list of texts. */
  value: string | string[] | null;
  /** First and last line in the file. */
  line: number;
  endLine: number;
}

export interface FrontMatter {
  entries: FrontMatterEntry[];
  /** Why it can't be read, and in which line; null if it can. */
  error: { line: number; reason: string } | null;
  /** How many lines of the file it takes up, including its `---`; 0 in a file without one. */
  lineCount: number;
}

const none: FrontMatter = { entries: [], error: null, lineCount: 0 };

/** In characters: far more than anybody's tags take, and the YAML reader needs seconds for longer nonsense. */
const longest = 16_384;

/**
 * Reads the YAML between `---` lines at the very start of a file. Broken YAML is reported with its line. A horizontal
 * rule followed by ordinary Markdown isn't front matter.
 */
export function readFrontMatter(lines: readonly string[]): FrontMatter {
  if (!/^---\s*$/.test(lines[0] ?? '')) return none;
  const end = lines.findIndex((line, index) => index > 0 && /^(?:---|\.\.\.)\s*$/.test(line));
  if (end === -1 || looksLikeMarkdown(lines[1] ?? '')) return none;
  const yaml = lines.slice(1, end).join('\n');
  const tooLong = { entries: [], error: { line: 1, reason: `it is longer than ${longest / 1024} KB` } };
  return { ...(yaml.length > longest ? tooLong : parseEntries(yaml)), lineCount: end + 1 };
}

/** YAML comments begin with `#` too; a line that could be either counts as a Markdown heading. */
function looksLikeMarkdown(line: string): boolean {
  return /^\s*$|^\s{0,3}(?:#{1,6}\s|>|\*\*|[-*+]\s|\d+[.)]\s)/.test(line);
}

function parseEntries(yaml: string): Pick<FrontMatter, 'entries' | 'error'> {
  const counter = new LineCounter();
  /** Lines of the YAML count from 1, and it starts on line 2 of the file. */
  const lineAt = (offset: number): number => counter.linePos(offset).line + 1;
  try {
    const document = parseDocument(yaml, { lineCounter: counter, prettyErrors: false });
    const [error] = document.errors;
    if (error !== undefined) return { entries: [], error: { line: lineAt(error.pos[0]), reason: error.message } };
    const { contents } = document;
    if (contents === null) return { entries: [], error: null };
    if (!isMap(contents)) return { entries: [], error: { line: 2, reason: 'it has no “key: value” lines' } };
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
    // The YAML reader gives up by throwing, for instance on multiplying aliases or endless nesting.
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
