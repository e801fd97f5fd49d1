import type { Ref } from 'react';
import { keyLabel } from '../../core/contract/commands.ts';
import { Icon } from '../ui/Icon.tsx';
import { longestSearch, type SearchState } from './use-search.ts';

/** The field to type into; its keys also select in the list (MatchList), which is elsewhere. */
export function SearchField({ search, ref }: { search: SearchState; ref?: Ref<HTMLInputElement> }) {
  const { words, type, hits, active, status, isError, listId, press } = search;
  return (
    <div className="find">
      <Icon name="find" />
      <input
        ref={ref}
        className="find-input"
        type="text"
        role="combobox"
        aria-label="Find a story"
        aria-expanded={hits.length > 0}
        aria-controls={hits.length > 0 ? listId : undefined}
        aria-activedescendant={active >= 0 ? optionId(listId, active) : undefined}
        aria-autocomplete="list"
        placeholder="Find a story: a few words of the question"
        spellCheck={false}
        autoComplete="off"
        maxLength={longestSearch}
        value={words}
        onChange={(event) => type(event.target.value)}
        onKeyDown={press}
      />
      {words === '' && <kbd>{keyLabel('find-story')}</kbd>}
      <output className="unseen">{isError ? '' : status}</output>
    </div>
  );
}

/** The id of a match in its list. */
export function optionId(listId: string, index: number): string {
  return `${listId}-${index}`;
}
