import { useEffect, useRef, useState } from 'react';
import { useKeys } from '../client/keys.ts';
import { useProgram, useView } from '../client/program-context.ts';
import { showFailure } from '../client/store.ts';
import { keyLabel } from '../../core/contract/commands.ts';
import { MatchList } from '../search/MatchList.tsx';
import { SearchField } from '../search/SearchField.tsx';
import { useSearch } from '../search/use-search.ts';
import { keepFocus } from '../ui/focus.ts';

/** Finding the story is part of an interview: a search by words, for whoever wants to. `chosenId` is the one found. */
export function WhichStory({ chosenId }: { chosenId: string | null }) {
  const stories = useView(({ app }) => app?.library.stories);
  const [isOpen, setOpen] = useState(false);
  const chosen = stories?.find(({ id }) => id === chosenId);
  useKeys(({ name }) => {
    if (name === keyLabel('find-story')) setOpen(true);
    return name === keyLabel('find-story');
  });
  if (isOpen) return <StoryFinder close={() => setOpen(false)} />;
  return (
    <div className="which-story">
      <p>
        {chosen === undefined ? 'Which story will you tell?' : 'You’re telling '}
        {chosen !== undefined && <b dir="auto">{chosen.name}</b>}
      </p>
      <button type="button" className="button" onMouseDown={keepFocus} onClick={() => setOpen(true)}>
        {chosen === undefined ? 'Choose it' : 'Choose another'} <kbd aria-hidden="true">{keyLabel('find-story')}</kbd>
      </button>
    </div>
  );
}

function StoryFinder({ close }: { close: () => void }) {
  const { bridge, store } = useProgram();
  const stories = useView(({ app }) => app?.library.stories);
  const field = useRef<HTMLInputElement>(null);
  const search = useSearch({
    isListed: ({ storyId }) => stories?.some(({ id, planned }) => id === storyId && planned) !== true,
    left: close,
    picked: ({ storyId }) => {
      void bridge.chooseStory({ id: storyId }).then((result) => showFailure(store, result));
      close();
    },
  });
  useEffect(() => field.current?.focus(), []);
  return (
    <div className="which-story">
      <SearchField search={search} ref={field} />
      <MatchList search={search} />
    </div>
  );
}
