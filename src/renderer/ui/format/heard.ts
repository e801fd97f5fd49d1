import type { RecordSection } from '../../../core/rehearsal/record.ts';
import type { SectionKind } from '../../../core/stories/model.ts';
import type { HeardSummary } from '../../../core/voice/heard-summary.ts';
import { habitsOf, type AgainstUsual, type SpokenSection } from '../../../core/voice/pace.ts';
import type { SeriesRun } from '../../../core/rehearsal/statistics.ts';
import { sum } from '../../../core/prompter/plan.ts';
import { counted } from './story.ts';

/** A run’s sections with what was heard of each. */
export function spokenSections(
  sections: readonly RecordSection[],
  heard: HeardSummary['sections'],
): (SpokenSection & { kind: SectionKind })[] {
  return sections.map(({ kind, label }, index) => {
    const own = heard[index] ?? null;
    if (own === null) return { kind, label, speechMs: null, syllables: 0, pauses: [0, 0, 0] };
    const { speechMs, syllables, pauses } = own;
    return { kind, label, speechMs, syllables, pauses };
  });
}

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

/** All of its sections that were heard as one. */
function wholeRun(sections: readonly SpokenSection[]): SpokenSection {
  const heard = sections.filter(({ speechMs }) => speechMs !== null);
  const count = (length: 0 | 1 | 2): number => sum(heard.map(({ pauses }) => pauses[length]));
  return {
    kind: 'other',
    label: '',
    speechMs: heard.length === 0 ? null : sum(heard.map(({ speechMs }) => speechMs ?? 0)),
    syllables: sum(heard.map(({ syllables }) => syllables)),
    pauses: [count(0), count(1), count(2)],
  };
}
