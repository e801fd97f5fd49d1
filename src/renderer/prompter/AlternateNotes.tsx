import { useState } from 'react';
import type { Prompt } from '../../core/contract/contract.ts';
import { sectionLook } from '../ui/format/section.ts';
import { Icon } from '../ui/Icon.tsx';

/** A story's notes for an alternate question, above its outline; the heading folds them away. */
export function AlternateNotes({ prompt: { question, notes, storyId, alternate } }: { prompt: Prompt }) {
  const shown = `${storyId} ${alternate}`;
  const [folded, setFolded] = useState('');
  const isOpen = folded !== shown;
  return (
    <section className="notes" aria-label="Notes for this question">
      <button
        type="button"
        className="notes-head"
        aria-expanded={isOpen}
        // A clicked button would take the focus, so that Space folded the notes instead of starting the clock.
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => setFolded(isOpen ? shown : '')}
      >
        <Icon name="chevron" />
        <span dir="auto">{question ?? 'Notes'}</span>
      </button>
      {isOpen && notes.length > 0 && (
        // Long notes scroll, which the keyboard must be able to do.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <div className="notes-text" tabIndex={0}>
          {notes.map(({ kind, label, text }, index) => (
            <div className="note" key={index} data-kind={kind}>
              <span className="letter">
                <span aria-hidden="true">{sectionLook(kind, label).letter}</span>
                <span className="unseen">{sectionLook(kind, label).name}</span>
              </span>
              <p dir="auto">{text.replaceAll(/\n{2,}/gu, '\n')}</p>
            </div>
          ))}
        </div>
      )}
    </section>
  );
}
