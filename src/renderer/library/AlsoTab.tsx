import { useEffect, useRef } from 'react';
import type { Story } from '../../core/stories/model.ts';
import { Answer } from './Answer.tsx';
import { usePrompt } from './use-prompt.ts';

interface AlsoTabProps {
  story: Story;
  /** The alternate that a search found: it comes first. */
  onTop: number | null;
}

/** The other questions that the story answers, with what to say differently. */
export function AlsoTab({ story: { id, alternates }, onTop }: AlsoTabProps) {
  const prompt = usePrompt();
  const first = useRef<HTMLElement>(null);
  useEffect(() => {
    if (onTop !== null) first.current?.scrollIntoView({ block: 'nearest' });
  }, [onTop]);
  const order = [...alternates.keys()].toSorted((one, other) => Number(other === onTop) - Number(one === onTop));
  return order.map((index) => {
    const alternate = alternates[index];
    if (alternate === undefined) return null;
    const { group, question, followUps, notes } = alternate;
    return (
      <article className="also" key={index} data-found={index === onTop} ref={index === onTop ? first : undefined}>
        <p className="crumb" dir="auto">
          {group ?? 'Another question'}
        </p>
        <h2 dir="auto">{question ?? group ?? 'Another question'}</h2>
        {followUps.length > 0 && (
          <ul className="follow-ups">
            {followUps.map((followUp, at) => (
              <li key={at} dir="auto">
                {followUp}
              </li>
            ))}
          </ul>
        )}
        <div className="also-notes">
          <Answer sections={notes} />
        </div>
        <button
          type="button"
          className="button"
          aria-label={`Prompt with these notes: ${question ?? group ?? 'another question'}`}
          onClick={() => prompt({ id, alternate: index })}
        >
          Prompt with these notes
        </button>
      </article>
    );
  });
}
