import { useEffect, useMemo, useRef } from 'react';
import type { StoryBrief } from '../../core/contract/contract.ts';
import type { Match } from '../../core/search/search.ts';
import type { SnippetPart } from '../../core/search/snippet.ts';
import { useView } from '../client/program-context.ts';
import { StoryName } from '../ui/StoryName.tsx';
import { optionId } from './SearchField.tsx';
import { fieldNames, matchText, partsBetween, type SearchState } from './use-search.ts';

/** The matches of a search: title, group and reason, with the matching words marked. */
export function MatchList({ search }: { search: SearchState }) {
  const { matches, active, status, isError, listId, pick } = search;
  const stories = useView(({ app }) => app?.library.stories);
  const briefs = useMemo(() => new Map(stories?.map((story) => [story.id, story])), [stories]);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  if (matches.length === 0) {
    return status === '' ? null : (
      <p className="no-match" role={isError ? 'alert' : undefined}>
        {status}
      </p>
    );
  }
  return (
    // Choosing opens a story instead of setting a value, and the options hold more than text.
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
    <div className="matches" role="listbox" id={listId} aria-label="Stories found" ref={list}>
      {matches.map((match, index) => (
        <Option
          key={match.storyId}
          id={optionId(listId, index)}
          match={match}
          brief={briefs.get(match.storyId)}
          isActive={index === active}
          pick={() => pick(index)}
        />
      ))}
    </div>
  );
}

interface OptionProps {
  id: string;
  match: Match;
  brief: StoryBrief | undefined;
  isActive: boolean;
  pick: () => void;
}

function Option({ id, match, brief, isActive, pick }: OptionProps) {
  const { name, reason } = matchText(brief, match.snippet);
  const shown = name ?? [{ text: brief?.name ?? '', hit: false }];
  const group = brief?.group ?? null;
  const field = match.alternate !== null && match.field !== 'alternate' ? 'alternate' : match.field;
  return (
    // The field keeps the focus and its keys select in the list, as in any combobox.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      className="match"
      // An option element can only hold text.
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="option"
      id={id}
      aria-selected={isActive}
      onMouseDown={(event) => event.preventDefault()}
      onClick={pick}
    >
      <span className="match-title clamped" dir="auto" title={brief?.title}>
        {brief !== undefined && (
          <StoryName
            story={brief}
            beginning={<Marked parts={partsBetween(shown, 0, brief.nameDiffersAt)} />}
            rest={<Marked parts={partsBetween(shown, brief.nameDiffersAt)} />}
          />
        )}
      </span>
      <span className="match-reason">
        {group !== null && <span className="match-group">{group} · </span>}
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
    </div>
  );
}

function Marked({ parts }: { parts: readonly SnippetPart[] }) {
  return parts.map(({ text, hit }, index) => (hit ? <mark key={index}>{text}</mark> : <span key={index}>{text}</span>));
}
