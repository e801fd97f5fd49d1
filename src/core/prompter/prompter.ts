import { defaultVariant } from './default-variant.ts';
import { mostLeft, type PrompterPlace, type ShownPlace } from './place.ts';
import type { SessionState } from './prompt.ts';
import type { SessionAction } from './session.ts';
import { sessionSnapshot } from './session-state.ts';
import type { StoryOffer } from './story-offer.ts';
import { writtenStories } from '../stories/written-stories.ts';
import type { Settings } from '../settings/schema.ts';
import type { Story } from '../stories/model.ts';
import { shortName } from '../stories/short-names.ts';
import { findSuccessor, storyNow } from '../stories/story-successor.ts';
import {
  actOnShown,
  withoutAnswer,
  movedTo,
  newShownStory,
  refreshShown,
  shownAt,
  stillThere,
  tellAs,
  withTarget,
  type PlanBasis,
  type PromptPlace,
  type ShownStory,
  type Telling,
} from './shown-story.ts';

/** The prompter and its countdown. One session runs at most; the others wait where they were left. */
export interface PrompterService {
  /** The story on the prompter; null while there are no stories. */
  shown: () => ShownStory | null;
  state: () => SessionState;
  /**
   * Shows a story, or its variant, and for an alternate its question with its own sections and notes. Without a variant
   * (not null) it comes as it was left, else in its default version. The clock and the section are the story’s: they
   * stay in another version, and in a story that was shown before, where it was left.
   */
  open: (story: Story, variant?: number | null, alternate?: number | null) => void;
  /** Goes to a row, or to a follow-up after the last one. */
  moveTo: (place: PromptPlace) => void;
  /** Gives what is shown another target, also in the middle of an answer. */
  setTarget: (targetMs: number) => void;
  /** Shows the answer to a follow-up, which must have one, in place of the outline; null goes back. */
  showFollowUp: (index: number | null) => void;
  /** The story that the same key opens if it is pressed again; null for none. Whatever else is done takes it away. */
  offered: () => StoryOffer | null;
  offer: (offer: StoryOffer | null) => void;
  /** The id of the story that was on the prompter before the current one; null if that is the first. */
  previous: () => string | null;
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
  /** What it shows was saved with other words. */
  updated: () => void;
}

/** A prompter without stories. */
export function setUpPrompter(options: PrompterServiceOptions): PrompterService {
  const { nowMs, settings, paced, changed, acted, lost, lostNoMore, updated } = options;
  let current: ShownStory | null = null;
  /** What was left, by its story’s id. Those left last come last. */
  const left = new Map<string, ShownStory>();
  let present: readonly Story[] = [];
  let isLost = false;
  const basis = (): PlanBasis => ({ settings: settings(), paced });
  let previous: string | null = null;
  let offered: StoryOffer | null = null;

  function put(shown: ShownStory | null): void {
    if (shown === current) return;
    current = shown;
    offered = null;
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
    previous = shown.story.id;
    keep(shown);
  }

  function keep(shown: ShownStory): void {
    left.delete(shown.story.id);
    left.set(shown.story.id, actOnShown(shown, { type: 'pause' }, basis(), nowMs()));
  }

  function recent(): string[] {
    return [...left.keys()].filter((id) => id !== current?.story.id).toReversed();
  }

  /** Moves what was left in a story to the story’s new id. */
  function followLeft(known: readonly Story[]): void {
    const ids = new Set(present.map(({ id }) => id));
    for (const [id, shown] of left) {
      if (ids.has(id)) continue;
      const story = findSuccessor(shown.story, known, present);
      if (story === null || !stillThere(shown, story)) continue;
      left.delete(id);
      left.set(story.id, refreshShown(shown, story, basis(), nowMs()));
      if (previous === id) previous = story.id;
    }
  }

  function open(story: Story, variant?: number | null, alternate: number | null = null): void {
    const telling = variant === undefined ? null : { variant, alternate };
    if (current !== null && current.story.id === story.id && !isLost) {
      return putByPerson(telling === null ? withoutAnswer(current) : tellAs(current, telling, basis(), nowMs()));
    }
    if (current !== null) leave(current);
    acted();
    show(story, telling);
  }

  /** Shows a story where it was left, else at its start; null tells it as it was told then, or by default. */
  function show(story: Story, telling: Telling | null): void {
    const old = left.get(story.id);
    setFound();
    if (old === undefined) {
      const variant = telling === null ? defaultVariant(story, settings()) : telling.variant;
      return put(newShownStory(story, variant, basis(), telling?.alternate ?? null));
    }
    const again = refreshShown(old, story, basis(), nowMs());
    put(telling === null ? withoutAnswer(again) : tellAs(again, telling, basis(), nowMs()));
  }

  /** Shows the story as it was saved; says so if it looks different. */
  function refresh(shown: ShownStory, found: Story): void {
    const after = refreshShown(shown, found, basis(), nowMs());
    put(after);
    if (looksOf(after) !== looksOf(shown)) updated();
  }

  /** What a view draws of it, to be compared: not where the lines are in the file. */
  function looksOf(shown: ShownStory): string {
    const { prompt, plan } = sessionSnapshot(shown, false, settings(), 0);
    return JSON.stringify({ prompt, plan }, (key, value: unknown) => (key === 'line' ? undefined : value));
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
      const wasLost = isLost;
      setFound();
      if (found !== shown.story) refresh(shown, found);
      else if (wasLost) changed();
    } else if (otherFolders && shown.session.status.kind === 'idle') {
      keep(shown);
      openFirst();
    } else if (!isLost) {
      isLost = true;
      changed();
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
      if (there !== null) left.set(there.story.id, there);
    }
    previous = place.previous;
    const wasLost = isLost;
    if (gone === null) setFound();
    else isLost = true;
    put(shown);
    if (gone !== null && !wasLost) lost(gone);
  }

  /** Nobody else needs to hear of it: the other prompter said so. */
  function follow({ prompt, plan, session, rehearsing }: SessionState, listed: readonly Story[]): void {
    if (prompt === null || rehearsing !== null) return;
    const { storyId, variant, alternate, reached, followUp } = prompt;
    const story = listed.find(({ id }) => id === storyId) ?? (current?.story.id === storyId ? current.story : null);
    if (story === null) return;
    if (current !== null && current.story.id !== storyId) leave(current);
    current = { story, variant, alternate, reached, followUp, plan, session };
    offered = null;
    isLost = prompt.isGone;
  }

  function openFirst(): void {
    const [first] = present;
    if (first !== undefined) return show(first, null);
    setFound();
    put(null);
  }

  return {
    shown: () => current,
    state: () => ({
      ...sessionSnapshot(current, isLost, settings(), nowMs()),
      recent: recent(),
      offer: offered && offerOf(offered),
    }),
    offered: () => offered,
    offer: (offer) => {
      if (offer === offered) return;
      offered = offer;
      changed();
    },
    open,
    showFollowUp: (followUp) => {
      if (current !== null && current.followUp !== followUp) putByPerson({ ...current, followUp });
    },
    moveTo: (place) => {
      if (current !== null) putByPerson(movedTo(current, place, nowMs()));
    },
    setTarget: (targetMs) => {
      if (current !== null) putByPerson(withTarget(current, targetMs, basis(), nowMs()));
    },
    previous: () => previous,
    act: (action) => {
      if (current === null) return;
      const shown = actOnShown(current, action, basis(), nowMs());
      if (action.type === 'sleep' || action.type === 'away' || action.type === 'hold') put(shown);
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

function offerOf({ story, step }: StoryOffer): NonNullable<SessionState['offer']> {
  return { name: shortName(story.title), step };
}

function placeOf({ story, variant, alternate, reached, followUp, session }: ShownStory): ShownPlace {
  return { storyId: story.id, variant, alternate, reached, followUp, session };
}
