import { habitsOf, spokenSections, wholeRun, type AgainstUsual } from '../../../core/voice/pace.ts';
import type { SeriesRun } from '../../../core/rehearsal/statistics.ts';
import { counted } from './story.ts';

/** A figure against the usual one: `212, usually 198`; a dash where too little was heard. */
export function habitWords(habit: AgainstUsual | undefined): string {
  if (habit === undefined || habit.now === null) return '–';
  return habit.usual === null ? String(habit.now) : `${habit.now}, usually ${habit.usual}`;
}

/** A silence to a tenth of a second: `1.2 s`. */
export function secondsWords(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}

/**
 * How the last run that was heard was spoken, against the usual one, in a line: `Last heard: 212 syllables a minute, usually
 * 198; 2 pauses noticed, usually 3`. Null where no run was heard.
 */
export function spokenLine(series: readonly SeriesRun[]): string | null {
  const runs = series.flatMap(({ sections, heard }) =>
    heard === null ? [] : [wholeRun(spokenSections(sections, heard))],
  );
  const last = runs.at(-1);
  const [habits] =
    last === undefined
      ? []
      : habitsOf(
          [last],
          runs.slice(0, -1).map((run) => [run]),
        );
  if (habits === undefined) return null;
  const { pace, pauses } = habits;
  if (pauses.now === null) return null;
  const usually = ({ usual }: AgainstUsual): string => (usual === null ? '' : `, usually ${usual}`);
  const paceWords = pace.now === null ? '' : `${pace.now} syllables a minute${usually(pace)}; `;
  return `Last heard: ${paceWords}${counted(pauses.now, 'pause')} noticed${usually(pauses)}`;
}
