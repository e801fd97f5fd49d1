import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent, type MouseEvent } from 'react';
import type { StoryBrief } from '../../core/contract/contract.ts';
import type { PracticeMarks } from './format/practice.ts';
import { answerTreeKey, groupStories, isSamePlace, placesOf, type StoryGroup, type TreePlace } from './story-tree.ts';
import { TreeGroup } from './TreeGroup.tsx';

interface StoryTreeProps {
  stories: readonly StoryBrief[];
  selected: string | null;
  /** The story on the prompter. */
  prompted: string | null;
  /** The keys 1 to 9 by the stories that they put on. */
  pins: ReadonlyMap<string, string>;
  practice: PracticeMarks;
  select: (storyId: string) => void;
  prompt: (storyId: string) => void;
}

/** Groups and their stories. The focus is on the tree; the line it is at is told by its id. */
export function StoryTree({ stories, selected, prompted, pins, practice, select, prompt }: StoryTreeProps) {
  const treeId = useId();
  const tree = useRef<HTMLDivElement>(null);
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
  }, [atId]);

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
    const answer = answerTreeKey(event.key, at, places, closed);
    if (answer === null) return;
    event.preventDefault();
    if (answer.type === 'go') go(answer.to);
    else if (answer.type === 'take') prompt(answer.id);
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
