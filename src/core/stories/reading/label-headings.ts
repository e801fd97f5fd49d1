import { readHeading } from './headings.ts';
import { labelAt } from './labels.ts';
import { sectionOrder } from './line-labels.ts';
import type { Block } from '../markdown/block.ts';
import type { LabelledKind } from '../words/language.ts';

/** A heading with labels of this many kinds below it holds a story. */
const wholeStory = 3;

/**
 * Whether a heading that reads like a label is one. `# Challenge` over headings with their own Situation is a group;
 * `## Challenge: Moving the data` over Situation, Action and Result is a title.
 */
export function isLabelHeading(blocks: readonly Block[], index: number, kind: LabelledKind): boolean {
  const own = blocks[index];
  const level = own?.type === 'heading' ? own.level : 0;
  const inside = new Set<LabelledKind>();
  /** A heading that is no label came. */
  let titled = false;
  for (let at = index + 1; at < blocks.length; at += 1) {
    const block = blocks[at];
    if (block === undefined) break;
    const found = kindsIn(block);
    // Among other labels it is one, whatever stands in it.
    if (block.type === 'heading' && block.level <= level) return found.length > 0 || inside.size < wholeStory;
    for (const each of found) {
      const certain = block.type === 'heading' || each === 'situation';
      if (certain && (titled || sectionOrder[each] < sectionOrder[kind])) return false;
      inside.add(each);
    }
    titled ||= block.type === 'heading' && found.length === 0;
  }
  return inside.size < wholeStory;
}

/** The sections that a heading opens, or a paragraph's lines. Lists are left out: "- Goal: ..." may be text. */
function kindsIn(block: Block): LabelledKind[] {
  if (block.type === 'heading') {
    const { role } = readHeading(block);
    return role.type === 'label' && role.label.meaning.type === 'section' ? [role.label.meaning.kind] : [];
  }
  if (block.type !== 'paragraph') return [];
  return block.lines.flatMap((line) => {
    const meaning = labelAt(line, 0, 'line')?.meaning;
    return meaning?.type === 'section' ? [meaning.kind] : [];
  });
}
