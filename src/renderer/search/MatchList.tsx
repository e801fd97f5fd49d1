import { useEffect, useMemo, useRef } from 'react';
import type { StoryBrief } from '../../core/contract/contract.ts';
import type { Match } from '../../core/search/search.ts';
import type { SnippetPart } from '../../core/search/snippet.ts';
import { useView } from '../client/program-context.ts';
import { StoryName } from '../ui/StoryName.tsx';
import { optionId } from './SearchField.tsx';
import { fieldNames, matchText, partsBetween, type Hit, type SearchState } from './use-search.ts';

/** How many rows are drawn at first, and below the selected one: more than a window shows. */
const rowsDrawn = 60;

/** The stories of a search, or those offered before it: a line of name and group, and a line for why. */
export function MatchList({ search }: { search: SearchState }) {
  const { hits, active, onlyNearest, status, isError, listId, pick } = search;
  const stories = useView(({ app }) => app?.library.stories);
  const briefs = useMemo(() => new Map(stories?.map((story) => [story.id, story])), [stories]);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  if (hits.length === 0) {
    return status === '' ? null : (
      <p className="no-match" role={isError ? 'alert' : undefined}>
        {status}
      </p>
    );
  }
  return (
    <div className="matches">
      {onlyNearest && <p className="no-match">Nothing fits well. Nearest:</p>}
      {/* Choosing opens a story instead of setting a value, and the options hold more than text. */}
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role */}
      <div role="listbox" id={listId} aria-label="Stories found" ref={list}>
        {hits.slice(0, Math.max(active, 0) + rowsDrawn).map((hit, index) => (
          <Option
            key={hit.storyId}
            id={optionId(listId, index)}
            hit={hit}
            brief={briefs.get(hit.storyId)}
            isActive={index === active}
            pick={() => pick(index)}
          />
        ))}
      </div>
    </div>
  );
}

interface OptionProps {
  id: string;
  hit: Hit;
  brief: StoryBrief | undefined;
  isActive: boolean;
  pick: () => void;
}

function Option({ id, hit, brief, isActive, pick }: OptionProps) {
  const match = 'snippet' in hit ? hit : null;
  const slot = 'slot' in hit ? hit.slot : null;
  const { name, reason } = matchText(brief, match?.snippet ?? []);
  const shown = name ?? [{ text: brief?.name ?? '', hit: false }];
  return (
    // The field keeps the focus and its keys select in the list, as in any combobox.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      className={match?.fits === false ? 'match weak' : 'match'}
      // An option element can only hold text.
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="option"
      id={id}
      aria-selected={isActive}
      onMouseDown={(event) => event.preventDefault()}
      onClick={pick}
    >
      <span className="match-head">
        {slot !== null && <kbd title={`Pinned to ${slot}`}>{slot}</kbd>}
        <span className="match-title" dir="auto" title={brief?.title}>
          {brief !== undefined && (
            <StoryName
              story={brief}
              beginning={<Marked parts={partsBetween(shown, 0, brief.nameDiffersAt)} />}
              rest={<Marked parts={partsBetween(shown, brief.nameDiffersAt)} />}
            />
          )}
        </span>{' '}
        <span className="match-group">{groupLine(hit, brief)}</span>
      </span>
      {match !== null && <Reason match={match} reason={reason} />}
    </div>
  );
}

function Reason({ match, reason }: { match: Match; reason: readonly SnippetPart[] }) {
  const field = match.alternate !== null && match.field !== 'alternate' ? 'alternate' : match.field;
  return (
    <span className="match-reason">
      <span className="match-field">{fieldNames[field]}</span>
      {reason.length > 0 && (
        <>
          {' · '}
          <span dir="auto">
            <Marked parts={reason} />
          </span>
        </>
      )}
    </span>
  );
}

/** A story’s group beside its name, and whether it was used. */
function groupLine(hit: Hit, brief: StoryBrief | undefined): string {
  const parts = ['isRecent' in hit && hit.isRecent && hit.slot === null ? 'last used' : null, brief?.group ?? null];
  return parts.filter((part) => part !== null).join(' · ');
}

function Marked({ parts }: { parts: readonly SnippetPart[] }) {
  return parts.map(({ text, hit }, index) => (hit ? <mark key={index}>{text}</mark> : <span key={index}>{text}</span>));
}
