import type { SessionState } from '../../core/contract/contract.ts';
import type { SessionAction } from '../../core/prompter/session.ts';
import type { Settings } from '../../core/settings/schema.ts';
import type { Story } from '../../core/stories/model.ts';
import { findSuccessor, storyNow } from '../base/story-successor.ts';
import {
  actOnRun,
  newRun,
  refreshRun,
  sessionState,
  stillThere,
  type PlanBasis,
  type StoryRun,
} from './session-actions.ts';

/** What is on the prompter. One session runs at most; those that were left wait where they were. */
export interface Stage {
  run: () => StoryRun | null;
  state: () => SessionState;
  /**
   * Puts a story or its variant on: where it was left, if it was on before, else at its start. With an alternate
   * its question and notes are shown; the time and the row stay the story's.
   */
  open: (story: Story, variant: number | null, alternate?: number | null) => void;
  /** What was on before the story that is on now; null where that was the first. */
  before: () => Place | null;
  act: (action: SessionAction) => void;
  /** Takes over what the settings, and the runs that a plan can go by, say now. */
  settingsChanged: () => void;
  /**
   * Shows the story as it is in the files now; follows it when it was renamed, keeps it when it is gone. What was
   * left in other stories is kept likewise. The first story is opened where there is none on the prompter, or where
   * these stories are from other folders (`otherFolders`), the one shown isn't among them, and its clock is idle.
   */
  storiesChanged: (stories: readonly Story[], otherFolders?: boolean) => void;
}

/** What a person was at. */
export interface Place {
  storyId: string;
  variant: number | null;
  alternate: number | null;
}

export interface StageOptions {
  nowMs: () => number;
  settings: () => Settings;
  paced: PlanBasis['paced'];
  /** Something that a view shows is different. */
  changed: () => void;
  /** The story on the prompter is in no file any more. */
  lost: (story: Story) => void;
  /** It is there again, or was left for another. */
  lostNoMore: () => void;
}

/** An empty stage. */
export function setUpStage({ nowMs, settings, paced, changed, lost, lostNoMore }: StageOptions): Stage {
  let current: StoryRun | null = null;
  const left = new Map<string, StoryRun>();
  let present: readonly Story[] = [];
  let isLost = false;
  const basis = (): PlanBasis => ({ settings: settings(), paced });
  let before: Place | null = null;

  function put(run: StoryRun | null): void {
    if (run === current) return;
    current = run;
    changed();
  }

  function setFound(): void {
    if (!isLost) return;
    isLost = false;
    lostNoMore();
  }

  function leave(run: StoryRun): void {
    const { story, variant, alternate } = run;
    before = { storyId: story.id, variant, alternate };
    keep(run);
  }

  function keep(run: StoryRun): void {
    left.set(keyOf(run.story.id, run.variant), actOnRun(run, { type: 'pause' }, basis(), nowMs()));
  }

  /** What was left in a story that has another id now is found under that. */
  function followLeft(known: readonly Story[]): void {
    const ids = new Set(present.map(({ id }) => id));
    for (const [key, run] of left) {
      if (ids.has(run.story.id)) continue;
      const story = findSuccessor(run.story, known, present);
      if (story === null || !stillThere(run, story)) continue;
      const followed = refreshRun(run, story, basis(), nowMs());
      left.delete(key);
      left.set(keyOf(story.id, followed.variant), followed);
      if (before !== null && keyOf(before.storyId, before.variant) === key) {
        before = { storyId: story.id, variant: followed.variant, alternate: followed.alternate };
      }
    }
  }

  function open(story: Story, variant: number | null, alternate: number | null = null): void {
    if (current?.story.id === story.id && current.variant === variant && !isLost) {
      if (current.alternate !== alternate) put({ ...current, alternate });
      return;
    }
    if (current !== null) leave(current);
    show(story, variant, alternate);
  }

  /** Where it was left, else at its start. */
  function show(story: Story, variant: number | null, alternate: number | null): void {
    const old = left.get(keyOf(story.id, variant));
    const again = old && refreshRun(old, story, basis(), nowMs());
    setFound();
    put(again?.variant === variant ? { ...again, alternate } : newRun(story, variant, basis(), alternate));
  }

  function storiesChanged(stories: readonly Story[], otherFolders = false): void {
    const known = present;
    present = stories;
    followLeft(known);
    const run = current;
    const found = run && storyNow(run.story.id, run.story, known, stories);
    if (run === null) putFirst();
    else if (found && stillThere(run, found)) {
      setFound();
      if (found !== run.story) put(refreshRun(run, found, basis(), nowMs()));
    } else if (otherFolders && run.session.status.kind === 'idle') {
      keep(run);
      putFirst();
    } else if (!isLost) {
      isLost = true;
      lost(run.story);
    }
  }

  function putFirst(): void {
    const [first] = present;
    if (first !== undefined) return show(first, null, null);
    setFound();
    put(null);
  }

  return {
    run: () => current,
    state: () => sessionState(current, settings(), nowMs()),
    open,
    before: () => before,
    act: (action) => {
      if (current !== null) put(actOnRun(current, action, basis(), nowMs()));
    },
    settingsChanged: () => {
      if (current === null) changed();
      else put(refreshRun(current, current.story, basis(), nowMs()));
    },
    storiesChanged,
  };
}

function keyOf(storyId: string, variant: number | null): string {
  return variant === null ? storyId : `${storyId}#${variant}`;
}
