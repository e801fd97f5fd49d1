import type { Story } from '../stories/model.ts';
import { draw, shuffled } from './draw.ts';
import { askWith, questionsOf, type Ask, type Question } from './questions.ts';

/** A question that could be asked, with the story that would be used up by it. */
interface Candidate {
  story: Story;
  question: Question;
}

/**
 * The questions of a mock interview: `count` of them (fewer where there are fewer stories), no story twice,
 * spread over the competencies: each question goes to one asked least so far, and while some were not asked at
 * all, to the one of them with the fewest stories. At least one is an alternate where any story has one. What has no
 * question at all, such as a pitch, is asked for only when the others don't suffice. `random` gives 0 to 1.
 */
export function drawMock(stories: readonly Story[], count: number, random: () => number): Ask[] {
  const candidates = stories.flatMap((story) => questionsOf(story).map((question): Candidate => ({ story, question })));
  const drawn: Candidate[] = [];
  while (drawn.length < count) {
    const left = candidates.filter(({ story }) => drawn.every((other) => other.story !== story));
    const next = drawn.length === 0 ? firstOf(left, random) : nextOf(left, drawn, random);
    if (next === undefined) break;
    drawn.push(next);
  }
  // The alternate was drawn first; the interviewer doesn't always begin with it.
  const mixed = shuffled(drawn, random);
  // "About me", which is asked for by its title, opens an interview.
  const opens = ({ question }: Candidate): boolean => question.kind === 'title';
  const ordered = [...mixed.filter(opens), ...mixed.filter((candidate) => !opens(candidate))];
  return ordered.map(({ story, question }) => askWith(story, question, true, random));
}

function firstOf(left: readonly Candidate[], random: () => number): Candidate | undefined {
  const alternates = left.filter(({ question }) => question.kind === 'alternate');
  return alternates.length > 0 ? draw(alternates, random) : nextOf(left, [], random);
}

function nextOf(left: readonly Candidate[], drawn: readonly Candidate[], random: () => number): Candidate | undefined {
  const asked = left.filter(({ question }) => question.kind !== 'title');
  const groups = Map.groupBy(asked.length > 0 ? asked : left, ({ question }) => question.group);
  const timesAsked = (group: string | null) => drawn.filter(({ question }) => question.group === group).length;
  const fewest = leastBy([...groups.keys()], timesAsked);
  const storiesLeft = (group: string | null) => new Set(groups.get(group)?.map(({ story }) => story)).size;
  // Else the stories of a competency with few could be used up by others before its turn.
  const isFirstRound = fewest.every((group) => timesAsked(group) === 0);
  const group = draw(isFirstRound ? leastBy(fewest, storiesLeft) : fewest, random);
  if (group === undefined) return undefined;
  // By story first, so that one with many alternates isn't drawn more often.
  const inGroup = groups.get(group) ?? [];
  const story = draw([...new Set(inGroup.map((candidate) => candidate.story))], random);
  return draw(
    inGroup.filter((candidate) => candidate.story === story),
    random,
  );
}

function leastBy<Item>(items: readonly Item[], measure: (item: Item) => number): Item[] {
  const measured = items.map((item) => ({ item, size: measure(item) }));
  const least = Math.min(...measured.map(({ size }) => size));
  return measured.filter(({ size }) => size === least).map(({ item }) => item);
}
