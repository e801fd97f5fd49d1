import { useEffect, useRef, useState } from 'react';
import type { ReadDocument } from '../../core/contract/contract.ts';
import type { Incoming } from '../client/outcome.ts';
import { counted, foundWords } from '../ui/format/story.ts';
import { MoreButton, useShowMore } from '../ui/MoreButton.tsx';

interface DocumentLookProps {
  incoming: Incoming;
  save: () => Promise<string | null>;
  cancel: () => void;
}

/** A look at what was read, before it is kept. */
export function DocumentLook({ incoming, save, cancel }: DocumentLookProps) {
  const { isReading, documents, refused, folder } = incoming;
  const [error, setError] = useState('');
  const first = useRef<HTMLButtonElement>(null);
  const readable = documents.filter(({ text }) => text !== '').length;
  // Enter saves; with nothing to save, it closes.
  useEffect(() => {
    if (!isReading) first.current?.focus();
  }, [isReading]);
  return (
    <>
      <div className="looked" aria-busy={isReading}>
        {documents.map((document, index) => (
          <DocumentPart key={index} document={document} />
        ))}
        {refused.map((sentence, index) => (
          <p key={index} className="folder-error">
            {sentence}
          </p>
        ))}
        <output>{isReading ? 'Reading…' : ''}</output>
        {readable > 0 && folder !== null && (
          <p className="ways-note">
            Saving makes {readable === 1 ? 'a new Markdown file' : `${readable} new Markdown files`} in{' '}
            <span dir="ltr">{folder}</span>.{' '}
            {readable === 1 ? 'The original stays as it is.' : 'The originals stay as they are.'}
          </p>
        )}
        <p className="folder-error" role="alert">
          {error}
        </p>
      </div>
      <div className="sheet-foot">
        <button type="button" className="button" ref={readable === 0 ? first : undefined} onClick={cancel}>
          {readable === 0 ? 'Close' : 'Cancel'}
        </button>
        {readable > 0 && (
          <button
            type="button"
            className="button"
            data-main="true"
            ref={first}
            disabled={isReading}
            onClick={() => void save().then((problem) => setError(problem ?? ''))}
          >
            {readable === 1 ? 'Save' : `Save ${counted(readable, 'file')}`}
          </button>
        )}
      </div>
    </>
  );
}

/** Enough to see whether it was read rightly. */
const shownFirst = 8;

function DocumentPart({ document: { name, text, stories, hints, problem } }: { document: ReadDocument }) {
  const shown = useShowMore(stories.length, shownFirst);
  return (
    <section className="looked-document" aria-label={name}>
      {text !== '' && <h3 dir="auto">{name}</h3>}
      {stories.length > 0 && <p className="num">{foundWords(stories, hints)}</p>}
      {problem !== null && <p className="folder-error">{problem}</p>}
      <ul>
        {stories.slice(0, shown.count).map(({ title, group }, index) => (
          <li key={index} dir="auto">
            {group !== null && <span className="looked-group">{group} · </span>}
            {title}
          </li>
        ))}
      </ul>
      <MoreButton shown={shown} noun="story" nouns="stories" />
    </section>
  );
}
