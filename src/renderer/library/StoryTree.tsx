import { type KeyboardEvent, memo, type MouseEvent, useEffect, useId, useMemo, useState } from 'react';
import { keyName } from '../../core/contract/command-keys.ts';
import type { StoryBrief } from '../../core/contract/contract.ts';
import type { PracticeMark, PracticeMarks } from '../ui/format/practice.ts';
import { answerTreeKey, groupStories, isSamePlace, placesOf, type StoryGroup, type TreePlace } from './story-tree.ts';
import { useOpeningFocus } from '../ui/focus.ts';
import { Icon } from '../ui/Icon.tsx';
import { StoryName } from '../ui/StoryName.tsx';
import { briefWords } from '../ui/format/story.ts';

interface StoryTreeProps {
  stories: readonly StoryBrief[];
  selected: string | null;
  /** The story on the prompter. */
  prompted: string | null;
  /** The keys 1 to 9 by the ids of their stories. */
  pins: ReadonlyMap<string, string>;
  practice: PracticeMarks;
  select: (storyId: string) => void;
  prompt: (storyId: string) => void;
  rehearse: (storyId: string) => void;
  edit: (storyId: string) => void;
}

/** Groups and their stories. The tree has the focus; aria-activedescendant names the line. */
export function StoryTree(props: StoryTreeProps) {
  const { stories, selected, prompted, pins, practice, select, prompt, rehearse, edit } = props;
  const treeId = useId();
  const tree = useOpeningFocus<HTMLDivElement>();
  const groups = useMemo(() => groupStories(stories), [stories]);
  const [closed, setClosed] = useState<ReadonlySet<string | null>>(new Set());
  const [heading, setHeading] = useState<{ name: string | null } | null>(null);
  const places = useMemo(() => placesOf(groups, closed), [groups, closed]);
  const wanted: TreePlace | null =
    heading === null ? storyPlace(groups, selected) : { type: 'group', name: heading.name };
  const at = wanted !== null && places.some((place) => isSamePlace(place, wanted)) ? wanted : (places[0] ?? null);
  const atId = at === null ? undefined : placeId(treeId, groups, at);

  useEffect(() => {
    if (atId !== undefined) tree.current?.ownerDocument.getElementById(atId)?.scrollIntoView({ block: 'nearest' });
  }, [tree, atId]);

  const toggle = (name: string | null, close: boolean): void => {
    const next = new Set(closed);
    if (close) next.add(name);
    else next.delete(name);
    setClosed(next);
    setHeading({ name });
  };
  const go = (to: TreePlace): void => {
    setHeading(to.type === 'group' ? { name: to.name } : null);
    if (to.type === 'story') select(to.id);
  };
  const press = (event: KeyboardEvent): void => {
    if (at === null || event.ctrlKey || event.altKey || event.metaKey) return;
    const answer = answerTreeKey(keyName(event), at, places, closed);
    if (answer === null) return;
    event.preventDefault();
    if (answer.type === 'go') go(answer.to);
    else if (answer.type === 'take') prompt(answer.id);
    else if (answer.type === 'rehearse') rehearse(answer.id);
    else if (answer.type === 'edit') edit(answer.id);
    else toggle(answer.group, answer.type === 'close');
  };
  const storyAt = (event: MouseEvent): string | undefined =>
    (event.target as Element).closest<HTMLElement>('[data-story]')?.dataset['story'];
  const click = (event: MouseEvent): void => {
    const id = storyAt(event);
    if (id !== undefined) {
      setHeading(null);
      select(id);
      return;
    }
    const index = (event.target as Element).closest<HTMLElement>('[data-group]')?.dataset['group'];
    const group = index === undefined ? undefined : groups[Number(index)];
    if (group !== undefined) toggle(group.name, !closed.has(group.name));
  };

  return (
    <div
      className="tree"
      role="tree"
      aria-label="Stories"
      tabIndex={0}
      aria-activedescendant={atId}
      ref={tree}
      onKeyDown={press}
      onClick={click}
      onDoubleClick={(event) => {
        const id = storyAt(event);
        if (id !== undefined) prompt(id);
      }}
    >
      {groups.map((group, index) => (
        <TreeGroup
          key={group.name ?? ''}
          {...{ group, index, treeId, prompted, pins, practice }}
          isClosed={closed.has(group.name)}
          selected={group.stories.some(({ id }) => id === selected) ? selected : null}
          isAt={at?.type === 'group' && at.name === group.name}
        />
      ))}
    </div>
  );
}

function storyPlace(groups: readonly StoryGroup[], id: string | null): TreePlace | null {
  const group = groups.find(({ stories }) => stories.some((story) => story.id === id));
  return id === null || group === undefined ? null : { type: 'story', id, group: group.name };
}

function placeId(treeId: string, groups: readonly StoryGroup[], place: TreePlace): string {
  if (place.type === 'story') return `${treeId}-${place.id}`;
  return `${treeId}-${groups.findIndex(({ name }) => name === place.name)}`;
}

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
  /** The keyboard cursor is at its heading. */
  isAt: boolean;
}

/** A group’s heading and its stories. Renders only when one of its own lines changes. */
const TreeGroup = memo(function TreeGroup(props: TreeGroupProps) {
  const { group, index, treeId, selected, prompted, pins, practice, isClosed, isAt } = props;
  return (
    <>
      {/* The tree has the focus; aria-activedescendant names its lines. */}
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
        // The HTML elements with this role are for forms and addresses.
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
  /** When and how it was rehearsed last; null while that isn’t known. */
  practised: string | null;
  mark: PracticeMark['mark'];
}

const Row = memo(function Row({ id, story, isSelected, isPrompted, pin, practised, mark }: RowProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus
    <div
      className="tree-story"
      role="treeitem"
      id={id}
      aria-level={2}
      aria-selected={isSelected}
      data-story={story.id}
      data-planned={story.planned}
    >
      {story.problems > 0 && <i className="tree-dot" aria-hidden="true" />}
      <span className="tree-title clamped" dir="auto" title={story.title}>
        <StoryName story={story} />
      </span>
      <span className="tree-marks">
        {mark !== null && (
          <span className="tree-due" data-mark={mark}>
            {mark}
          </span>
        )}
        {isPrompted && <span className="tree-on">{mark !== null && '· '}on prompter</span>}
        {pin !== null && (
          <kbd title={`Key ${pin} shows it on the prompter`}>
            <span className="unseen">key </span>
            {pin}
          </kbd>
        )}
      </span>
      <small className="tree-words num">{briefWords(story, practised)}</small>
    </div>
  );
});
