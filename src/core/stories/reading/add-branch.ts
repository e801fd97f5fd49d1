import { readAlternateBranch, readAlternates } from './alternates.ts';
import { append } from './append.ts';
import { blocksOf, newSection, plainText } from './answer.ts';
import { useOf } from './branch-use.ts';
import { type Heading, withoutNumber } from './headings.ts';
import { readOutline } from '../outline.ts';
import type { OpenStory, StoryParts } from './story-parts.ts';
import type { Branch, Content } from './tree.ts';

/** Adds a heading below a story's own, with all that stands under it. `read` reads the versions that it holds. */
export function addBranch(branch: Branch, story: OpenStory, read: (branch: Branch) => StoryParts[]): void {
  const { heading } = branch;
  if (heading === null) return;
  const { parts } = story;
  const use = useOf(branch, story);
  if (use !== 'also' && use !== 'alternate') story.alsoLevel = null;
  // "Full" below "Outline" only says which is which. Any other name stands nowhere in the story, so it is told.
  const isLost = use === 'cover' && heading.title !== '';
  if (!isLost) parts.used.push(heading);
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
    case 'text':
      addAsText(branch, story);
  }
}

/** Adds a version of the story. What is said of it beside its answer, the whole story has. */
export function addVariant(version: StoryParts, heading: Heading, parts: StoryParts): void {
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
  append(parts.meta.tags, version.meta.tags);
  append(parts.used, version.used);
}

/** All that stands under a heading that holds the outline is part of it. */
function addOutline(branch: Branch, story: OpenStory): void {
  const { parts } = story;
  for (const each of branch.content) {
    if (each.type === 'branch') {
      story.addAll([each]);
      continue;
    }
    parts.used.push(each);
    const { line, endLine } = each;
    if (each.type === 'quote') parts.quotes.push(each);
    else if (blocksOf(each).length > 0) parts.quotes.push({ type: 'quote', line, endLine, entries: [each] });
  }
}

/** A heading without an answer: a heading within a section, or one of other text. */
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

function claimAll(content: readonly Content[], parts: StoryParts): void {
  for (const each of content) {
    if (each.type !== 'branch') {
      parts.used.push(each);
      continue;
    }
    if (each.heading !== null) parts.used.push(each.heading);
    claimAll(each.content, parts);
  }
}
