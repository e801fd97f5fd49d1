import type { ReactNode } from 'react';
import type { StoryBrief } from '../../core/contract/contract.ts';

interface StoryNameProps {
  story: Pick<StoryBrief, 'name' | 'nameDiffersAt'>;
  /** Before the name, on the same line. */
  children?: ReactNode;
}

/** A story’s short name. Where it doesn’t fit, the words stay that tell it from the one most like it. */
export function StoryName({ story: { name, nameDiffersAt }, children }: StoryNameProps) {
  if (nameDiffersAt === 0) {
    return (
      <>
        {children}
        {name}
      </>
    );
  }
  return (
    <span className="story-name">
      <span>
        {children}
        {name.slice(0, nameDiffersAt)}
      </span>
      <span>{name.slice(nameDiffersAt)}</span>
    </span>
  );
}
