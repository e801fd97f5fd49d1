import { sum } from '../prompter/plan.ts';
import { median } from '../values.ts';
import type { HeardSummary } from './heard-summary.ts';

/*
 * How fast the person speaks, and how often they stop, against their own usual. Syllables that are heard are some 0.8 to
 * 1.0 of those that are spoken; how many is up to the voice and the microphone. So a figure alone says little, and nobody
 * is compared with anybody else: only with their own earlier runs, in which the share is the same. Never a score.
 */

/** A section of a run, as it was heard. */
export interface SpokenSection {
  kind: string;
  label: string;
  /** How long somebody spoke in it, without the silences. Null if it isn’t known when the section was spoken. */
  speechMs: number | null;
  syllables: number;
  /** Silences of half a second, of one and a half, and of three and more: how many of each. */
  pauses: readonly [number, number, number];
}

/** A figure of now, and the person’s usual one. Null where too little was heard. */
export interface AgainstUsual {
  now: number | null;
  usual: number | null;
}

export interface SectionHabits {
  /** Syllables a minute of speech. */
  pace: AgainstUsual;
  /** Pauses that listeners notice: of one and a half seconds and more. */
  pauses: AgainstUsual;
}

/** With less speech than this, a syllable more or less makes a pace. */
const leastSpeechMs = 3000;
const fewestRuns = 3;
const latestRuns = 10;

/** Syllables a minute of speech, whole; null with less than three seconds of it. */
export function paceOf({ speechMs, syllables }: Pick<SpokenSection, 'speechMs' | 'syllables'>): number | null {
  return speechMs === null || speechMs < leastSpeechMs ? null : Math.round((syllables * 60_000) / speechMs);
}

/** A run’s sections with what was heard of each. */
export function spokenSections<Named extends Pick<SpokenSection, 'kind' | 'label'>>(
  sections: readonly Named[],
  heard: HeardSummary['sections'],
): (SpokenSection & Pick<Named, 'kind' | 'label'>)[] {
  return sections.map(({ kind, label }, index) => {
    const own = heard[index] ?? null;
    if (own === null) return { kind, label, speechMs: null, syllables: 0, pauses: [0, 0, 0] };
    const { speechMs, syllables, pauses } = own;
    return { kind, label, speechMs, syllables, pauses };
  });
}

/** All of its sections that were heard as one. */
export function wholeRun(sections: readonly SpokenSection[]): SpokenSection {
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

/**
 * Each section of a run against the same section of the runs before it, by its name, oldest first. The usual is the median
 * of the last ten in which it was heard; with fewer than three there isn’t one yet.
 */
export function habitsOf(
  sections: readonly SpokenSection[],
  earlier: readonly (readonly SpokenSection[])[],
): SectionHabits[] {
  return sections.map((section, index) => {
    const nth = nthOfItsName(sections, index);
    const before = earlier.flatMap((run) => run.filter((each) => isNamed(each, section)).slice(nth, nth + 1));
    return {
      pace: against(paceOf(section), before.map(paceOf)),
      pauses: against(noticedPauses(section), before.map(noticedPauses)),
    };
  });
}

function noticedPauses({ speechMs, pauses: [, middle, long] }: SpokenSection): number | null {
  return speechMs === null ? null : middle + long;
}

/** Two sections of a story can have the same name. */
function nthOfItsName(sections: readonly SpokenSection[], index: number): number {
  return sections.slice(0, index).filter((each) => isNamed(each, sections[index])).length;
}

function isNamed(section: SpokenSection, other: SpokenSection | undefined): boolean {
  return section.kind === other?.kind && section.label === other.label;
}

function against(now: number | null, before: readonly (number | null)[]): AgainstUsual {
  const known = before.filter((value) => value !== null).slice(-latestRuns);
  return { now, usual: known.length < fewestRuns ? null : Math.round(median(known)) };
}
