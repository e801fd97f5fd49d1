import type { Interview, SetGroup } from '../../core/rehearsal/interviews.ts';
import type { Library, Story } from '../../core/stories/model.ts';
import { findSuccessor } from '../../core/stories/story-successor.ts';

/** What became of the stories: settings that name some follow them. */
export interface Following {
  /** The stories before the change. */
  known: readonly Story[];
  stories: readonly Story[];
  /** The fingerprint of a story’s own text. */
  textOf: (story: Story) => string;
  /** Everything could be read. */
  isWhole: boolean;
}

export interface StoryFollowerParts {
  /** Null before the first reading. */
  library: () => Library | null;
  textOf: (story: Story) => string;
  /** Changes the settings that name stories. */
  follow: (following: Following) => void;
}

/** Keeps the settings that name stories on those when they are renamed. */
export interface StoryFollower {
  /** The library changed. */
  storiesChanged: () => void;
  /** Such a setting has another value, for example by an undo. */
  replaced: () => void;
}

/** Does nothing before the library is read. */
export function setUpStoryFollower({ library, textOf, follow }: StoryFollowerParts): StoryFollower {
  let before: readonly Story[] = [];

  function followFrom(known: readonly Story[], { stories, problems }: Library): void {
    // A story whose file or folder can’t be read now wasn’t renamed: a copy elsewhere must not replace it.
    follow({ known, stories, textOf, isWhole: problems.every(({ severity }) => severity !== 'error') });
  }
  return {
    storiesChanged: () => {
      const read = library();
      if (read === null) return;
      followFrom(before, read);
      before = read.stories;
    },
    replaced: () => {
      const read = library();
      if (read !== null) followFrom([], read);
    },
  };
}

/** So many stories of a group are remembered: enough to find it again after some of them changed. */
const textsPerGroup = 3;

/**
 * The interviews with the groups of their sets as they are called now. A group that is gone follows its stories: by half
 * of the text of those known before, else by the whole text of those it had last. One whose stories are gone too stays,
 * since its file may come back. Tags need nothing: they are in the stories.
 */
export function followedInterviews(interviews: readonly Interview[], following: Following): Interview[] {
  return interviews.map((interview) => {
    const { stories: set } = interview;
    if (set.which === 'all') return interview;
    const groups = new Map<string | null, SetGroup>();
    for (const group of set.groups.flatMap((each) => followedGroup(each, following)))
      if (!groups.has(group.name)) groups.set(group.name, group);
    return { ...interview, stories: { ...set, groups: [...groups.values()] } };
  });
}

function followedGroup(group: SetGroup, following: Following): SetGroup[] {
  const { known, stories, textOf, isWhole } = following;
  const own = stories.filter((story) => story.group === group.name);
  const seen = (name: string | null): SetGroup => {
    const inGroup = stories.filter((story) => story.group === name && !story.planned);
    const texts = inGroup.map(textOf).filter((text) => text !== '');
    return { name, texts: texts.slice(0, textsPerGroup) };
  };
  if (own.length > 0) return [seen(group.name)];
  const gone = known.filter((story) => story.group === group.name);
  const renamed = gone.flatMap((story) => findSuccessor(story, known, stories) ?? []);
  const found =
    renamed.length > 0 || !isWhole
      ? renamed
      : stories.filter((story) => group.texts.includes(textOf(story)) && !known.some(({ id }) => id === story.id));
  const names = new Set(found.map((story) => story.group));
  return names.size === 0 ? [group] : [...names].map(seen);
}
