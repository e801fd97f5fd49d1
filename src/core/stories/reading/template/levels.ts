import type { Entry, HeadingEntry } from '../lines/entries.ts';
import { linesOf, namesFile, tellsOwn } from './judge.ts';
import { readsAsQuestion } from '../../questions.ts';
import { entryBlocks, isBlank } from '../answer.ts';
import { namesAside } from '../set-aside.ts';
import { labelUse } from '../lines/fields.ts';
import type { Lines } from '../../markdown/block.ts';

/** What the headings of a file are for, by how many stories each level explains. */
export interface Levels {
  entries: Entry[];
  /** Headings with a `#` too few or too many, which were read as the others of their kind. */
  slips: Lines[];
}

/** A heading and what is right below it, up to the next one. */
interface Unit {
  at: number;
  entry: HeadingEntry;
  labelled: boolean;
  /** The text below it, if it has no labels. */
  text: string;
  told: boolean;
}

/** Of so many stories at one level, another one beside them is a slip. */
const sureLevel = 2;

export function withLevels(entries: readonly Entry[]): Levels {
  const units = unitsOf(entries);
  const { level, slips } = storyLevel(units);
  const result = [...entries];
  for (const { at, entry } of slips) result[at] = withHeading(entry, { level });
  const title = fileTitle(result, units);
  if (title !== null) result[title.at] = withHeading(title.entry, { role: { type: 'file' } });
  for (const unit of plainStories(units, level, title)) {
    const at = result[unit.at];
    if (at?.type === 'heading') result[unit.at] = withHeading(at, { plainStory: true });
  }
  for (const unit of plannedStories(entries, units, level)) {
    const at = result[unit.at];
    if (at?.type === 'heading') result[unit.at] = withHeading(at, { planned: true });
  }
  return { entries: result, slips: slips.map(({ entry }) => entry) };
}

function withHeading(entry: HeadingEntry, change: Partial<HeadingEntry['heading']>): HeadingEntry {
  return { ...entry, heading: { ...entry.heading, ...change } };
}

function unitsOf(entries: readonly Entry[]): Unit[] {
  const units: Unit[] = [];
  for (const [at, entry] of entries.entries()) {
    if (entry.type === 'heading') {
      units.push({ at, entry, labelled: false, text: '', told: false });
      continue;
    }
    const unit = units.at(-1);
    if (unit === undefined) continue;
    if (entry.type === 'label' || (entry.type === 'mark' && entry.mark === 'answer')) unit.labelled = true;
    if (entry.type === 'quote' || unit.labelled || unit.text.length > 2000) continue;
    const lines = linesOf(entryBlocks(entry)).filter((line) => !readsAsQuestion(line));
    unit.text += `\n${lines.join('\n')}`;
    unit.told ||= lines.length > 0 && (entry.type === 'text' || entry.type === 'list');
  }
  return units;
}

/** The level at which the file’s stories are: the one that explains most of them. */
function storyLevel(units: readonly Unit[]): { level: number; slips: Unit[] } {
  const stories = units.filter(({ labelled, entry }) => labelled && isName(entry));
  const counts = new Map<number, number>();
  for (const { entry } of stories) counts.set(entry.heading.level, (counts.get(entry.heading.level) ?? 0) + 1);
  const [level = 0, count = 0] = [...counts].sort((one, other) => other[1] - one[1])[0] ?? [];
  const others = stories.filter(({ entry }) => entry.heading.level !== level);
  // One among several is a slip; two or more of them mean something.
  const slips = count >= sureLevel && others.length * 3 <= count ? slipsAmong(others, units, level) : [];
  return { level, slips };
}

/** Whether a heading names a story: it isn’t structure, nor a version. */
function isName({ heading }: HeadingEntry): boolean {
  const { role, written, level } = heading;
  const names = role.type === 'plain' || (role.type === 'story' && heading.title !== '');
  return names && labelUse(written) === 'open' && (level <= 6 || heading.opens === true);
}

/**
 * Whether a heading that holds a story at another level than the file’s others was meant to be at theirs. One that is
 * too high has no story’s heading of its own below it that it would be the group of; one that is too low would be
 * another version of the story above it.
 */
function slipsAmong(others: readonly Unit[], units: readonly Unit[], level: number): Unit[] {
  const candidates = new Set(others);
  const slips: Unit[] = [];
  let before: Unit | undefined;
  for (const unit of units) {
    if (candidates.has(unit) && before !== undefined && isSlip(unit, before, level)) slips.push(unit);
    if (unit.entry.heading.level <= level) before = unit;
  }
  return slips;
}

function isSlip({ entry }: Unit, before: Unit, level: number): boolean {
  if (entry.heading.level < level) return before.labelled || before.entry.heading.level === level;
  return before.labelled && before.entry.heading.level === level && entry.heading.level === level + 1;
}

/** The heading over everything whose words name the kind of file. */
function fileTitle(entries: readonly Entry[], units: readonly Unit[]): Unit | null {
  const [first, ...others] = units;
  if (first === undefined || first.labelled || others.length === 0) return null;
  const { heading } = first.entry;
  const current = entries[first.at];
  if (current?.type !== 'heading' || heading.role.type === 'label' || heading.role.type === 'answer') return null;
  if (!namesFile(heading.written)) return null;
  const below = others.every(({ at }) => {
    const entry = entries[at];
    return entry?.type !== 'heading' || entry.heading.level > heading.level;
  });
  return below ? first : null;
}

/** Headings without labels that are stories: beside others at their level, or where the whole file is like that. */
function plainStories(units: readonly Unit[], level: number, title: Unit | null): Unit[] {
  const candidates = units.filter(
    (unit) => unit !== title && !unit.labelled && unit.told && isName(unit.entry) && unit.text.trim() !== '',
  );
  const own = candidates.filter(({ text }) => tellsOwn(text));
  if (units.some(({ labelled }) => labelled)) return own.filter(({ entry }) => entry.heading.level === level);
  const levels = new Map<number, Unit[]>();
  for (const unit of candidates) {
    const same = levels.get(unit.entry.heading.level) ?? [];
    same.push(unit);
    levels.set(unit.entry.heading.level, same);
  }
  const best = [...levels.values()].sort((one, other) => other.length - one.length)[0] ?? [];
  const telling = best.filter(({ text }) => tellsOwn(text)).length;
  const accepted = (title !== null && telling > 0) || (best.length > 1 && telling * 2 >= best.length);
  return accepted ? best : [];
}

/** Headings among the stories, at their level, whose story isn’t written yet. */
function plannedStories(entries: readonly Entry[], units: readonly Unit[], level: number): Unit[] {
  const isStory = ({ labelled, entry }: Unit): boolean => labelled && entry.heading.level === level && isName(entry);
  if (units.filter(isStory).length < sureLevel) return [];
  const first = units.findIndex(isStory);
  return units.filter(({ at, entry: { heading } }, index) => {
    if (index < first || heading.level !== level || heading.role.type !== 'plain' || namesAside(heading)) return false;
    const next = units[index + 1];
    // One above deeper headings is their group.
    const isGroup = next !== undefined && next.entry.heading.level > level;
    return !isGroup && isUntold(entries.slice(at + 1, next?.at));
  });
}

/** Whether it has only what stands in for text, and questions that are announced as the story’s. */
function isUntold(content: readonly Entry[]): boolean {
  let announced = false;
  return content.every((entry) => {
    announced ||= entry.type === 'also';
    if (entry.type === 'also' || entry.type === 'rule' || entry.type === 'meta') return true;
    if (entry.type !== 'text' && entry.type !== 'list') return false;
    return linesOf([entry]).every((line) => isBlank(line) || (announced && readsAsQuestion(line)));
  });
}
