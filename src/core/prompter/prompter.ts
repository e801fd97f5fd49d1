import { mostLeft, type PrompterPlace, type ShownPlace } from './place.ts';
import type { SessionState } from './prompt.ts';
import type { SessionAction } from './session.ts';
import { writtenStories } from '../rehearsal/chosen-stories.ts';
import type { Settings } from '../settings/schema.ts';
import type { Story } from '../stories/model.ts';
import { findSuccessor, storyNow } from '../stories/story-successor.ts';
import {
  actOnShown,
  newShownStory,
  refreshShown,
  sessionSnapshot,
  shownAt,
  stillThere,
  type PlanBasis,
  type ShownStory,
} from './shown-story.ts';

/** The prompter and its countdown. One session runs at most; the others wait where they were left. */
export interface PrompterService {
  /** The story on the prompter; null while there are no stories. */
  shown: () => ShownStory | null;
  state: () => SessionState;
  /**
   * Shows a story or its variant: where it was left if it was shown before, else at its start. An alternate brings
   * its question and notes; the time and the row stay the story’s.
   */
  open: (story: Story, variant: number | null, alternate?: number | null) => void;
  /** Shows the answer to a follow-up, which must have one, in place of the outline; null goes back. */
  showFollowUp: (index: number | null) => void;
  /** What was on the prompter before the current story; null if that is the first. */
  previous: () => StoryRef | null;
  act: (action: SessionAction) => void;
  /** Adopts what the settings, and the runs that a plan can follow, say now. */
  settingsChanged: () => void;
  /**
   * Shows the story as it is in the files now, under its new name if it was renamed, and keeps it if it is gone; so
   * too the stories that were left. Opens the first story if none is shown, or if these stories come from other
   * folders (`otherFolders`), the shown one isn’t among them, and its clock is idle. A planned story counts as gone.
   */
  storiesChanged: (stories: readonly Story[], otherFolders?: boolean) => void;
  /** Where it is, and where other stories were left, as plain data. */
  place: () => PrompterPlace;
  /**
   * Goes to a place that another program, or a page, was at. `own` is the story shown there: where these stories lack
   * it, it is shown as gone. Without it, a story that is gone changes nothing.
   */
  adopt: (place: PrompterPlace, stories: readonly Story[], own?: Story | null) => void;
  /** Takes over what another prompter shows now; a story that isn’t among these changes nothing. */
  follow: (state: SessionState, stories: readonly Story[]) => void;
}

/** A story, or one of its variants, and the alternate whose notes are shown. */
export interface StoryRef {
  storyId: string;
  variant: number | null;
  alternate: number | null;
}

export interface PrompterServiceOptions {
  nowMs: () => number;
  settings: () => Settings;
  paced: PlanBasis['paced'];
  /** Something that a view shows changed. */
  changed: () => void;
  /** The person changed the session; comes before `changed`. */
  acted: () => void;
  /** The story on the prompter is no longer in any file. */
  lost: (story: Story) => void;
  /** It is back, or another story replaced it. */
  lostNoMore: () => void;
}

/** A prompter without stories. */
export function setUpPrompter(options: PrompterServiceOptions): PrompterService {
  const { nowMs, settings, paced, changed, acted, lost, lostNoMore } = options;
  let current: ShownStory | null = null;
  /** Those left last come last. */
  const left = new Map<string, ShownStory>();
  let present: readonly Story[] = [];
  let isLost = false;
  const basis = (): PlanBasis => ({ settings: settings(), paced });
  let previous: StoryRef | null = null;

  function put(shown: ShownStory | null): void {
    if (shown === current) return;
    current = shown;
    changed();
  }

  function putByPerson(shown: ShownStory | null): void {
    if (shown !== current) acted();
    put(shown);
  }

  function setFound(): void {
    if (!isLost) return;
    isLost = false;
    lostNoMore();
  }

  function leave(shown: ShownStory): void {
    const { story, variant, alternate } = shown;
    previous = { storyId: story.id, variant, alternate };
    keep(shown);
  }

  function keep(shown: ShownStory): void {
    const key = keyOf(shown.story.id, shown.variant);
    left.delete(key);
    left.set(key, actOnShown(shown, { type: 'pause' }, basis(), nowMs()));
  }

  function recent(): string[] {
    const ids = new Set([...left.values()].map(({ story }) => story.id).reverse());
    if (current !== null) ids.delete(current.story.id);
    return [...ids];
  }

  /** Moves what was left in a story to the story’s new id. */
  function followLeft(known: readonly Story[]): void {
    const ids = new Set(present.map(({ id }) => id));
    for (const [key, shown] of left) {
      if (ids.has(shown.story.id)) continue;
      const story = findSuccessor(shown.story, known, present);
      if (story === null || !stillThere(shown, story)) continue;
      const followed = refreshShown(shown, story, basis(), nowMs());
      left.delete(key);
      left.set(keyOf(story.id, followed.variant), followed);
      if (previous !== null && keyOf(previous.storyId, previous.variant) === key) {
        previous = { storyId: story.id, variant: followed.variant, alternate: followed.alternate };
      }
    }
  }

  function open(story: Story, variant: number | null, alternate: number | null = null): void {
    if (current?.story.id === story.id && current.variant === variant && !isLost) {
      if (current.alternate !== alternate || current.followUp !== null)
        putByPerson({ ...current, alternate, followUp: null });
      return;
    }
    if (current !== null) leave(current);
    acted();
    show(story, variant, alternate);
  }

  /** Shows it where it was left, else at its start. */
  function show(story: Story, variant: number | null, alternate: number | null): void {
    const old = left.get(keyOf(story.id, variant));
    const again = old && refreshShown(old, story, basis(), nowMs());
    setFound();
    put(
      again?.variant === variant
        ? { ...again, alternate, followUp: null }
        : newShownStory(story, variant, basis(), alternate),
    );
  }

  function storiesChanged(listed: readonly Story[], otherFolders = false): void {
    const stories = writtenStories(listed);
    const known = present;
    present = stories;
    followLeft(known);
    const shown = current;
    const found = shown && storyNow(shown.story.id, shown.story, known, stories);
    if (shown === null) openFirst();
    else if (found && stillThere(shown, found)) {
      setFound();
      if (found !== shown.story) put(refreshShown(shown, found, basis(), nowMs()));
    } else if (otherFolders && shown.session.status.kind === 'idle') {
      keep(shown);
      openFirst();
    } else if (!isLost) {
      isLost = true;
      lost(shown.story);
    }
  }

  function adopt(place: PrompterPlace, listed: readonly Story[], own: Story | null = null): void {
    const known = new Map(writtenStories(listed).map((story) => [story.id, story]));
    const at = (of: ShownPlace, story: Story | undefined = known.get(of.storyId)): ShownStory | null =>
      story === undefined ? null : shownAt(of, story, basis(), nowMs());
    const gone = place.shown === null || known.has(place.shown.storyId) ? null : own;
    const shown = place.shown && at(place.shown, gone ?? undefined);
    if (shown === null) return;
    left.clear();
    for (const each of place.left) {
      const there = at(each);
      if (there !== null) left.set(keyOf(there.story.id, there.variant), there);
    }
    previous = place.previous;
    if (gone === null) setFound();
    put(shown);
    if (gone === null || isLost) return;
    isLost = true;
    lost(gone);
  }

  /** Nobody else needs to hear of it: the other prompter said so. */
  function follow({ prompt, plan, session, rehearsing }: SessionState, listed: readonly Story[]): void {
    if (prompt === null || rehearsing !== null) return;
    const { storyId, variant, alternate, followUp } = prompt;
    const story = listed.find(({ id }) => id === storyId) ?? (current?.story.id === storyId ? current.story : null);
    if (story === null) return;
    if (current !== null && keyOf(current.story.id, current.variant) !== keyOf(storyId, variant)) leave(current);
    current = { story, variant, alternate, followUp, plan, session };
    isLost = false;
  }

  function openFirst(): void {
    const [first] = present;
    if (first !== undefined) return show(first, null, null);
    setFound();
    put(null);
  }

  return {
    shown: () => current,
    state: () => ({ ...sessionSnapshot(current, settings(), nowMs()), recent: recent() }),
    open,
    showFollowUp: (followUp) => {
      if (current !== null && current.followUp !== followUp) putByPerson({ ...current, followUp });
    },
    previous: () => previous,
    act: (action) => {
      if (current === null) return;
      const shown = actOnShown(current, action, basis(), nowMs());
      if (action.type === 'sleep' || action.type === 'away') put(shown);
      else putByPerson(shown);
    },
    settingsChanged: () => {
      if (current === null) changed();
      else put(refreshShown(current, current.story, basis(), nowMs()));
    },
    storiesChanged,
    place: () => ({
      shown: current && placeOf(current),
      left: [...left.values()].slice(-mostLeft).map(placeOf),
      previous,
    }),
    adopt,
    follow,
  };
}

function placeOf({ story, variant, alternate, followUp, session }: ShownStory): ShownPlace {
  return { storyId: story.id, variant, alternate, followUp, session };
}

function keyOf(storyId: string, variant: number | null): string {
  return variant === null ? storyId : `${storyId}#${variant}`;
}
