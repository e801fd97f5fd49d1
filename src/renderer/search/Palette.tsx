import { useEffect, useMemo, useRef } from 'react';
import { useNarrowed } from '../client/interviews.ts';
import { usePanel, useProgram, useView } from '../client/program-context.ts';
import { showFailure } from '../client/store.ts';
import { interviewName } from '../ui/format/interview.ts';
import { MatchList } from './MatchList.tsx';
import { offeredStories } from './offered-stories.ts';
import { SearchField } from './SearchField.tsx';
import { useSearch } from './use-search.ts';

/**
 * The search over the prompter's outline; the clock stays in view. Before anything is typed, it offers all stories. It
 * leaves out planned ones, which can't be shown. Leaving it gives the focus back.
 */
export function Palette() {
  const { bridge, store } = useProgram();
  const { closePanel } = usePanel();
  const field = useRef<HTMLInputElement>(null);
  const close = (): void => {
    closePanel();
    void bridge.giveFocusBack(undefined).then((result) => showFailure(store, result));
  };
  const { stories, interview } = useNarrowed();
  const pins = useView(({ app }) => app?.settings.pins);
  const recent = useView(({ app }) => app?.session.recent);
  const offered = useMemo(() => offeredStories(stories, pins ?? {}, recent ?? []), [stories, pins, recent]);
  const search = useSearch({
    offered,
    isListed: ({ storyId }) => stories.some(({ id, planned }) => id === storyId && !planned),
    isNarrowed: interview !== null,
    left: close,
    picked: ({ storyId, alternate }) => {
      void bridge.openStory({ id: storyId, variant: null, alternate }).then((result) => showFailure(store, result));
      close();
    },
  });
  useEffect(() => {
    const before = field.current?.ownerDocument.activeElement;
    field.current?.focus();
    return () => {
      if (before !== null && before !== undefined && 'focus' in before) (before as HTMLElement).focus();
    };
  }, []);
  return (
    <div className="palette">
      <SearchField search={search} ref={field} />
      <MatchList search={search} />
      {interview !== null && (
        <p className="no-match">
          Only stories for <bdi>{interviewName(interview)}</bdi>.
        </p>
      )}
    </div>
  );
}
