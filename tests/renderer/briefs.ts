import type { StoryBrief } from '../../src/core/contract/contract.ts';

/** A story as lists know it; what isn't given is plain. */
export function brief(id: string, more: Partial<StoryBrief> = {}): StoryBrief {
  return {
    id,
    file: 'oven.md',
    line: 1,
    group: 'Ownership',
    title: id,
    name: more.title ?? id,
    nameDiffersAt: 0,
    question: null,
    variants: [],
    planned: false,
    tags: [],
    targetMs: null,
    estimateMs: null,
    problems: 0,
    hints: 0,
    ...more,
  };
}
