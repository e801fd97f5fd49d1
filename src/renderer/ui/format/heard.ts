import type { RecordSection } from '../../../core/rehearsal/record.ts';
import type { SectionKind } from '../../../core/stories/model.ts';
import type { HeardSummary } from '../../../core/voice/heard-summary.ts';
import type { AgainstUsual, SpokenSection } from '../../../core/voice/pace.ts';

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
