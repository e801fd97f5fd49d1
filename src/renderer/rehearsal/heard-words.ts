import type { OutlineSection } from '../../core/stories/model.ts';
import { secondsWords } from '../ui/format/heard.ts';
import type { Heard } from '../../core/voice/heard.ts';
import { longestOf, pausesIn, type Pause } from '../../core/voice/heard-summary.ts';

const soonMs = 300;

/**
 * The silences worth a word: `First word after 1.2 s. Longest pause 4.1 s, after “The quay”.` Where rows were followed, the
 * pause has the row before it.
 */
export function silenceWords(heard: Heard, outline: readonly OutlineSection[]): string {
  const [first] = heard.speech;
  if (first === undefined) return 'Nothing was heard.';
  const longest = longestOf(pausesIn(heard));
  // Where the first word starts the clock, it comes at once.
  const begun = first[0] < soonMs ? '' : `First word after ${secondsWords(first[0])}. `;
  if (longest === null) return `${begun}No pause as long as half a second.`;
  const row = rowBefore(longest, heard, outline);
  const place = row === null ? ` at ${secondsWords(longest.startMs)}` : `, after “${row}”`;
  return `${begun}Longest pause ${secondsWords(longest.endMs - longest.startMs)}${place}.`;
}

/** The row that was told last before a pause; null where nobody knows. */
function rowBefore({ startMs }: Pause, { told }: Heard, outline: readonly OutlineSection[]): string | null {
  const last = (told ?? [])
    .filter(({ atMs }) => atMs <= startMs)
    .toSorted((one, other) => one.atMs - other.atMs)
    .at(-1);
  const items = outline.flatMap((section) => section.items);
  return items.find(({ id }) => id === last?.id)?.text ?? null;
}
