import type { HistoryJoin, RunRecord } from '../../core/rehearsal/record.ts';

/** What the practice log in `file` didn't take until the program closed, and the reason of the disk. */
export interface Unsaved {
  file: string;
  why: string | null;
  entries: readonly (RunRecord | HistoryJoin)[];
  /** Where a run's draft lies; null for none. */
  draftOf: (run: RunRecord) => string | null;
}

/** A sentence for what is kept all the same, since the next start logs it, and one for what is lost. */
export function unsavedSentences({ file, why, entries, draftOf }: Unsaved): string[] {
  const runs = entries.filter((entry) => entry.type === 'run');
  const drafts = runs.flatMap((run) => draftOf(run) ?? []);
  const lost = runs.length - drafts.length;
  const joins = entries.length - runs.length;
  const into = `in the practice log ${file}: ${why ?? 'the disk did not say why'}.`;
  const sentences: string[] = [];
  if (drafts.length > 0) {
    const [are, lie] = drafts.length === 1 ? ['A run is', 'It lies'] : [`${drafts.length} runs are`, 'They lie'];
    sentences.push(
      `${are} not ${into} ${lie} in ${drafts.join(', ')}, and Offbook logs what is there at its next start.`,
    );
  }
  if (lost > 0) sentences.push(`${lost === 1 ? 'A run' : `${lost} runs`} could not be saved ${into}`);
  if (joins > 0) {
    const [choices, them] = joins === 1 ? ['A choice of the story', 'it'] : [`${joins} choices of the stories`, 'them'];
    sentences.push(
      `${choices} that earlier runs belong to could not be saved ${into} Make ${them} again in the progress view.`,
    );
  }
  return sentences;
}
