import type { ReactNode } from 'react';
import type { StoryBrief } from '../../core/contract/contract.ts';

interface StoryNameProps {
  story: Pick<StoryBrief, 'name' | 'nameDiffersAt'>;
  /** Before the name, on the same line. */
  children?: ReactNode;
  /** The name up to where it differs, and the rest, if they are more than text. */
  beginning?: ReactNode;
  rest?: ReactNode;
}

/** A story’s short name. Where it doesn’t fit, the words stay that tell it from the one most like it. */
export function StoryName({ story: { name, nameDiffersAt }, children, beginning, rest }: StoryNameProps) {
  const first = beginning ?? name.slice(0, nameDiffersAt);
  const last = rest ?? name.slice(nameDiffersAt);
  if (nameDiffersAt === 0) {
    return (
      <>
        {children}
        {last}
      </>
    );
  }
  return (
    <span className="story-name">
      <span>
        {children}
        {first}
      </span>
      <span>{last}</span>
    </span>
  );
}
