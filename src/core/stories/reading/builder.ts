import { addBranch } from './branches.ts';
import { readAlternates } from './alternates.ts';
import { append } from '../../values.ts';
import { entryBlocks, newSection, type SectionBlock } from './answer.ts';
import { type Entry, type FieldEntry, type LabelEntry, type MarkEntry, type TextEntry } from './lines/entries.ts';
import { type StoryHeading } from './lines/headings.ts';
import { sectionOrder } from './lines/labels.ts';
import { addMeta } from './lines/meta.ts';
import { type OpenStory, type StoryContents } from './story-parts.ts';
import type { Branch, Content } from './tree.ts';

import { StoryText } from './story-text.ts';

/** Reads the content of one story in order and sorts it into the story's parts. */
export class StoryBuilder extends StoryText implements OpenStory {
  readonly #readBranch: (branch: Branch) => StoryContents[];
  /** How far its labels have got in the usual order. */
  furthest: number = sectionOrder.other;

  /** `readBranch` reads the content of a heading that is a variant. */
  constructor(readBranch: (branch: Branch) => StoryContents[]) {
    super();
    this.#readBranch = readBranch;
  }

  /** Treats everything from here on as the answer, labelled or not. */
  answerNow(): this {
    this.parts.answered = true;
    this.reading = 'answer';
    return this;
  }

  addAll(content: readonly Content[]): this {
    const lastLabel = content.findLastIndex((each) => each.type === 'label');
    const outer = this.labelsFollow;
    for (const [index, each] of content.entries()) {
      this.labelsFollow = outer || index < lastLabel;
      this.#add(each);
    }
    this.labelsFollow = outer;
    this.endAlso();
    return this;
  }

  /** Adds a heading that is about the story, with what is below it. */
  addNote({ title, written, line }: StoryHeading, content: readonly Content[]): void {
    this.labelled = { label: title === '' ? written : title, line, blocks: [] };
    this.parts.notes.push(this.labelled);
    this.open('labelled');
    this.addAll(content);
    this.close();
  }

  /** Adds a heading that asks, with its prepared answer. */
  addFollowUp({ title, line }: StoryHeading, content: readonly Content[]): void {
    const before = this.reading;
    const outer = this.outer;
    this.parts.followUps.push({ question: title, line, blocks: [] });
    this.outer = ['answer'];
    this.reading = 'followUps';
    this.addAll(content);
    this.reading = before;
    this.outer = outer;
  }

  /** Adds a heading that names another version, with the text of it. */
  addVersion({ written, line }: StoryHeading, content: readonly Content[]): void {
    this.version = { title: written, line, outline: [], answer: [newSection('other', '', line)] };
    this.parts.variants.push(this.version);
    this.open('version');
    this.addAll(content);
    this.close();
  }

  #add(each: Content): void {
    switch (each.type) {
      case 'branch':
        this.close();
        addBranch(each, this, this.#readBranch);
        return;
      case 'label':
        this.close();
        this.#addLabel(each);
        return;
      case 'mark':
        this.#addMark(each);
        return;
      case 'also':
        this.close();
        this.use(each, 'alternate');
        if (each.also.rest === '') this.also = { heading: each.also, line: each.line, content: [] };
        else this.addAlternates(readAlternates([], each.also, each.line), each.also);
        return;
      case 'meta':
        this.use(each, 'fact');
        addMeta(this.parts.meta, each.key, each.value);
        this.awaitsTags = each.key === 'tags' && each.value === '';
        return;
      case 'field':
        this.close();
        this.#addField(each);
        return;
      case 'follow-up':
        this.close();
        this.openFollowUps();
        this.use(each, 'followUp');
        this.parts.followUps.push({ question: each.question, line: each.line, blocks: [] });
        return;
      case 'title':
        this.#addTitle(each);
        return;
      case 'text':
      case 'list':
      case 'quote':
        if (!this.addToAlso(each)) this.addBlock(each);
        return;
      case 'rule':
        if (this.reading === 'labelled' || this.reading === 'version') this.close();
        this.use(each, this.role());
        return;
      default:
    }
  }

  #addLabel(label: LabelEntry): void {
    const { sections } = this.parts;
    const last = sections.at(-1);
    // `S – Situation` above `Situation: ...` is the same label twice.
    if (last !== undefined && last.kind === label.kind && last.blocks.length === 0 && label.kind !== 'other')
      sections.pop();
    sections.push(newSection(label.kind, label.label, label.line));
    this.furthest = Math.max(this.furthest, sectionOrder[label.kind]);
    this.reading = 'answer';
    this.outer = [];
    this.sectionLevel = label.level;
    this.use(label, 'section');
  }

  #addMark(each: MarkEntry): void {
    const { mark } = each;
    // The questions and answers below "Follow-ups" are all theirs.
    const within = this.reading === 'followUps' && this.outer.at(-1) === 'answer' && each.level === null;
    if (!within) this.close();
    if (mark === 'answer' && !within) this.answerNow();
    else if (mark === 'question' && !within) {
      this.setLeadAside();
      this.reading = 'question';
    } else if (mark === 'followUps') this.openFollowUps();
    this.sectionLevel = null;
    this.use(each, this.role());
  }

  #addField(each: FieldEntry): void {
    const { parts } = this;
    const { label, line, value, use } = each;
    const blocks: SectionBlock[] = value.length === 0 ? [] : [textOf(value)];
    if (use === 'version') {
      this.version = { title: label, line, outline: [], answer: [newSection('other', '', line)] };
      append(this.version.answer[0]?.blocks ?? [], blocks);
      this.open('version');
      parts.variants.push(this.version);
      this.use(each, 'variant');
      return;
    }
    this.labelled = { label, line, blocks };
    const isFact = use === 'fact' && this.reading !== 'answer';
    (isFact ? parts.facts : parts.notes).push(this.labelled);
    this.use(each, isFact ? 'fact' : 'note');
    // A fact is over at the end of its paragraph.
    if (!isFact || blocks.length === 0) this.open('labelled');
  }

  #addTitle(each: Extract<Entry, { type: 'title' }>): void {
    if (this.also !== null) {
      this.use(each, 'alternate');
      this.also.content.push(each);
    } else if (this.reading === 'lead' && this.parts.name === null) {
      this.use(each, 'storyTitle');
      this.parts.name = each.heading;
    } else {
      for (const block of entryBlocks(each)) this.addBlockOf(block);
    }
  }
}

function textOf(lines: TextEntry['lines']): TextEntry {
  const line = lines[0]?.line ?? 1;
  return { type: 'text', line, endLine: lines.at(-1)?.line ?? line, lines, onLabelLine: true, verbatim: false };
}
