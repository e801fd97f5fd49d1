import type { AnswerSection, OutlineSection } from '../../core/stories/model.ts';
import type { ToldRow } from '../../core/voice/heard.ts';
import { languageFor, type RecogniserLanguage } from '../../core/voice/language.ts';
import type { Recogniser, startRecogniser } from './recogniser.ts';

/** What the person tells, as they see it. */
export interface FollowedStory {
  id: string;
  outline: OutlineSection[];
  answer: AnswerSection[];
}

export interface FollowerParts {
  start: typeof startRecogniser;
  /** The texts of the person’s stories but one: what else they may say. */
  otherStories: (id: string) => Promise<readonly string[]>;
  /** Index of the row that the voice has reached, over all sections. */
  reached: (row: number) => void;
  /** The rows told so far; null where they can’t be known any more. */
  told: (rows: readonly ToldRow[] | null) => void;
  /** Why it can’t follow, or no longer does; null once the person tells another story, or none. */
  trouble: (text: string | null) => void;
}

/** Follows one story at a time by ear. */
export interface Follower {
  /** From now on the person tells another story; null for none. The same one changes nothing. */
  follow: (story: FollowedStory | null) => void;
  /** Sound that is part of the telling. */
  feed: (samples: Float32Array, atMs: number) => void;
  /** The person went to a row themselves. */
  movedByHand: (row: number) => void;
  close: () => void;
}

const noModel =
  'Offbook can follow English and French; this story is in another language, so the outline stays yours to move.';

/** While the recogniser loads, so many pieces of sound wait for it: eight seconds, as many as its backlog takes at once. */
const mostWaiting = 160;

/** A follower that follows nothing yet. What it hears of a story that was left meanwhile counts no more. */
export function setUpFollower({ start, otherStories, reached, told, trouble }: FollowerParts): Follower {
  let story: FollowedStory | null = null;
  let recogniser: Recogniser | null = null;
  let waiting: [samples: Float32Array, atMs: number][] | null = null;
  let row = 0;

  async function begin(wanted: FollowedStory, language: RecogniserLanguage): Promise<void> {
    const isWanted = (): boolean => story === wanted && waiting !== null;
    waiting = [];
    const others = await otherStories(wanted.id);
    if (!isWanted()) return;
    const started = await start({
      language,
      outline: wanted.outline,
      answer: wanted.answer,
      otherStories: others,
      heard: (following) => {
        if (story !== wanted) return;
        told(following.told);
        if (following.row === row) return;
        row = following.row;
        reached(row);
      },
      trouble: (text) => {
        if (story !== wanted) return;
        [recogniser, waiting] = [null, null];
        told(null);
        trouble(text);
      },
    });
    if (!isWanted()) return started.close();
    recogniser = started;
    told([]);
    if (row > 0) started.moveTo(row);
    for (const [samples, atMs] of waiting ?? []) started.feed(samples, atMs);
    waiting = null;
  }

  function stop(): void {
    recogniser?.close();
    [recogniser, waiting, row] = [null, null, 0];
  }

  return {
    follow: (wanted) => {
      if (isSameStory(wanted, story)) return;
      stop();
      story = wanted;
      trouble(null);
      if (wanted === null) return;
      const language = languageFor(textOf(wanted));
      if (language === null) trouble(noModel);
      else void begin(wanted, language);
    },
    feed: (samples, atMs) => {
      recogniser?.feed(samples, atMs);
      waiting?.push([samples, atMs]);
      if (waiting !== null && waiting.length > mostWaiting) waiting.shift();
    },
    movedByHand: (to) => {
      row = to;
      recogniser?.moveTo(to);
    },
    close: () => {
      story = null;
      stop();
    },
  };
}

/** The program’s states have the same story as another object. */
function isSameStory(one: FollowedStory | null, other: FollowedStory | null): boolean {
  if (one === null || other === null) return one === other;
  const isSame = one.outline === other.outline && one.answer === other.answer;
  return isSame || JSON.stringify(one) === JSON.stringify(other);
}

function textOf({ outline, answer }: FollowedStory): string {
  const rows = outline.flatMap(({ items }) => items.map(({ text }) => text));
  return [...answer.map(({ text }) => text), ...rows].join('\n');
}
