import { useEffect, useRef } from 'react';
import { Icon } from '../ui/Icon.tsx';
import type { Imported } from './setting-actions.ts';

interface ImportReportProps {
  imported: Imported;
  close: () => void;
}

/** What of a file was taken over, and what was not and why. */
export function ImportReport({ imported: { file, applied, refused }, close }: ImportReportProps) {
  const title = useRef<HTMLHeadingElement>(null);
  // The rows may be scrolled far down: what came of it is shown, and read out, wherever one was.
  useEffect(() => title.current?.focus(), []);
  return (
    <section className="import" aria-labelledby="import-title">
      <h2 id="import-title" ref={title} tabIndex={-1}>
        From {file}
      </h2>
      <button type="button" className="control panel-close" aria-label="Close" title="Close" onClick={close}>
        <Icon name="dismiss" />
      </button>
      <p>
        <span className="import-word">✓ Applied:</span> {applied.length === 0 ? 'nothing' : applied.join(', ')}
      </p>
      {refused.length > 0 && (
        <>
          <p className="import-word" data-tone="error">
            ✕ Refused:
          </p>
          <ul>
            {refused.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
