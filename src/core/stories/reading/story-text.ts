import { readAlternates } from './alternates.ts';
import type { AlsoHeading } from './lines/also.ts';
import { append } from '../../values.ts';
import {
  addFollowUps,
  blockText,
  entryBlocks,
  type LabelledDraft,
  newSection,
  type SectionBlock,
  splitAnswered,
} from './answer.ts';
import {
  type Entry,
  isProse,
  labelsOf,
  type ListEntry,
  placed,
  type QuoteEntry,
  type TextEntry,
} from './lines/entries.ts';
import { readOutline } from './read-outline.ts';
import { bareQuestion } from './lines/headings.ts';
import { addMeta } from './lines/meta.ts';
import type { Alternate, Role } from '../model.ts';
import { readsAsQuestion, splitGlued } from '../questions.ts';
import { emptyParts, type StoryContents, type VariantDraft } from './story-parts.ts';
import { linesOf, tellsOwn } from './template/judge.ts';
import type { Content } from './tree.ts';

/** What the next text belongs to. */
type Reading = 'lead' | 'question' | 'followUps' | 'outlined' | 'answer' | 'labelled' | 'version';

/** In words. */
const longestPreface = 60;

/** A story’s text while it is being read: what comes next goes to the part that is open. */
export class StoryText {
  readonly parts: StoryContents = emptyParts();
  sectionLevel: number | null = null;
  alsoLevel: number | null = null;
  labelsFollow = false;
  protected reading: Reading = 'lead';
  /** What was being read when follow-ups, a fact, a note or a version began, the last one last. */
  protected outer: Reading[] = [];
  /** The open fact or note. */
  protected labelled: LabelledDraft | null = null;
  protected version: VariantDraft | null = null;
  /** An "Also works for:" on its own line, and the content after it, which will be read as alternates. */
  protected also: { heading: AlsoHeading; line: number; content: Content[] } | null = null;
  /** Whether `Tags:` had no value, so that the next list is the tags. */
  protected awaitsTags = false;

  protected open(reading: Reading): void {
    this.outer.push(this.reading);
    this.reading = reading;
  }

  protected openFollowUps(): void {
    if (this.reading !== 'followUps') this.open('followUps');
  }

  /** Ends what goes on only up to the next label: alternates, a fact, a note or a version. */
  protected close(): void {
    this.endAlso();
    if (this.reading !== 'labelled' && this.reading !== 'version') return;
    this.reading = this.outer.pop() ?? 'answer';
    this.labelled = null;
    this.version = null;
  }

  /** The role of text added now. */
  protected role(): Role {
    switch (this.reading) {
      case 'question':
        return 'question';
      case 'followUps':
        return 'followUp';
      case 'version':
        return 'variant';
      case 'labelled':
        return this.parts.notes.at(-1) === this.labelled ? 'note' : 'fact';
      case 'lead':
        return 'preface';
      default:
        return 'section';
    }
  }

  protected use(lines: Entry, role: Role): void {
    const section = role === 'section' ? (this.parts.sections.at(-1)?.kind ?? 'other') : null;
    this.parts.used.push(placed(lines, role, section));
  }

  protected addBlock(each: TextEntry | ListEntry | QuoteEntry): void {
    if (each.type === 'quote') this.addQuote(each);
    else if (each.type === 'text') this.addText(each);
    else this.addList(each);
  }

  protected addBlockOf(block: SectionBlock): void {
    if (block.type === 'text') this.addText(block);
    else this.addList(block);
  }

  protected addText(text: TextEntry): void {
    const { parts } = this;
    if (this.awaitsTags) {
      this.use(text, 'fact');
      addMeta(parts.meta, 'tags', blockText(text));
      this.awaitsTags = false;
      return;
    }
    const words = blockText(text).replaceAll('\n', ' ');
    const asks = readsAsQuestion(words);
    switch (this.reading) {
      case 'lead':
        parts.lead.push(text);
        return;
      case 'question':
        if (parts.given.length === 0 || asks) {
          this.use(text, 'question');
          append(parts.given, splitGlued(bareQuestion(words)));
        } else {
          this.addBlocks([text]);
        }
        return;
      case 'followUps': {
        const last = parts.followUps.at(-1);
        const prepared = asks || this.outer.at(-1) !== 'answer' ? null : splitAnswered(text);
        if (prepared !== null) {
          this.use(text, 'followUpAnswer');
          parts.followUps.push(prepared);
        } else if (asks) {
          this.use(text, 'followUp');
          for (const question of words.split(/(?<=\?)\s+/))
            parts.followUps.push({ question, line: text.line, blocks: [] });
        } else if (last !== undefined && (this.outer.at(-1) === 'answer' || text.onLabelLine)) {
          this.use(text, 'followUpAnswer');
          last.blocks.push(text);
        } else {
          this.reading = this.outer.pop() ?? 'answer';
          this.addText(text);
        }
        return;
      }
      case 'labelled':
        if (this.role() === 'fact' && (asks || (this.labelled?.blocks.length ?? 0) > 0)) {
          this.close();
          this.addText(text);
        } else {
          this.use(text, this.role());
          this.labelled?.blocks.push(text);
        }
        return;
      case 'version':
        this.use(text, 'variant');
        this.version?.answer[0]?.blocks.push(text);
        return;
      case 'outlined':
        // The question may also be between outline and answer.
        if (this.labelsFollow && parts.lead.length === 0 && asks) parts.lead.push(text);
        else this.addBlocks([text]);
        return;
      case 'answer':
        this.addBlocks([text]);
    }
  }

  /** What is above a `Q:` isn’t part of its answer, unless it is as long as one: then the question follows it. */
  protected setLeadAside(): void {
    const { parts } = this;
    const words = parts.lead.reduce((sum, block) => sum + blockText(block).split(/\s+/).length, 0);
    if (this.reading !== 'lead' || words > longestPreface) return;
    for (const block of parts.lead.splice(0)) {
      const text = blockText(block);
      if (readsAsQuestion(text) || block.type === 'list') parts.lead.push(block);
      else parts.asides.push({ type: 'aside', kind: 'preface', line: block.line, endLine: block.endLine, text });
    }
  }

  protected addList(list: ListEntry): void {
    const { parts } = this;
    if (this.awaitsTags) {
      this.use(list, 'fact');
      addMeta(parts.meta, 'tags', list.items.map((item) => item.text).join(', '));
      this.awaitsTags = false;
    } else if (this.reading === 'lead') {
      parts.lead.push(list);
    } else if (this.reading === 'question') {
      const [first, ...items] = list.items;
      const asked = parts.given.length === 0 && first?.onLabelLine === true;
      this.use(list, asked ? 'question' : 'followUp');
      if (asked) append(parts.given, splitGlued(first.text));
      addFollowUps(asked ? { ...list, items } : list, parts.followUps);
    } else if (this.reading === 'followUps') {
      const last = parts.followUps.at(-1);
      const answers =
        last !== undefined && this.outer.at(-1) === 'answer' && !linesOf([list]).some((text) => readsAsQuestion(text));
      this.use(list, answers ? 'followUpAnswer' : 'followUp');
      if (answers) last.blocks.push(list);
      else addFollowUps(list, parts.followUps);
    } else if (this.reading === 'labelled') {
      this.use(list, this.role());
      this.labelled?.blocks.push(list);
    } else if (this.reading === 'version') {
      this.use(list, 'variant');
      this.version?.answer[0]?.blocks.push(list);
    } else if (this.reading === 'outlined' && this.labelsFollow && parts.lead.length > 0) {
      parts.lead.push(list);
    } else {
      this.addBlocks([list]);
    }
  }

  protected addQuote(quote: QuoteEntry): void {
    const { parts } = this;
    const asked = quote.entries.flatMap(entryBlocks);
    const [only] = asked;
    if (this.reading === 'lead' && asked.length === 1 && only?.type === 'text' && readsAsQuestion(blockText(only))) {
      parts.lead.push(only);
    } else if (this.reading === 'version' && !isProse(quote)) {
      this.use(quote, 'variant');
      append(this.version?.outline ?? [], readOutline([quote]));
    } else if (this.reading === 'labelled' || this.reading === 'version' || this.reading === 'followUps') {
      for (const block of asked) this.addBlockOf(block);
    } else if (this.reading !== 'answer' && this.labelsFollow && isProse(quote)) {
      // A definition or a citation above the answer.
      const text = asked.map(blockText).join('\n');
      const { line, endLine } = quote;
      parts.asides.push({
        type: 'aside',
        kind: tellsOwn(text) || /^\W*["“„«]/.test(text) ? 'preface' : 'explanation',
        line,
        endLine,
        text,
      });
    } else if (this.isOutline(quote)) {
      this.use(quote, 'outline');
      parts.quotes.push(quote);
      if (this.reading !== 'answer') this.reading = 'outlined';
    } else {
      this.addBlocks(asked);
    }
  }

  /** Whether a quote is an outline. Within a section it may be just something that somebody said. */
  protected isOutline(quote: QuoteEntry): boolean {
    if (labelsOf(quote.entries).length > 0) return true;
    if (isProse(quote)) return false;
    const { sections, quotes } = this.parts;
    if (this.reading !== 'answer' || sections.length === 0) return true;
    return quotes.length === 0 && !this.labelsFollow && quote.entries.some((entry) => entry.type === 'list');
  }

  /** Adds text to the open section, where all text goes from then on. */
  addBlocks(blocks: readonly SectionBlock[]): void {
    const { sections } = this.parts;
    const [first] = blocks;
    this.reading = 'answer';
    if (first === undefined) return;
    if (sections.length === 0) sections.push(newSection('other', '', first.line));
    append(sections.at(-1)?.blocks ?? [], blocks);
    for (const block of blocks) this.use(block, 'section');
  }

  /** Keeps content below "Also works for:"; false if that part has ended. */
  protected addToAlso(each: TextEntry | ListEntry | QuoteEntry): boolean {
    if (this.also === null) return false;
    // Before the answer, a question after the list is the story's own.
    const listed = this.also.content.some((content) => content.type === 'list');
    if (listed && this.reading !== 'answer' && each.type !== 'list') {
      this.endAlso();
      return false;
    }
    this.use(each, 'alternate');
    this.also.content.push(each);
    return true;
  }

  protected endAlso(): void {
    if (this.also === null) return;
    const { heading, line, content } = this.also;
    this.also = null;
    this.addAlternates(readAlternates(content, heading, line), heading);
  }

  protected addAlternates(alternates: readonly Alternate[], { asks }: AlsoHeading): void {
    append(asks ? this.parts.asks : this.parts.alternates, alternates);
  }
}
