import type { ReactNode } from 'react';
import type { AnswerSection, Labelled, SectionKind } from '../../core/stories/model.ts';
import { sectionLook } from '../ui/format/section.ts';
import { showFailure } from '../client/store.ts';
import { useProgram } from '../client/program-context.ts';
import { blocksOf, partsOf, type AnswerBlock } from './answer-blocks.ts';

/** A full answer, or notes: every section with its letter in the margin. */
export function Answer({ sections }: { sections: readonly AnswerSection[] }) {
  return sections.map(({ kind, label, text }, index) => (
    <Section key={index} kind={kind} label={label}>
      <Blocks text={text} />
    </Section>
  ));
}

/** What belongs to a story but not to its answer, such as a tip or the evidence, each under its own label. */
export function Notes({ notes }: { notes: readonly Labelled[] }) {
  if (notes.length === 0) return null;
  return (
    <section className="story-notes" aria-label="Notes">
      {notes.map(({ label, text }, index) => (
        <div className="section-text" key={index}>
          <h2 dir="auto">{label}</h2>
          <Blocks text={text} />
        </div>
      ))}
    </section>
  );
}

/** Plain text as paragraphs and lines. */
export function Blocks({ text }: { text: string }) {
  return blocksOf(text).map((block, at) => <Block key={at} block={block} />);
}

interface SectionProps {
  kind: SectionKind;
  label: string;
  children: ReactNode;
}

/** A section beside its letter. The author’s own heading is the tooltip and the accessible name. */
export function Section({ kind, label, children }: SectionProps) {
  const { letter, name } = sectionLook(kind, label);
  const title = label.length > 1 ? label : name;
  return (
    <section className="section" data-kind={kind} aria-label={title}>
      <span className="section-letter" aria-hidden="true" title={title}>
        {letter}
      </span>
      <div className="section-text">{children}</div>
    </section>
  );
}

function Block({ block }: { block: AnswerBlock }) {
  if (block.type === 'paragraph') {
    return (
      <p dir="auto">
        <Text text={block.text} />
      </p>
    );
  }
  return (
    <ul>
      {block.lines.map((line, index) => (
        <li key={index} dir="auto">
          <Text text={line} />
        </li>
      ))}
    </ul>
  );
}

/** Plain text. Addresses in it open in the system’s own app. */
function Text({ text }: { text: string }) {
  const { bridge, store } = useProgram();
  return partsOf(text).map((part, index) => {
    const { url } = part;
    if (url === null) return part.text;
    return (
      <a
        key={index}
        href={url}
        rel="noreferrer"
        onClick={(event) => {
          event.preventDefault();
          void bridge.openLink({ url }).then((result) => showFailure(store, result));
        }}
      >
        {part.text}
      </a>
    );
  });
}
