import type { SessionState } from '../../core/contract/contract.ts';
import type { SessionAction } from '../../core/prompter/session.ts';
import type { Settings } from '../../core/settings/schema.ts';
import type { Story } from '../../core/stories/model.ts';
import { findSuccessor } from '../base/story-successor.ts';
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
   * Shows the story as it is in the files now; follows it when it was renamed, keeps it when it is gone. With none
   * on the prompter the first one is put on.
   */
  storiesChanged: (stories: readonly Story[]) => void;
  /** Forgets all sessions and puts the first of these stories on: another folder was opened. */
  startOver: (stories: readonly Story[]) => void;
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
  /** The stories as they are now, and those among which the current one was last seen. */
  let present: readonly Story[] = [];
  let seenAmong: readonly Story[] = [];
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
    left.set(keyOf(story.id, variant), actOnRun(run, { type: 'pause' }, basis(), nowMs()));
  }

  function open(story: Story, variant: number | null, alternate: number | null = null): void {
    if (current?.story.id === story.id && current.variant === variant && !isLost) {
      if (current.alternate !== alternate) put({ ...current, alternate });
      return;
    }
    if (current !== null) leave(current);
    const old = left.get(keyOf(story.id, variant));
    const again = old && refreshRun(old, story, basis(), nowMs());
    seenAmong = present;
    setFound();
    put(again?.variant === variant ? { ...again, alternate } : newRun(story, variant, basis(), alternate));
  }

  function storiesChanged(stories: readonly Story[]): void {
    present = stories;
    const run = current;
    const found =
      run && (stories.find(({ id }) => id === run.story.id) ?? findSuccessor(run.story, seenAmong, stories));
    if (!run) startOver(stories);
    else if (found && stillThere(run, found)) {
      seenAmong = stories;
      setFound();
      if (found !== run.story) put(refreshRun(run, found, basis(), nowMs()));
    } else if (!isLost) {
      isLost = true;
      lost(run.story);
    }
  }

  function startOver(stories: readonly Story[]): void {
    left.clear();
    before = null;
    present = stories;
    seenAmong = stories;
    setFound();
    const [first] = stories;
    put(first === undefined ? null : newRun(first, null, basis()));
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
    startOver,
  };
}

function keyOf(storyId: string, variant: number | null): string {
  return variant === null ? storyId : `${storyId}#${variant}`;
}
