import { useMemo } from 'react';
import type { StoryBrief } from '../../core/contract/contract.ts';
import { isInSet, narrowedInterview, type Interview } from '../../core/rehearsal/interviews.ts';
import type { IsoMoment } from '../../core/rehearsal/iso-time.ts';
import { useTimed } from './use-frame.ts';
import { useView } from './program-context.ts';

/** Now by this computer’s clock and time zone. */
function wallNow(): IsoMoment {
  const date = new Date();
  return { epochMs: date.getTime(), offsetMinutes: -date.getTimezoneOffset() };
}

const minuteMs = 60_000;

/** Now by the wall clock; rendered again with each minute, in which an interview comes nearer. */
export function useWallNow(): IsoMoment {
  return useTimed(() => {
    const now = wallNow();
    return { ...now, nextChangeInMs: minuteMs - (now.epochMs % minuteMs) };
  });
}

const none: readonly StoryBrief[] = [];

/** The interview that the program is narrowed to, and the stories for it; all stories without one. */
export function useNarrowed(): { interview: Interview | null; stories: readonly StoryBrief[] } {
  const stories = useView(({ app }) => app?.library.stories ?? none);
  // Found again with each message of the program: its day passes seldom.
  const interview = useView(({ app }) => (app === null ? null : narrowedInterview(app.settings, wallNow())));
  return useMemo(
    () => ({
      interview,
      stories: interview === null ? stories : stories.filter((story) => isInSet(story, interview.stories)),
    }),
    [interview, stories],
  );
}
