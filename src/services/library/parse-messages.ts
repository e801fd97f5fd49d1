import type { Problem, Story, Unplaced } from '../../core/stories/model.ts';

/** One file's text, on its way to the worker. */
export interface SourceText {
  file: string;
  text: string;
}

/** What the reader makes of one file, on its way back. */
export interface ParsedFile {
  stories: Story[];
  problems: Problem[];
  unplaced: Unplaced[];
}

/** The worker says that it is loaded, then answers the texts one by one, in the order they came. */
export type WorkerMessage = ({ type: 'ready' } | { type: 'parsed'; parsed: ParsedFile }) & {
  /** The processor time that the worker has spent so far. */
  spentMs: number;
};
