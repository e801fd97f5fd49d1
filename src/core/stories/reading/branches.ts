import { readAlternateBranch, readAlternates } from './alternates.ts';
import { append } from '../../values.ts';
import { entryBlocks, newSection, plainText, type SectionDraft } from './answer.ts';
import { type StoryHeading, withoutNumber } from './lines/headings.ts';
import { placed } from './lines/entries.ts';
import type { Role } from '../model.ts';
import { readOutline } from './read-outline.ts';
import type { OpenStory, StoryContents } from './story-parts.ts';
import { type Branch, type Content, ownLabels } from './tree.ts';
import { sectionOrder } from './lines/labels.ts';
import { joinLines } from '../markdown/text-line.ts';
import { readsAsQuestion } from '../questions.ts';
import { isVersion } from './lines/versions.ts';

/** Adds a heading below a story's own, with everything under it. `read` reads the versions in it. */
export function addBranch(branch: Branch, story: OpenStory, read: (branch: Branch) => StoryContents[]): void {
  const { heading } = branch;
  if (heading === null) return;
  const { parts } = story;
  const use = useOf(branch, story);
  if (use !== 'also' && use !== 'alternate') story.alsoLevel = null;
  parts.used.push(placed(heading, roleOf(use), use === 'text' ? (parts.sections.at(-1)?.kind ?? 'other') : null));
  switch (use) {
    case 'also':
      story.alsoLevel = branch.level;
      claimAll(branch.content, parts);
      if (heading.role.type === 'also') {
        const { also } = heading.role;
        append(also.asks ? parts.asks : parts.alternates, readAlternates(branch.content, also, heading.line));
      }
      return;
    case 'alternate':
      claimAll(branch.content, parts);
      append(parts.alternates, readAlternateBranch(branch));
      return;
    case 'variant':
      for (const version of read(branch)) addVariant(version, heading, parts);
      return;
    case 'outline':
      addOutline(branch, story);
      return;
    case 'cover':
      story.addAll(branch.content);
      return;
    case 'note':
      story.addNote(heading, branch.content);
      return;
    case 'followUp':
      story.addFollowUp(heading, branch.content);
      return;
    case 'version':
      story.addVersion(heading, branch.content);
      return;
    case 'text':
      addAsText(branch, story);
  }
}

/** Adds a version of the story. Everything but its outline and answer goes to the story as a whole. */
export function addVariant(version: StoryContents, heading: StoryHeading, parts: StoryContents): void {
  const { lead, given, sections, quotes, name } = version;
  const { line, written } = heading;
  const title = withoutNumber(written).replace(/\s?[:：]$/u, '');
  const preface = newSection('other', '', lead[0]?.line ?? line);
  if (name !== null && name !== heading) preface.blocks.push(plainText(name.written, name.line));
  append(preface.blocks, [...given.map((text) => plainText(text, line)), ...lead]);
  const answer = preface.blocks.length === 0 ? sections : [preface, ...sections];
  append(parts.variants, [{ title, line, outline: readOutline(quotes), answer }, ...version.variants]);
  append(parts.alternates, [...version.alternates, ...version.asks]);
  append(parts.followUps, version.followUps);
  append(parts.facts, version.facts);
  append(parts.notes, version.notes);
  append(parts.asides, version.asides);
  append(parts.meta.tags, version.meta.tags);
  append(
    parts.used,
    version.used.map((lines) => ({ ...lines, role: 'variant' as const, section: null })),
  );
}

function roleOf(use: BranchUse): Role {
  if (use === 'also') return 'alternate';
  if (use === 'cover' || use === 'text') return 'section';
  if (use === 'version') return 'variant';
  return use;
}

/** Adds everything under a heading that holds the outline to the outline. */
function addOutline(branch: Branch, story: OpenStory): void {
  const { parts } = story;
  for (const each of branch.content) {
    if (each.type === 'branch') {
      story.addAll([each]);
      continue;
    }
    parts.used.push(placed(each, 'outline'));
    const { line, endLine } = each;
    if (each.type === 'quote') parts.quotes.push(each);
    else if (entryBlocks(each).length > 0) parts.quotes.push({ type: 'quote', line, endLine, entries: [each] });
  }
}

/** Adds a heading without an answer as text, within the section or as other text. */
function addAsText(branch: Branch, story: OpenStory): void {
  const { heading, level } = branch;
  if (heading === null) return;
  const { sections } = story.parts;
  const within = story.sectionLevel !== null && level > story.sectionLevel;
  const goesOn = within || story.labelsFollow || level > 6 || branch.own === 'labels';
  if (sections.length > 0 && goesOn) {
    story.addBlocks([plainText(heading.written, heading.line, heading.endLine)]);
  } else {
    sections.push(newSection('other', heading.title || heading.written, heading.line));
    story.addBlocks([]);
    story.sectionLevel = level;
  }
  story.addAll(branch.content);
}

function claimAll(content: readonly Content[], parts: StoryContents): void {
  for (const each of content) {
    if (each.type === 'aside') continue;
    if (each.type !== 'branch') {
      parts.used.push(placed(each, 'alternate'));
      continue;
    }
    if (each.heading !== null) parts.used.push(placed(each.heading, 'alternate'));
    claimAll(each.content, parts);
  }
}

const longestName = 3;

/** The role of a heading below a story. */
type BranchUse =
  /** It announces other questions that the story answers. */
  | 'also'
  /** It is one of those questions. */
  | 'alternate'
  /** It holds another version of the answer. */
  | 'variant'
  /** It holds the story's outline. */
  | 'outline'
  /** It is above other headings that hold answers. */
  | 'cover'
  /** It is another version of the answer without labels. */
  | 'version'
  /** It asks what may come after the answer. */
  | 'followUp'
  /** It is about the story, but not part of its answer. */
  | 'note'
  /** It is part of the text. */
  | 'text';

function useOf(branch: Branch, story: OpenStory): BranchUse {
  const { alsoLevel, parts, sectionLevel, furthest, labelsFollow } = story;
  const { heading, level, own, bears } = branch;
  const named = heading !== null && isVersion(heading.written);
  if (heading?.role.type === 'also') return 'also';
  if (alsoLevel !== null && level >= alsoLevel && !(named && own === 'labels')) return 'alternate';
  if (own === 'labels' || ownLabels(branch).length > 0) {
    // "Full" below "Outline": the first answer isn't a variant.
    if (own === 'labels' && !named && parts.sections.length === 0 && isBrief(heading)) return 'cover';
    return !named && continues(branch, parts.sections) ? 'text' : 'variant';
  }
  if (own === 'quote' && parts.quotes.length === 0 && namesOutline(heading)) return 'outline';
  if (named && holdsText(branch)) return 'version';
  if (own === 'nothing' && bears) return 'cover';
  const told = furthest > sectionOrder.other;
  if (heading !== null && told && readsAsQuestion(heading.title)) return 'followUp';
  const within = sectionLevel !== null && level > sectionLevel;
  return furthest >= sectionOrder.result && !within && !labelsFollow ? 'note' : 'text';
}

function holdsText({ content }: Branch): boolean {
  return content.some(({ type }) => type === 'text' || type === 'list' || type === 'quote');
}

/**
 * A quote below a heading of one or two words ("Condensed", "In short") is the outline; below a longer one it's just a
 * quote.
 */
function namesOutline(heading: Branch['heading']): boolean {
  return isBrief(heading);
}

function isBrief(heading: Branch['heading']): boolean {
  return heading !== null && heading.written.split(' ').length <= longestName && !readsAsQuestion(heading.title);
}

/** A "### Phase 2" that ends with the story's `**R:**` isn't another version; it continues this one. */
function continues(branch: Branch, sections: readonly SectionDraft[]): boolean {
  const [first] = ownLabels(branch);
  const last = sections.findLast(({ kind }) => kind !== 'other');
  if (branch.own !== 'labels' || first === undefined || last === undefined || last.kind === 'other') return false;
  return sectionOrder[first.kind] > sectionOrder[last.kind];
}

/**
 * Whether a heading below a heading with an answer is a story of its own: it is numbered as one, or has its own
 * question. At the top of the file, every heading is.
 */
export function standsAlone(branch: Branch, parent: Branch): boolean {
  const { heading, level } = branch;
  if (heading === null || heading.role.type === 'also' || isVersion(heading.written)) return false;
  if (parent.heading === null) return level <= 6 || branch.bears;
  if (branch.own !== 'labels') return false;
  if (heading.opens === true) return true;
  if (heading.role.type === 'story' && (heading.role.word === 'question' || heading.role.numbered)) return true;
  return readsAsQuestion(heading.title) || hasQuestion(branch);
}

function hasQuestion(branch: Branch): boolean {
  for (const each of branch.content) {
    if (each.type === 'mark' && each.mark === 'question') return true;
    if (each.type === 'label' || each.type === 'mark') return false;
    if (each.type === 'text' && readsAsQuestion(joinLines(each.lines))) return true;
  }
  return false;
}
