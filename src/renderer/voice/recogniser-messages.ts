import type { RecogniserLanguage } from '../../core/voice/language.ts';
import type { ToldRow } from '../../core/voice/heard.ts';
import type { AnswerSection, OutlineSection } from '../../core/stories/model.ts';

/** The answer to follow. */
export interface Followed {
  language: RecogniserLanguage;
  outline: OutlineSection[];
  answer: AnswerSection[];
  /** Texts of the person’s other stories, which say what words they use. */
  otherStories: readonly string[];
}

/** Where the speaker is. */
export interface VoiceFollowing {
  /** Of the outline, counted over all sections. */
  row: number;
  told: ToldRow[];
}

/** From the page to the worker. */
export type ToWorker =
  | { kind: 'start'; followed: Followed }
  | { kind: 'samples'; samples: Float32Array; atMs: number }
  | { kind: 'moveTo'; row: number };

/** From the worker to the page. */
export type FromWorker =
  | { kind: 'ready' }
  | { kind: 'following'; following: VoiceFollowing }
  /** It knows where the person went; what it said of the row before counts no more. */
  | { kind: 'moved' }
  /** How many samples it took, and how long. */
  | { kind: 'done'; samples: number; tookMs: number }
  | { kind: 'failed'; text: string };
