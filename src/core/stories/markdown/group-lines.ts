import type { Block, List, ListItem } from './block.ts';
import type { FlowLine, FlowPosition } from './flow.ts';

/** Headings made from a `<summary>` have a level above this, which puts them below any `######`. */
const summaryLevel = 6;

/** Groups lines into paragraphs, and lines placed by HTML tags into lists, headings and quotes. */
export function groupLines(lines: FlowLine[], blocks: Block[]): void {
  const [first] = lines;
  if (first !== undefined && lines.every(isPlain)) {
    blocks.push(blockOf(lines, first.place));
    return;
  }
  let open: { key: string; lines: FlowLine[] } | null = null;
  for (const line of lines) {
    const key = groupKey(line);
    if (open !== null && open.key === key && (line.after !== 'block' || line.place.tag === 'item')) {
      open.lines.push(line);
      continue;
    }
    if (open !== null) addGroup(open.lines, blocks);
    open = { key, lines: [line] };
  }
  if (open !== null) addGroup(open.lines, blocks);
}

/** Fast path: nearly all paragraphs have no HTML. */
function isPlain(line: FlowLine): boolean {
  return line.place.tag === 'text' && !line.quoted && line.after !== 'block';
}

/** Lines with the same key may share a block. */
function groupKey(line: FlowLine): string {
  return `${line.place.tag} ${line.quoted}`;
}

function addGroup(lines: FlowLine[], blocks: Block[]): void {
  const [first] = lines;
  if (first === undefined) return;
  const block = blockOf(lines, first.place);
  if (first.quoted) blocks.push({ type: 'quote', line: block.line, endLine: block.endLine, blocks: [block] });
  else blocks.push(block);
}

function blockOf(lines: FlowLine[], place: FlowPosition): Block {
  const line = lines[0]?.line ?? 1;
  const endLine = lines.at(-1)?.line ?? line;
  switch (place.tag) {
    case 'heading':
      return { type: 'heading', line, endLine, level: place.level, underlined: false, lines };
    case 'summary':
      return { type: 'heading', line, endLine, level: summaryLevel + place.depth, underlined: false, lines };
    case 'close':
      return { type: 'details-end', line, endLine, level: summaryLevel + place.depth };
    case 'item':
      return listOf(lines);
    case 'text':
      return { type: 'paragraph', line, endLine, lines };
  }
}

/** Nests items by their depth: a deeper one goes into a list inside the item before it. */
function listOf(lines: readonly FlowLine[]): List {
  const root = emptyList(lines[0]?.line ?? 1);
  const open: { list: List; depth: number }[] = [{ list: root, depth: 0 }];
  for (const line of lines) {
    const depth = line.place.tag === 'item' ? line.place.depth : 0;
    while (open.length > 1 && (open.at(-1)?.depth ?? 0) > depth) open.pop();
    let list = open.at(-1)?.list ?? root;
    const previous = list.items.at(-1);
    if (previous !== undefined && line.after !== 'block') {
      addToItem(previous, line);
      continue;
    }
    if (previous !== undefined && depth > (open.at(-1)?.depth ?? 0)) {
      list = emptyList(line.line);
      previous.blocks.push(list);
      open.push({ list, depth });
    }
    list.items.push(itemOf(line));
  }
  for (const { list } of open) list.endLine = lines.at(-1)?.line ?? list.line;
  return root;
}

function emptyList(line: number): List {
  return { type: 'list', line, endLine: line, items: [] };
}

function itemOf(line: FlowLine): ListItem {
  const paragraph: Block = { type: 'paragraph', line: line.line, endLine: line.line, lines: [line] };
  return { line: line.line, endLine: line.line, blocks: [paragraph], isTask: false };
}

/** Adds a line that follows a `<br>` inside an item. */
function addToItem(item: ListItem, line: FlowLine): void {
  const last = item.blocks.at(-1);
  if (last?.type === 'paragraph') {
    last.lines.push(line);
    last.endLine = line.line;
  } else {
    item.blocks.push({ type: 'paragraph', line: line.line, endLine: line.line, lines: [line] });
  }
  item.endLine = line.line;
}
