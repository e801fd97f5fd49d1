import { addBranch } from './branches.ts';
import { readAlternates } from './alternates.ts';
import type { AlsoHeading } from './also.ts';
import { append } from './append.ts';
import { entryBlocks, blockText, itemTexts, newSection, type SectionBlock } from './answer.ts';
import {
  type Entry,
  labelsOf,
  type ListEntry,
  type MarkEntry,
  placed,
  type Placed,
  type QuoteEntry,
  type TextEntry,
} from './entries.ts';
import { addMeta } from './meta.ts';
import type { Alternate } from '../model.ts';
import { readsAsQuestion, splitGlued } from '../questions.ts';
import { emptyParts, type OpenStory, type StoryContents } from './story-parts.ts';
import type { Branch, Content } from './tree.ts';

/** What the next text belongs to. */
type Reading = 'lead' | 'question' | 'followUps' | 'outlined' | 'answer';

/** Reads the content of one story in order and sorts it into the story's parts. */
export class StoryBuilder implements OpenStory {
  readonly parts: StoryContents = emptyParts();
  sectionLevel: number | null = null;
  alsoLevel: number | null = null;
  labelsFollow = false;
  #reading: Reading = 'lead';
  /** What was being read when follow-ups began. */
  #before: Reading = 'lead';
  /** An "Also works for:" on its own line, and the content after it, which will be read as alternates. */
  #also: { heading: AlsoHeading; line: number; content: Content[] } | null = null;
  /** Whether `Tags:` had no value, so that the next list is the tags. */
  #awaitsTags = false;
  readonly #readBranch: (branch: Branch) => StoryContents[];

  /** `readBranch` reads the content of a heading that is a variant. */
  constructor(readBranch: (branch: Branch) => StoryContents[]) {
    this.#readBranch = readBranch;
  }

  /** Treats everything from here on as the answer, labelled or not. */
  answerNow(): this {
    this.parts.answered = true;
    this.#reading = 'answer';
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
    this.#endAlso();
    return this;
  }

  #add(each: Content): void {
    if (each.type === 'branch') {
      this.#endAlso();
      addBranch(each, this, this.#readBranch);
      return;
    }
    this.#addEntry(each);
    this.parts.used.push(this.#place(each));
  }

  /** The role of an entry that has just been added. */
  #place(each: Entry): Placed {
    const section = this.parts.sections.at(-1)?.kind ?? 'other';
    if (each.type === 'meta') return placed(each, 'fact');
    if (each.type === 'also' || this.#also !== null) return placed(each, 'alternate');
    if (each.type === 'title' && this.parts.name === each.heading) return placed(each, 'storyTitle');
    if (each.type === 'quote' && this.parts.quotes.at(-1) === each) return placed(each, 'outline');
    if (this.#reading === 'followUps') return placed(each, 'followUp');
    const asking = this.#reading === 'question' || this.#reading === 'lead';
    return asking ? placed(each, each.type === 'list' ? 'followUp' : 'question') : placed(each, 'section', section);
  }

  #addEntry(each: Entry): void {
    switch (each.type) {
      case 'label':
        this.#endAlso();
        this.parts.sections.push(newSection(each.kind, each.label, each.line));
        this.#reading = 'answer';
        this.sectionLevel = each.level;
        return;
      case 'mark':
        this.#endAlso();
        this.#addMark(each);
        return;
      case 'also':
        this.#endAlso();
        if (each.also.rest === '') this.#also = { heading: each.also, line: each.line, content: [] };
        else this.#addAlternates(readAlternates([], each.also, each.line), each.also);
        return;
      case 'meta':
        addMeta(this.parts.meta, each.key, each.value);
        this.#awaitsTags = each.key === 'tags' && each.value === '';
        return;
      case 'title':
        if (this.#also !== null) this.#also.content.push(each);
        else if (this.#reading === 'lead' && this.parts.name === null) this.parts.name = each.heading;
        else this.addBlocks(entryBlocks(each));
        return;
      case 'text':
      case 'list':
      case 'quote':
        if (!this.#addToAlso(each)) this.#addBlock(each);
        return;
      default:
    }
  }

  #addBlock(each: TextEntry | ListEntry | QuoteEntry): void {
    if (each.type === 'quote') this.#addQuote(each);
    else if (each.type === 'text') this.#addText(each);
    else this.#addList(each);
  }

  #addMark({ mark }: MarkEntry): void {
    if (mark === 'answer') this.answerNow();
    else if (mark === 'question') this.#reading = 'question';
    else if (mark === 'followUps' && this.#reading !== 'followUps') {
      this.#before = this.#reading;
      this.#reading = 'followUps';
    }
    this.sectionLevel = null;
  }

  #addText(text: TextEntry): void {
    const { parts } = this;
    const words = blockText(text).replaceAll('\n', ' ');
    switch (this.#reading) {
      case 'lead':
        parts.lead.push(text);
        return;
      case 'question':
        if (parts.given.length === 0 || readsAsQuestion(words)) append(parts.given, splitGlued(words));
        else this.addBlocks([text]);
        return;
      case 'followUps':
        if (readsAsQuestion(words)) {
          append(parts.followUps, words.split(/(?<=\?)\s+/));
        } else {
          this.#reading = this.#before;
          this.#addText(text);
        }
        return;
      case 'outlined':
        // The question may also be between outline and answer.
        if (this.labelsFollow && parts.lead.length === 0 && readsAsQuestion(words)) parts.lead.push(text);
        else this.addBlocks([text]);
        return;
      case 'answer':
        this.addBlocks([text]);
    }
  }

  #addList(list: ListEntry): void {
    if (this.#awaitsTags) {
      addMeta(this.parts.meta, 'tags', list.items.map((item) => item.text).join(', '));
      this.#awaitsTags = false;
    } else if (this.#reading === 'lead') {
      this.parts.lead.push(list);
    } else if (this.#reading === 'question' || this.#reading === 'followUps') {
      append(this.parts.followUps, itemTexts(list));
    } else if (this.#reading === 'outlined' && this.labelsFollow && this.parts.lead.length > 0) {
      this.parts.lead.push(list);
    } else {
      this.addBlocks([list]);
    }
  }

  #addQuote(quote: QuoteEntry): void {
    const asked = quote.entries.flatMap(entryBlocks);
    const [only] = asked;
    if (this.#reading === 'lead' && asked.length === 1 && only?.type === 'text' && readsAsQuestion(blockText(only))) {
      this.parts.lead.push(only);
    } else if (this.#isOutline(quote)) {
      this.parts.quotes.push(quote);
      if (this.#reading !== 'answer') this.#reading = 'outlined';
    } else {
      this.addBlocks(asked);
    }
  }

  /** Whether a quote is an outline. Within a section it may be just something that somebody said. */
  #isOutline(quote: QuoteEntry): boolean {
    if (labelsOf(quote.entries).length > 0) return true;
    const { sections, quotes } = this.parts;
    if (this.#reading !== 'answer' || sections.length === 0) return true;
    return quotes.length === 0 && !this.labelsFollow && quote.entries.some((entry) => entry.type === 'list');
  }

  /** Adds text to the open section, where all text goes from then on. */
  addBlocks(blocks: readonly SectionBlock[]): void {
    const { sections } = this.parts;
    const [first] = blocks;
    this.#reading = 'answer';
    if (first === undefined) return;
    if (sections.length === 0) sections.push(newSection('other', '', first.line));
    append(sections.at(-1)?.blocks ?? [], blocks);
  }

  /** Keeps content below "Also works for:"; false if that part has ended. */
  #addToAlso(each: TextEntry | ListEntry | QuoteEntry): boolean {
    if (this.#also === null) return false;
    // Before the answer, a question after the list is the story's own.
    const listed = this.#also.content.some((content) => content.type === 'list');
    if (listed && this.#reading !== 'answer' && each.type !== 'list') {
      this.#endAlso();
      return false;
    }
    this.#also.content.push(each);
    return true;
  }

  #endAlso(): void {
    if (this.#also === null) return;
    const { heading, line, content } = this.#also;
    this.#also = null;
    this.#addAlternates(readAlternates(content, heading, line), heading);
  }

  #addAlternates(alternates: readonly Alternate[], { asks }: AlsoHeading): void {
    append(asks ? this.parts.asks : this.parts.alternates, alternates);
  }
}
