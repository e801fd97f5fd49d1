import { memo } from 'react';
import type { StoryBrief } from '../../core/contract/contract.ts';
import type { PracticeMark, PracticeMarks } from './format/practice.ts';
import { Icon } from './Icon.tsx';
import type { StoryGroup } from './story-tree.ts';
import { briefWords } from './format/story.ts';

interface TreeGroupProps {
  group: StoryGroup;
  index: number;
  treeId: string;
  /** The selected story, where it is in this group. */
  selected: string | null;
  /** The story on the prompter. */
  prompted: string | null;
  pins: ReadonlyMap<string, string>;
  practice: PracticeMarks;
  isClosed: boolean;
  /** The keyboard is at its heading. */
  isAt: boolean;
}

/** A group's heading and its stories. Drawn anew only when one of its own lines looks different. */
export const TreeGroup = memo(function TreeGroup(props: TreeGroupProps) {
  const { group, index, treeId, selected, prompted, pins, practice, isClosed, isAt } = props;
  return (
    <>
      {/* What has the focus is the tree; its lines are told by aria-activedescendant. */}
      {/* oxlint-disable-next-line jsx-a11y/interactive-supports-focus */}
      <div
        className="tree-group"
        role="treeitem"
        id={`${treeId}-${index}`}
        aria-level={1}
        aria-expanded={!isClosed}
        aria-selected={false}
        data-group={index}
        data-at={isAt}
      >
        <Icon name="chevron" />
        <span dir="auto">{group.name ?? 'Without a group'}</span>
        {isClosed && <span className="tree-count num">{group.stories.length}</span>}
      </div>
      {!isClosed && (
        // The elements that are groups by themselves are for forms and addresses.
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
        <div role="group" aria-labelledby={`${treeId}-${index}`}>
          {group.stories.map((story) => (
            <Row
              key={story.id}
              id={`${treeId}-${story.id}`}
              story={story}
              isSelected={story.id === selected}
              isPrompted={story.id === prompted}
              pin={pins.get(story.id) ?? null}
              practised={practice.get(story.id)?.words ?? null}
              mark={practice.get(story.id)?.mark ?? null}
            />
          ))}
        </div>
      )}
    </>
  );
});

interface RowProps {
  id: string;
  story: StoryBrief;
  isSelected: boolean;
  isPrompted: boolean;
  pin: string | null;
  /** When and how it was rehearsed last; null where nothing is known of that. */
  practised: string | null;
  mark: PracticeMark['mark'];
}

const Row = memo(function Row({ id, story, isSelected, isPrompted, pin, practised, mark }: RowProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus
    <div className="tree-story" role="treeitem" id={id} aria-level={2} aria-selected={isSelected} data-story={story.id}>
      {story.problems > 0 && <i className="tree-dot" aria-hidden="true" />}
      <span className="tree-title" dir="auto">
        {story.title}
      </span>
      <span className="tree-marks">
        {mark !== null && (
          <span className="tree-due" data-mark={mark}>
            {mark}
          </span>
        )}
        {isPrompted && <span className="tree-on">on prompter</span>}
        {pin !== null && (
          <kbd title={`Key ${pin} puts it on the prompter`}>
            <span className="unseen">key </span>
            {pin}
          </kbd>
        )}
      </span>
      <small className="tree-words num">{briefWords(story, practised)}</small>
    </div>
  );
});
