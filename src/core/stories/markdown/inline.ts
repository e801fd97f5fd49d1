import type { Lexer, Token } from 'marked';
import { type FlowContext, type FlowLine, FlowWriter, inText } from './flow.ts';
import { countLineEnds } from './source.ts';
import { noMarks } from './text-line.ts';

/** Any character that may be markup other than bold, or space that isn't a single blank between words. */
const markup = /[\\`_~<[&]|[^\S \n]| {2}/;

/** Turns a paragraph's Markdown, which begins on `line`, into lines of plain text. */
export function readInline(text: string, line: number, lexer: Lexer, context: FlowContext): FlowLine[] {
  if (!markup.test(text)) {
    if (!text.includes('*')) return plainLines(text, line);
    const parts = boldParts(text);
    if (parts !== null) return boldLines(parts, line, context);
  }
  const tokens = inlineTokens(text, lexer);
  if (tokens === null) return plainLines(text, line);
  const writer = new FlowWriter(context, line);
  writeTokens(tokens, line, writer);
  return writer.end();
}

/** Null for emphasis nested thousands deep, which overflows the stack: that text is kept as written. */
function inlineTokens(text: string, lexer: Lexer): Token[] | null {
  lexer.state.inRawBlock = false;
  try {
    return lexer.inlineTokens(text);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** Fast path: most paragraphs have no markup and need no Markdown reader. */
function plainLines(text: string, line: number): FlowLine[] {
  const lines: FlowLine[] = [];
  let at = line;
  for (let start = 0; start <= text.length; at += 1) {
    const found = text.indexOf('\n', start);
    const end = found === -1 ? text.length : found;
    const words = text.slice(start, end).trim();
    if (words !== '') {
      lines.push({ line: at, text: words, marks: noMarks, after: 'soft', place: inText, quoted: false });
    }
    start = end + 1;
  }
  return lines;
}

/**
 * Cuts `**S:** text` at the stars: texts outside and inside them by turns. Null if the stars need the Markdown reader,
 * as Markdown wants a word right after the opening stars, and space or punctuation around the pair.
 */
function boldParts(text: string): string[] | null {
  const parts = text.split('**');
  if (parts.length % 2 === 0) return null;
  for (let index = 0; index < parts.length; index += 1) {
    const part = parts[index] ?? '';
    if (part.includes('*')) return null;
    if (index % 2 === 1 && !/^[\p{L}\p{N}](?:.*\S)?$/su.test(part)) return null;
    if (index % 2 === 0 && index > 0 && part !== '' && !/^[\s:.,;!?)]/.test(part)) return null;
    if (index % 2 === 0 && index < parts.length - 1 && part !== '' && !/[\s(]$/.test(part)) return null;
  }
  return parts.slice(1, -1).includes('') ? null : parts;
}

function boldLines(parts: readonly string[], line: number, context: FlowContext): FlowLine[] {
  const writer = new FlowWriter(context, line);
  for (let index = 0; index < parts.length; index += 1) {
    if (index % 2 === 1) writer.openStyle('bold');
    writer.write(parts[index] ?? '');
    if (index % 2 === 1) writer.closeStyle('bold');
  }
  return writer.end();
}

function writeTokens(tokens: readonly Token[], line: number, writer: FlowWriter): void {
  let at = line;
  for (const token of tokens) {
    writeToken(token, at, writer);
    at += countLineEnds(token.raw);
    writer.moveTo(at);
  }
}

function writeToken(token: Token, line: number, writer: FlowWriter): void {
  switch (token.type) {
    case 'text':
      writer.write(decodeEntities(token.raw));
      return;
    case 'strong':
      styled('bold', token.tokens ?? [], line, writer);
      return;
    case 'em':
      styled('italic', token.tokens ?? [], line, writer);
      return;
    case 'codespan':
      writer.openStyle('code');
      writer.write(String(token['text']).replaceAll('\n', ' '));
      writer.closeStyle('code');
      return;
    case 'br':
      writer.breakLine('hard');
      return;
    case 'html':
      writer.tag(token.raw);
      return;
    case 'escape':
    case 'image':
      writer.write(decodeEntities(String(token['text'])));
      return;
    default: {
      // Links, strikethrough and whatever marked adds later: keep the text that a person sees.
      const inner = 'tokens' in token ? (token.tokens ?? []) : [];
      if (inner.length > 0) writeTokens(inner, line, writer);
      else writer.write(token.raw);
    }
  }
}

function styled(style: 'bold' | 'italic', tokens: readonly Token[], line: number, writer: FlowWriter): void {
  writer.openStyle(style);
  writeTokens(tokens, line, writer);
  writer.closeStyle(style);
}

/** The named character references that occur in people's notes. Numeric ones need no table. */
const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  shy: '',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  bull: '•',
  middot: '·',
  lsquo: '‘',
  rsquo: '’',
  sbquo: '‚',
  ldquo: '“',
  rdquo: '”',
  bdquo: '„',
  laquo: '«',
  raquo: '»',
  larr: '←',
  rarr: '→',
  times: '×',
  deg: '°',
  euro: '€',
  pound: '£',
  copy: '©',
  reg: '®',
  trade: '™',
  auml: 'ä',
  ouml: 'ö',
  uuml: 'ü',
  Auml: 'Ä',
  Ouml: 'Ö',
  Uuml: 'Ü',
  szlig: 'ß',
  aacute: 'á',
  agrave: 'à',
  acirc: 'â',
  atilde: 'ã',
  ccedil: 'ç',
  eacute: 'é',
  egrave: 'è',
  ecirc: 'ê',
  iacute: 'í',
  ntilde: 'ñ',
  oacute: 'ó',
  ocirc: 'ô',
  otilde: 'õ',
  uacute: 'ú',
  iquest: '¿',
  iexcl: '¡',
};

/** Replaces `&amp;`, `&#8211;` and the like by their characters; an unknown one stays as written. */
function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,8});/gi, (written, name: string) => {
    if (!name.startsWith('#')) return named[name] ?? written;
    const code = name[1] === 'x' || name[1] === 'X' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    // Control characters, surrogates and numbers beyond Unicode have nothing to read.
    const readable = code >= 32 && code <= 0x10_ff_ff && (code < 0xd8_00 || code > 0xdf_ff);
    return readable ? String.fromCodePoint(code) : '';
  });
}
