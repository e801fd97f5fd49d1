import type { AppState, Bridge, Prompt } from '../../core/contract/contract.ts';
import { rowIndexAt } from '../../core/prompter/cursor.ts';
import { cursorMs, heldMs, isRunning } from '../../core/prompter/session.ts';
import { answerOf } from '../../core/stories/outline/told.ts';
import type { Follower } from './follower.ts';
import { samplesPerMs, sentPlaces, type Listener } from './listener.ts';

export interface PrompterListenerParts {
  bridge: Pick<Bridge, 'holdCursor' | 'readStory'>;
  /** The services’ clock. */
  nowMs: () => number;
  moveCursor: (cursorMs: number) => void;
  follower: Follower;
}

/** A breath, or the end of a sentence. */
const breathMs = 700;
/** How long a page that is gone can hold the outline, and how often one that is there says so again. */
const heldForMs = 6000;
const renewedEveryMs = 2500;

/** Listens on the prompter: scrolling waits in silence, or the outline follows the voice. */
export function createPrompterListener({ bridge, nowMs, moveCursor, follower }: PrompterListenerParts): Listener {
  let app: AppState | null = null;
  let isSpeaking = false;
  let silentSinceMs: number | null = null;
  /** When the program was last asked to hold the cursor; null while it isn’t. */
  let heldAtMs: number | null = null;
  const sent = sentPlaces();

  const mayHold = ({ settings, session: { session, prompt } }: AppState): boolean =>
    settings.waitInSilence && session.mode === 'auto' && isRunning(session) && prompt?.followUp === null;

  function hold(forMs: number): void {
    void bridge.holdCursor({ forMs });
  }

  function release(): void {
    const isHeld = app !== null && heldMs(app.session.session, nowMs()) > 0;
    if (isHeld || heldAtMs !== null) hold(0);
    heldAtMs = null;
  }

  /** The outline as the prompter shows it, with the answer of which the program keeps the text. */
  async function tell(prompt: Prompt): Promise<void> {
    const result = await bridge.readStory({ id: prompt.storyId });
    const now = app?.session.prompt ?? null;
    if (now === null || !isSameTelling(now, prompt) || app?.session.session.mode !== 'voice') return;
    const story = result.ok ? result.value : null;
    const answer = story === null ? [] : answerOf(story, prompt.variant, prompt.alternate);
    follower.follow({ id: prompt.storyId, outline: prompt.sections, answer });
    const { plan, session } = app.session;
    const row = rowIndexAt(plan, cursorMs(session, nowMs()));
    if (row > 0) follower.movedByHand(row);
  }

  function followStory(before: AppState | null, next: AppState): void {
    const { prompt, session } = next.session;
    const isFollowed = session.mode === 'voice' && prompt !== null && prompt.followUp === null;
    if (!isFollowed) return follower.follow(null);
    const old = before?.session ?? null;
    const isKnown = old?.session.mode === 'voice' && old.prompt?.followUp === null && isSameTelling(old.prompt, prompt);
    if (!isKnown) {
      follower.follow(null);
      return void tell(prompt);
    }
    const atMs = session.cursorMs;
    if (atMs !== old.session.cursorMs && !sent.take(atMs)) follower.movedByHand(rowIndexAt(next.session.plan, atMs));
  }

  return {
    follow: (next) => {
      const before = app;
      app = next;
      followStory(before, next);
      // The person moved on in the silence: there it waits again.
      const isHeld = mayHold(next) && heldMs(next.session.session, nowMs()) > 0;
      if (!isHeld && next.session !== before?.session) heldAtMs = null;
    },
    speech: (speaking, atMs) => {
      isSpeaking = speaking;
      silentSinceMs = speaking ? null : atMs;
      if (speaking) release();
    },
    samples: (samples, atMs) => {
      if (app === null) return;
      const endMs = atMs + samples.length / samplesPerMs;
      if (isRunning(app.session.session)) follower.feed(samples, atMs);
      if (isSpeaking || !mayHold(app)) return;
      silentSinceMs ??= atMs;
      const isDue = heldAtMs === null || endMs - heldAtMs >= renewedEveryMs;
      if (endMs - silentSinceMs < breathMs || !isDue) return;
      heldAtMs = endMs;
      hold(heldForMs);
    },
    reached: (row) => {
      const startMs = app?.session.plan.rows[row]?.startMs;
      if (startMs === undefined || app?.session.rehearsing !== null) return;
      sent.add(startMs);
      moveCursor(startMs);
    },
    on: nothing,
    syllable: nothing,
    hand: nothing,
    told: nothing,
    close: () => {
      release();
      follower.follow(null);
    },
  };
}

function nothing(): void {
  // Only a rehearsal keeps what was heard.
}

function isSameTelling(one: Prompt, other: Prompt): boolean {
  return (
    one.storyId === other.storyId &&
    one.variant === other.variant &&
    one.alternate === other.alternate &&
    one.sections === other.sections
  );
}
