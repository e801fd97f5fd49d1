import type { AnswerSection, OutlineSection } from '../../core/stories/model.ts';
import type { ToldRow } from '../../core/voice/heard.ts';
import { languageFor } from '../../core/voice/language.ts';
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
  /** Why it can’t follow, or no longer does. */
  trouble: (text: string) => void;
}

/** Follows one story at a time by ear. */
export interface Follower {
  /** Another story is told from now on; null for none. The same one changes nothing. */
  follow: (story: FollowedStory | null) => void;
  /** Sound that is part of the telling. */
  feed: (samples: Float32Array, atMs: number) => void;
  /** The person went to a row themselves. */
  movedByHand: (row: number) => void;
  close: () => void;
}

const noModel =
  'Offbook can follow English and French; this story is in another language, so the outline stays yours to move.';

/** A follower that follows nothing yet. What it hears of a story that was left meanwhile counts no more. */
export function setUpFollower({ start, otherStories, reached, told, trouble }: FollowerParts): Follower {
  let story: FollowedStory | null = null;
  let recogniser: Recogniser | null = null;
  let row = -1;

  async function begin(wanted: FollowedStory, language: 'en' | 'fr'): Promise<void> {
    const isWanted = (): boolean => story === wanted;
    try {
      const others = await otherStories(wanted.id);
      if (!isWanted()) return;
      const started = await start({
        language,
        outline: wanted.outline,
        answer: wanted.answer,
        otherStories: others,
        heard: (following) => {
          if (!isWanted()) return;
          told(following.told);
          if (following.row === row) return;
          row = following.row;
          reached(row);
        },
        trouble: (text) => {
          if (!isWanted()) return;
          recogniser = null;
          told(null);
          trouble(text);
        },
      });
      if (!isWanted()) return started.close();
      recogniser = started;
      told([]);
    } catch (error) {
      if (isWanted())
        trouble(`Offbook can’t follow your voice: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  function stop(): void {
    recogniser?.close();
    recogniser = null;
    row = -1;
  }

  return {
    follow: (wanted) => {
      if (wanted?.outline === story?.outline && wanted?.answer === story?.answer) return;
      stop();
      story = wanted;
      if (wanted === null) return;
      const language = languageFor(textOf(wanted));
      if (language === null) trouble(noModel);
      else void begin(wanted, language);
    },
    feed: (samples, atMs) => recogniser?.feed(samples, atMs),
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

function textOf({ outline, answer }: FollowedStory): string {
  const rows = outline.flatMap(({ items }) => items.map(({ text }) => text));
  return [...answer.map(({ text }) => text), ...rows].join('\n');
}
