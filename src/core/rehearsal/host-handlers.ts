import type { Handlers } from '../contract/contract.ts';
import type { PressClock } from '../press-clock.ts';
import { followUpsOf } from '../prompter/shown-story.ts';
import { defaultVariant } from '../prompter/default-variant.ts';
import { notWritten } from '../prompter/prompter-commands.ts';
import type { Story } from '../stories/model.ts';
import { withOutlines } from '../stories/outline/told.ts';
import { shortName } from '../stories/short-names.ts';
import type { RehearsalHost } from './rehearsal-commands.ts';
import { moveCursorOfRun } from './rehearsal-on-prompter.ts';

/** The calls that the program and a page without it answer alike. */
type HostCalls =
  | 'readStory'
  | 'openStory'
  | 'moveCursor'
  | 'holdCursor'
  | 'showFollowUp'
  | 'actOnRun'
  | 'chooseStory'
  | 'rateAnswer'
  | 'nextAsk'
  | 'repeatAsk'
  | 'closeRehearsal';

/** Answers the calls about the session on the prompter and about the current rehearsal. */
export function hostHandlers(host: RehearsalHost, { during }: Pick<PressClock, 'during'>): Pick<Handlers, HostCalls> {
  const { rehearsal } = host;
  const storyOf = (id: string): Story | undefined => host.stories().find((candidate) => candidate.id === id);
  return {
    readStory: ({ id }) => {
      const story = storyOf(id);
      return story === undefined ? null : withOutlines(story);
    },
    openStory: ({ id, variant, alternate = null }) => {
      const story = storyOf(id);
      if (story === undefined) throw new Error(storyGone);
      if (story.planned) throw new Error(notWritten(story));
      const gone = (what: string, index: number) =>
        new Error(`“${shortName(story.title)}” no longer has ${what} ${index + 1}. Choose another one from the list.`);
      if (variant !== null && story.variants[variant] === undefined) throw gone('variant', variant);
      if (alternate !== null && story.alternates[alternate] === undefined) throw gone('alternate question', alternate);
      // Without a variant it is the default one; an alternate has sections for the full answer.
      const version = variant ?? (alternate === null ? defaultVariant(story, host.settings()) : null);
      host.openStory(story, version, alternate);
      return null;
    },
    moveCursor: ({ cursorMs, atMs }) => {
      during(atMs, () => {
        if (!moveCursorOfRun(host, cursorMs)) host.prompter.act({ type: 'moveCursor', cursorMs });
      });
      return null;
    },
    holdCursor: ({ forMs }) => {
      if (rehearsal.prompter() === null) host.prompter.act({ type: 'hold', forMs });
      return null;
    },
    showFollowUp: ({ index }) => {
      showFollowUp(host, index);
      return null;
    },
    actOnRun: ({ action, atMs }) => {
      during(atMs, () => rehearsal.act(action));
      return null;
    },
    chooseStory: ({ id }) => {
      const story = storyOf(id);
      if (story === undefined) throw new Error(storyGone);
      if (story.planned) throw new Error(notWritten(story));
      rehearsal.choose(story);
      return null;
    },
    rateAnswer: async ({ at, rating }) => {
      await rehearsal.rate(at, rating);
      return null;
    },
    nextAsk: async (place) => {
      await during(place?.atMs, () => rehearsal.next(place && { at: place.at, step: place.step }));
      return null;
    },
    repeatAsk: async () => {
      await rehearsal.repeat();
      return null;
    },
    closeRehearsal: async () => {
      await rehearsal.close();
      return null;
    },
  };
}

/** Says that a story isn’t there any more. */
export const storyGone = 'That story is no longer in your files. Choose another one from the list.';

/** In a rehearsal, going back hides the answer again. */
function showFollowUp({ prompter, rehearsal }: RehearsalHost, index: number | null): void {
  if (rehearsal.prompter() !== null) {
    if (index === null) rehearsal.act({ type: 'peekUp' });
    return;
  }
  const shown = prompter.shown();
  const isPrepared = shown !== null && index !== null && Boolean(followUpsOf(shown)[index]?.answer);
  if (index !== null && !isPrepared) throw new Error('That follow-up has no prepared answer any more.');
  prompter.offer(null);
  prompter.showFollowUp(index);
}
