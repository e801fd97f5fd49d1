import type { StoryBrief } from '../../core/contract/contract.ts';

/** The story of a row; one that no folder has now is undefined. */
export function RowTitle({ story, name }: { story: StoryBrief | undefined; name: string }) {
  return (
    <span className="pins-title" title={story?.title}>
      {name}
      {story === undefined && <span className="setting-remark"> isn’t in any of the folders now</span>}
    </span>
  );
}
